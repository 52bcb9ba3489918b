/** The pop-up at a selection: 1 figure, 2 date, 3 organization. */
import { TYPES } from '../state/overlay.js';
import { t } from '../i18n/index.js';
import { h, roving } from './dom.js';

/**
 * @param {App} app
 * @returns {View & {choose(index: number): boolean}}
 */
export function createSelection(app) {
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
    chosen = selection && app.article.selectedOffsets(selection);
    element.hidden = !chosen;
    if (!chosen || !selection) return;
    const box = selection.getRangeAt(0).getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = element;
    element.style.left = `${Math.max(8, Math.min(innerWidth - width - 8, box.left + box.width / 2 - width / 2))}px`;
    element.style.top = `${box.top > height + 70 ? box.top - height - 8 : box.bottom + 8}px`;
  }

  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(look, 120);
  };
  document.addEventListener('selectionchange', soon, { signal: app.signal });
  document.addEventListener('scroll', () => chosen && soon(), { capture: true, signal: app.signal });

  return {
    element,
    choose,
    update(state, changed) {
      if (changed('phase', 'editing')) hide();
    },
  };
}
