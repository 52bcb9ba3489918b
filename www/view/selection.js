/** The pop-up at a selection: 1 figure, 2 date, 3 organization. */
import { TYPES } from '../state/overlay.js';
import { t } from '../i18n/index.js';
import { h, roving } from './dom.js';

/**
 * @param {import('./app.d.ts').App} app
 * @returns {import('../types.d.ts').View & {choose(index: number): boolean}}
 */
export function createSelection(app) {
  const { editor } = app;
  /** @type {{start: number, end: number} | null} */ let chosen = null;
  const buttons = TYPES.map((type, index) => h('button', { class: `type ${type}`, on: { click: () => choose(index) } },
    h('kbd', { 'aria-hidden': 'true' }, String(index + 1)), t(`type.${type}`)));
  const element = h('div', { class: 'selection', role: 'toolbar', 'aria-label': t('annotate.selection'), hidden: true }, ...buttons);
  roving(element, 'button');
  // Pressing a button must not end the selection.
  element.addEventListener('pointerdown', (event) => event.preventDefault());

  /** @param {number} index */
  function choose(index) {
    if (!chosen) return false;
    const { start, end } = chosen;
    hide();
    getSelection()?.removeAllRanges();
    editor.add(start, end, TYPES[index]).then((done) => app.say(done ? t('added', { type: t(`type.${TYPES[index]}`) }) : t('add.nothing')));
    return true;
  }

  function hide() {
    chosen = null;
    element.hidden = true;
  }

  function look() {
    const selection = getSelection();
    chosen = selection && !selection.isCollapsed ? app.article?.selectedOffsets(selection) ?? null : null;
    element.hidden = !chosen;
    if (!chosen || !selection) return;
    const box = selection.getRangeAt(0).getBoundingClientRect();
    const width = element.offsetWidth, above = box.top > element.offsetHeight + 70;
    element.style.left = `${Math.max(8, Math.min(innerWidth - width - 8, box.left + box.width / 2 - width / 2))}px`;
    element.style.top = `${above ? box.top - element.offsetHeight - 8 : box.bottom + 8}px`;
  }

  /** @type {number | undefined} */ let timer;
  const changed = () => {
    clearTimeout(timer);
    timer = window.setTimeout(look, 120);
  };
  document.addEventListener('selectionchange', changed);
  document.addEventListener('scroll', hideOnScroll, true);
  function hideOnScroll() {
    if (chosen) changed();
  }

  return {
    element,
    choose,
    update(state, keys) {
      if (keys.has('phase') || keys.has('editing')) hide();
    },
    destroy() {
      document.removeEventListener('selectionchange', changed);
      document.removeEventListener('scroll', hideOnScroll, true);
    },
  };
}
