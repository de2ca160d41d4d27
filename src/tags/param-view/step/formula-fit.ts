/**
 * Gives each formula the gaps that it has room for: wide ones, `tight` ones if it is too wide for those, and lines that
 * break, each `apart` from the columns of the others, if it is too wide for any.
 */
export function fitFormulas(root: ParentNode): void {
  for (const formula of root.querySelectorAll<HTMLElement>('.formula')) {
    const overflows = (): boolean => formula.scrollWidth > formula.clientWidth;
    formula.classList.remove('tight', 'apart');
    if (!overflows()) continue;
    formula.classList.add('tight');
    if (overflows()) formula.classList.replace('tight', 'apart');
  }
}
