/** Puts a button beside the HTML of each section that copies it. */
const words = {
  en: { copy: 'copy HTML', copied: 'copied', byHand: 'selected' },
  ja: { copy: 'HTMLをコピー', copied: 'コピーしました', byHand: '選択しました' },
};

for (const pre of document.querySelectorAll<HTMLElement>('section > pre:first-of-type')) {
  const { copy, copied, byHand } = pre.closest('[lang=ja]') ? words.ja : words.en;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.ariaLive = 'polite';
  button.textContent = copy;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(pre.textContent);
      button.textContent = copied;
    } catch {
      // A page without HTTPS, or a browser that does not allow it: ready for the reader's own keys.
      getSelection()?.selectAllChildren(pre);
      button.textContent = byHand;
    }
    setTimeout(() => (button.textContent = copy), 2000);
  });
  pre.before(button);
}
