/**
 * The lint rule that holds imports to one way: a file may import from its own room and from those below.
 * A folder with an index.ts is entered by that door alone; types are free. Tags leave one another alone.
 */
import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../src', import.meta.url));

/** The rooms of src, lowest first. Those that share a floor leave one another alone. */
export const floors = [
  ['core'], ['attrs', 'strings', 'draw'], ['page'], ['model', 'ui'], ['element'], ['features'], ['tags'], ['define'],
];
const floorOf = (room) => floors.findIndex((rooms) => rooms.includes(room));

/** Rooms that stand on Lit, and may name the package's version. */
const onLit = ['page', 'model', 'ui', 'element', 'features', 'tags'];

const pathIn = (file) => relative(src, file).split(sep);

/** The outermost folder around `path`, below its room, whose door is its index.ts and which does not hold `from` too. */
function closedFolder(path, from) {
  for (let depth = 2; depth < path.length; depth++) {
    const folder = path.slice(0, depth);
    if (folder.every((part, k) => from[k] === part)) continue;
    if (existsSync(resolve(src, ...folder, 'index.ts'))) return folder;
  }
  return undefined;
}

/** What is wrong with an import of `specifier` in `file`; undefined where it may stand. */
export function problemOf(file, specifier, isType) {
  const from = pathIn(file);
  const [room] = from;
  if (floorOf(room) < 0) return undefined;
  if (!specifier.startsWith('.')) {
    const lit = onLit.includes(room) && /^lit(\/|$)/.test(specifier);
    return lit ? undefined : `src/${room} imports no package${onLit.includes(room) ? ' but lit' : ''}.`;
  }
  const to = pathIn(resolve(dirname(file), specifier));
  if (to.length === 1) {
    return to[0] === 'version.js' && floorOf(room) >= floorOf('page') ? undefined : `src/${room} does not import src/${to[0]}.`;
  }
  if (to[0] !== room && floorOf(to[0]) >= floorOf(room)) return `src/${room} imports from below it, not from src/${to[0]}.`;
  if (floorOf(to[0]) < 0) return `src/${room} does not import src/${to[0]}.`;
  if (room === 'tags' && to[0] === 'tags' && to[1] !== from[1]) return 'A tag does not import another.';
  const closed = isType ? undefined : closedFolder(to, from);
  if (closed && to.slice(closed.length).join('/') !== 'index.js') return `Import from the door of src/${closed.join('/')}, its index.ts.`;
  return undefined;
}

const isTypeOnly = (node) => node.importKind === 'type' || node.exportKind === 'type'
  || (node.specifiers?.length > 0 && node.specifiers.every((each) => each.importKind === 'type' || each.exportKind === 'type'));

/** Reports imports and exports from where a file may not import. */
export const rooms = {
  meta: { type: 'problem' },
  create(context) {
    const check = (node) => {
      if (!node.source) return;
      const message = problemOf(context.filename, node.source.value, isTypeOnly(node));
      if (message) context.report({ node: node.source, message });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};
