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

/** The outermost folder around `path`, below its room, that has an index.ts as its door and does not hold `from`. */
function closedFolder(path, from) {
  for (let depth = 2; depth < path.length; depth++) {
    const folder = path.slice(0, depth);
    if (folder.every((part, k) => from[k] === part)) continue;
    if (existsSync(resolve(src, ...folder, 'index.ts'))) return folder;
  }
  return undefined;
}

/** What is wrong with an import of `specifier` in `file`; undefined where it may stand. */
export function problemOf(file, specifier, ofTypes) {
  const from = pathIn(file);
  const [room] = from;
  if (floorOf(room) < 0) return undefined;
  if (!specifier.startsWith('.')) {
    const lit = onLit.includes(room) && /^lit(\/|$)/.test(specifier);
    return lit ? undefined : `src/${room} may import ${onLit.includes(room) ? 'only lit' : 'no package'}.`;
  }
  const to = pathIn(resolve(dirname(file), specifier));
  if (to.length === 1) {
    const isOpen = to[0] === 'version.js' && floorOf(room) >= floorOf('page');
    return isOpen ? undefined : `src/${room} may not import src/${to[0]}.`;
  }
  if (to[0] !== room && (floorOf(to[0]) < 0 || floorOf(to[0]) >= floorOf(room))) {
    return `src/${room} may import only from rooms below it, not from src/${to[0]}.`;
  }
  if (room === 'tags' && to[0] === 'tags' && to[1] !== from[1]) return 'A tag may not import another.';
  const closed = ofTypes ? undefined : closedFolder(to, from);
  if (!closed || to.slice(closed.length).join('/') === 'index.js') return undefined;
  return `Import from the door of src/${closed.join('/')}, its index.ts.`;
}

const isType = (node) => node.importKind === 'type' || node.exportKind === 'type';
const isTypeOnly = (node) => isType(node) || (node.specifiers?.length > 0 && node.specifiers.every(isType));

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
