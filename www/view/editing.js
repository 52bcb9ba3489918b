/** One block as a text field, in its place; what is found in it is shown by highlights while it is typed in. */
import { placesOf } from '../state/marks.js';
import { t } from '../i18n/index.js';
import { button, closest } from './dom.js';
import { createHighlights } from './highlights.js';

const PAUSE_MS = 120;

/**
 * The button beside the block under the pointer, and what it begins.
 * @param {App} app @param {HTMLElement} body what the blocks stand in
 * @param {(block: number) => {element: HTMLElement, text: string} | undefined} drawn a block as it is drawn
 * @param {() => void} done paints the marks again
 * @returns {View}
 */
export function createEditing(app, body, drawn, done) {
  const { store: { state }, editor, say } = app;
  const highlights = createHighlights(app, (block) => drawn(block)?.element);
  /** The block under the pointer. */
  let hovered = -1;
  const element = button(t('edit.block'), () => begin(hovered), { icon: 'edit', bare: true, class: 'bare edit-block' });
  element.hidden = true;
  element.tabIndex = -1;

  /** @param {number} index */
  function begin(index) {
    const block = drawn(index);
    if (!block || state.editing !== null) return;
    const { element: field } = block, over = new AbortController(), { signal } = over;
    editor.beginEdit(index);
    field.replaceChildren(block.text);
    // Whatever comes of it, the block is drawn anew.
    block.text = '\0';
    field.contentEditable = 'plaintext-only';
    field.role = 'textbox';
    field.ariaLabel = t('edit.block');
    field.classList.add('editing');
    field.focus();
    highlights.edited(state.items.filter((item) => item.block === index));
    say(t('edit.hint'));

    /** @type {number | undefined} */ let timer;
    const text = () => field.textContent ?? '';
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
    field.addEventListener('input', input, { signal });
    field.addEventListener('compositionend', input, { signal });
    field.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.isComposing || !(event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey))) return;
      event.preventDefault();
      field.blur();
    }, { signal });
    field.addEventListener('blur', async () => {
      clearTimeout(timer);
      over.abort();
      for (const attribute of ['contenteditable', 'role', 'aria-label']) field.removeAttribute(attribute);
      field.classList.remove('editing');
      highlights.edited([]);
      await editor.endEdit(index, text());
      done();
    }, { signal });
  }

  /** @param {Event} event */
  const blockAt = (event) => Number(closest(event, '[data-block]')?.dataset.block ?? -1);

  body.addEventListener('dblclick', (event) => {
    if (event.altKey) begin(blockAt(event));
  });
  body.addEventListener('pointerover', (event) => {
    const index = blockAt(event), block = drawn(index);
    if (!block || index === hovered || state.phase === 'failed' || state.editing !== null) return;
    hovered = index;
    element.hidden = false;
    element.style.top = `${block.element.getBoundingClientRect().top - body.getBoundingClientRect().top}px`;
  });
  body.parentElement?.addEventListener('pointerleave', () => {
    hovered = -1;
    element.hidden = true;
  });

  app.beginEdit = begin;
  return {
    element,
    update(_, changed) {
      if (changed('editing')) element.hidden = true;
      highlights.update(changed);
    },
  };
}
