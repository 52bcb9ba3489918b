/** The pop-up at a selection: 1 figure, 2 date, 3 organization. */
import { TYPES } from '../state/marks.js';
import { t } from '../i18n/index.js';
import { h, roving } from './dom.js';

/** @type {CreateView} */
export function createSelection(app) {
  const { state } = app.store;
  /** @type {{start: number, end: number} | null} */ let chosen = null;
  /** @type {number | undefined} */ let timer;
  const element = h('div', {
    class: 'selection', role: 'toolbar', 'aria-label': t('annotate.selection'), hidden: true,
    // Pressing a button must not end the selection.
    on: { pointerdown: (/** @type {Event} */ event) => event.preventDefault() },
  }, ...TYPES.map((type, index) => h('button', { class: `type ${type}`, on: { click: () => choose(index) } },
    h('kbd', { 'aria-hidden': 'true' }, String(index + 1)), t(`type.${type}`))));
  roving(element, 'button');

  /** @param {number} index */
  function choose(index) {
    if (!chosen) return false;
    const { start, end } = chosen, type = TYPES[index];
    hide();
    getSelection()?.removeAllRanges();
    app.editor.add(start, end, type).then((done) => app.say(done ? t('added', { type: t(`type.${type}`) }) : t('add.nothing')));
    return true;
  }

  function hide() {
    chosen = null;
    element.hidden = true;
  }

  function look() {
    const selection = getSelection();
    chosen = selection && covered(selection);
    element.hidden = !chosen;
    if (!chosen || !selection) return;
    const box = selection.getRangeAt(0).getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = element;
    element.style.left = `${Math.max(8, Math.min(innerWidth - width - 8, box.left + box.width / 2 - width / 2))}px`;
    element.style.top = `${box.top > height + 70 ? box.top - height - 8 : box.bottom + 8}px`;
  }

  /** What a selection covers, within one block. @param {Selection} selection */
  function covered(selection) {
    const range = !selection.isCollapsed && selection.getRangeAt(0);
    if (!range) return null;
    const within = range.startContainer, target = (within instanceof Element ? within : within.parentElement)?.closest('[data-block]');
    const index = Number(/** @type {HTMLElement | null | undefined} */ (target)?.dataset.block ?? -1), block = state.blocks[index];
    if (!target || !block || index === state.editing) return null;
    const before = document.createRange();
    before.setStart(target, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const start = block.start + before.toString().length;
    const end = target.contains(range.endContainer) ? start + range.toString().length : block.end;
    return end > start ? { start, end } : null;
  }

  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(look, 120);
  };
  document.addEventListener('selectionchange', soon, { signal: app.signal });
  document.addEventListener('scroll', () => chosen && soon(), { capture: true, signal: app.signal });

  app.choose = choose;
  // Words may have been selected before this view was there.
  soon();
  return {
    element,
    update(state, changed) {
      if (changed('phase', 'editing')) hide();
    },
  };
}
