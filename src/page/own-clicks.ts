import { composedAncestors } from './layout.js';

/** What is operated in a shadow root; a box of class `own` as a whole: a click beside a button is not for the page. */
const OWN = 'button, input, select, textarea, summary, .own';

/** What acts on a click of anything in it. */
const AROUND = 'a[href], button, label, summary';

/**
 * Keeps clicks on the controls of a shadow root from a link, or the like, that the page has put around the host: they
 * would act and leave the page. Pictures prevent the default of the clicks that they use. Nor can the link be dragged
 * away by a control or a picture.
 */
export function keepOwnClicks(root: ShadowRoot): void {
  const isAround = (): boolean => composedAncestors(root.host).some((node) => node !== root.host
    && node instanceof Element && node.matches(AROUND));

  root.addEventListener('click', (event) => {
    const own = (event.target as Element).closest(OWN);
    if (!own || !root.contains(own) || !isAround()) return;
    // A label's own default is the click of its control, which comes here too.
    if (!(event.target as Element).closest('label') || own.matches('input, select, textarea')) event.preventDefault();
    if (own.matches('summary')) (own.parentElement as HTMLDetailsElement).toggleAttribute('open');
    if (own.matches('[type=checkbox], [type=radio]')) checkAfter(own as HTMLInputElement);
  });

  root.addEventListener('pointerdown', ({ target }) => {
    const document = root.ownerDocument;
    if (!(target as Element).closest(`${OWN}, canvas`) || !isAround()) return;
    const over = new AbortController();
    const options = { capture: true, signal: over.signal };
    document.addEventListener('dragstart', (event) => event.preventDefault(), options);
    for (const type of ['pointerup', 'pointercancel']) document.addEventListener(type, () => over.abort(), options);
  });
}

/** Does what a click does to a box to tick, which goes back at the end of a click whose default is prevented. */
function checkAfter(input: HTMLInputElement): void {
  const { checked } = input;
  setTimeout(() => {
    input.checked = checked;
    for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
  });
}
