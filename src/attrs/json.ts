const string = '"(?:[^"\\\\\\0-\\x1f]|\\\\(?:["\\\\/bfnrt]|u[\\da-fA-F]{4}))*"';
const other = '(?:-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null)(?![\\w.])';
const token = new RegExp(`[ \\t\\n\\r]*(?:([[\\]{},:])|(${string})|(${other})|$)`, 'y');

/** Returns the place of the first mistake in JSON text, and whether it stands after a comma; undefined for none. */
function findMistake(text: string): { readonly at: number; readonly isAfterComma: boolean } | undefined {
  const closing: string[] = []; // of what is open
  let wanted: 'value' | 'key' | 'colon' | 'next' = 'value';
  let before = '';
  for (let at = 0; ; at = token.lastIndex) {
    token.lastIndex = at;
    const [, sign, quoted, bare] = token.exec(text) ?? [];
    const isWord = quoted !== undefined || bare !== undefined;
    const open = closing.at(-1);
    if (sign === undefined && !isWord && token.lastIndex > 0 && wanted === 'next' && !open) return undefined;
    if (sign === open && sign !== undefined && (wanted === 'next' || /[[{]/.test(before))) {
      closing.pop();
      wanted = 'next';
    } else if (wanted === 'value' && (isWord || sign === '[' || sign === '{')) {
      if (!isWord) closing.push(sign === '[' ? ']' : '}');
      wanted = isWord ? 'next' : sign === '[' ? 'value' : 'key';
    } else if (wanted === 'key' && quoted !== undefined) wanted = 'colon';
    else if (wanted === 'colon' && sign === ':') wanted = 'value';
    else if (wanted === 'next' && sign === ',' && open) wanted = open === ']' ? 'value' : 'key';
    else return { at: at + /^[ \t\n\r]*/.exec(text.slice(at))![0].length, isAfterComma: before === ',' };
    before = sign ?? '';
  }
}

/** Returns the line, the column and the sign of the first mistake in a text that is no JSON; undefined if it is. */
export function jsonProblem(text: string): string | undefined {
  const mistake = findMistake(text);
  if (!mistake) return undefined;
  const { at, isAfterComma } = mistake;
  const lines = text.slice(0, at).split(/\r\n?|\n/);
  const found = at < text.length ? `"${String.fromCodePoint(text.codePointAt(at)!)}"` : 'the end';
  return `line ${lines.length}, column ${lines.at(-1)!.length + 1}: ${found}${isAfterComma ? ' after a comma' : ''}`;
}
