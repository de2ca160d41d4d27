/**
 * Fonts that tests bring, so that no picture and no width depends on the machine's: a page's own text is in
 * `Test Sans`, and the names that the tags' font stacks begin with are fonts of the tests too.
 */
export const FOLDER = '/node_modules/dejavu-fonts-ttf/ttf';

const faces = [
  ['Test Sans', 'DejaVuSans'],
  ['Test Sans', 'DejaVuSans-Bold', 'font-weight: bold'],
  ['Test Sans', 'DejaVuSans-Oblique', 'font-style: italic'],
  ['Iowan Old Style', 'DejaVuSerif'],
  ['Iowan Old Style', 'DejaVuSerif-Italic', 'font-style: italic'],
  ...['ui-monospace', 'SF Mono'].map((name) => [name, 'DejaVuSansMono']),
];

const rule = ([name, file, rest = '']) =>
  `@font-face { font-family: '${name}'; src: url('${FOLDER}/${file}.ttf'); ${rest} }`;

/** The style element of a test page. */
export const testFonts = `<style>${faces.map(rule).join('\n')}
:root, body { font-family: 'Test Sans' !important }</style>`;

/** Runs in the page: loads them all, as a canvas waits for no font. */
export async function loadFonts() {
  await Promise.all([...document.fonts].map((face) => face.load()));
}
