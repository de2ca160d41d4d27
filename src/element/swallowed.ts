/** What a tag may hold for readers without script or canvas: what is not seen, and words and pictures. */
const UNSEEN = 'script, link, noscript, style, template';
const FALLBACK = `${UNSEEN}, p, img, picture, source, svg, math, a, abbr, b, bdi, bdo, br, cite, code, dfn, em, i, `
  + 'kbd, mark, q, s, samp, small, span, strong, sub, sup, u, var, wbr';

/** What holds a whole fallback, if it stands alone and has no part of an article in it. */
const HOLDER = 'div, figure, table, ul, ol, dl, pre, blockquote, video, audio, object';
const ARTICLE = 'h1, h2, h3, h4, h5, h6, section, article, main, aside, header, footer, nav, form';

/** The most elements that a message names. */
const MAX_NAMED = 3;

/**
 * Returns the names of what a tag holds, if that was not meant for it, as where its end tag is forgotten or it seems to
 * close itself: browsers then put all that follows into it. Undefined where it may all be fallback.
 */
export function swallowedIn(host: Element): string | undefined {
  const isTag = ({ localName }: Element): boolean => localName.startsWith('nn-');
  const all = [...host.querySelectorAll('*')];
  if (!all.some((each) => isTag(each) || (each.parentElement === host && !each.matches(FALLBACK)))) return undefined;
  const seen = all.filter((each) => isTag(each) || (each.parentElement === host && !each.matches(UNSEEN)));
  const names = seen.slice(0, MAX_NAMED).map(({ localName, id }) => `<${localName}${id && ` id="${id}"`}>`).join(', ');
  const isHolder = seen.length === 1 && seen[0].matches(HOLDER) && !seen[0].querySelector(ARTICLE);
  if (isHolder) return undefined;
  return seen.length > MAX_NAMED ? `${names} and ${seen.length - MAX_NAMED} more` : names;
}
