/** One block as a text field, in its place; what is found in it is shown by highlights while it is typed in. */
import { placesOf } from '../state/overlay.js';
import { t } from '../i18n/index.js';

const PAUSE_MS = 120;

/**
 * @param {App} app @param {ReturnType<typeof import('./highlights.js').createHighlights>} highlights
 * @param {(block: number) => {element: HTMLElement, text: string} | undefined} drawn a block as it is drawn
 * @param {() => void} done paints the marks again
 */
export function createEditing({ store: { state }, editor, say }, highlights, drawn, done) {
  return {
    /** @param {number} index */
    begin(index) {
      const block = drawn(index);
      if (!block || state.editing !== null) return;
      const { element } = block, over = new AbortController(), { signal } = over;
      editor.beginEdit(index);
      element.replaceChildren(block.text);
      // Whatever comes of it, the block is drawn anew.
      block.text = '\0';
      element.contentEditable = 'plaintext-only';
      element.role = 'textbox';
      element.ariaLabel = t('edit.block');
      element.classList.add('editing');
      element.focus();
      highlights.edited(state.items.filter((item) => item.block === index));
      say(t('edit.hint'));

      /** @type {number | undefined} */ let timer;
      const text = () => element.textContent ?? '';
      const annotate = async () => {
        if (!text().trim() || /[\n\r]/.test(text())) return;
        const marks = await editor.editBlock(index, text);
        if (marks && !signal.aborted) highlights.edited(placesOf(marks));
      };
      /** What is still being composed is left alone. @param {Event} event */
      const input = (event) => {
        clearTimeout(timer);
        if (!(/** @type {InputEvent} */ (event).isComposing)) timer = window.setTimeout(annotate, PAUSE_MS);
      };
      element.addEventListener('input', input, { signal });
      element.addEventListener('compositionend', input, { signal });
      element.addEventListener('keydown', (event) => {
        event.stopPropagation();
        if (event.isComposing || !(event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey))) return;
        event.preventDefault();
        element.blur();
      }, { signal });
      element.addEventListener('blur', async () => {
        clearTimeout(timer);
        over.abort();
        for (const attribute of ['contenteditable', 'role', 'aria-label']) element.removeAttribute(attribute);
        element.classList.remove('editing');
        highlights.edited([]);
        await editor.endEdit(index, text());
        done();
      }, { signal });
    },
  };
}
