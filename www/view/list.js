/** The list: quote left, value right; organizations once a body with ×N. Only the rows near the viewport are in the page. */
import { bodyOf } from '../state/overlay.js';
import { t } from '../i18n/index.js';
import { button, focused, h, redraw } from './dom.js';
import { basisOf, valueOf } from './format.js';

const ROW = 44;
/** Rows are drawn by so many. */
const LOT = 16;

/** @typedef {{mentions: Item[], element?: HTMLElement}} Row */

/** @type {CreateView} */
export function createList(app) {
  const { editor } = app, { state } = app.store;
  /** @type {Row[]} */ let rows = [];
  const list = h('ul', { class: 'rows', role: 'list' });
  const scroller = h('div', { class: 'scroller', on: { scroll: draw } }, list);
  const empty = h('p', { class: 'empty', hidden: true });
  const heading = h('summary'), restorable = h('ul');
  const removed = h('details', { class: 'removed', hidden: true }, heading, restorable);
  // The details take room from the list: what is selected stays in sight.
  app.resized(scroller, () => {
    draw();
    reveal(select());
  });

  function draw() {
    const first = Math.max(0, Math.floor(scroller.scrollTop / ROW / LOT) - 1) * LOT;
    const last = Math.ceil((scroller.scrollTop + scroller.clientHeight) / ROW / LOT + 1) * LOT;
    const shown = rows.slice(first, last).map((row, at) => (row.element ??= rowElement(row, first + at)));
    if (shown.length && shown[0] === list.firstChild && shown.at(-1) === list.lastChild) return;
    const held = list.contains(focused()) ? focused()?.dataset.key : undefined;
    list.replaceChildren(...shown);
    select();
    if (held) (buttonAt(`[data-key="${held}"]`) ?? buttonAt('button'))?.focus({ preventScroll: true });
  }

  /** @param {Row} row @param {number} index */
  function rowElement({ mentions, mentions: [item] }, index) {
    const value = valueOf(item);
    const li = h('li', { 'aria-setsize': rows.length, 'aria-posinset': index + 1 },
      h('button', { class: `row ${item.type}`, data: { key: item.key, index } },
        h('mark', { class: item.type, data: item.origin === 'auto' ? {} : { origin: item.origin } }, item.text),
        h('span', { class: 'offscreen' }, ` ${t(`type.${item.type}`)} `),
        h('span', { class: 'value' }, [item.type === 'organization' && value === item.text ? t(`kind.${item.attrs.kind}`) : value, basisOf(item)].filter(Boolean).join(' · ')),
        mentions.length > 1 && h('span', { class: 'times' }, ` ×${mentions.length}`)));
    li.style.top = `${index * ROW}px`;
    return li;
  }

  /** @param {string} selector @returns {HTMLButtonElement | null} */
  const buttonAt = (selector) => list.querySelector(selector);

  /** Shows what is selected, which is the list's tab stop. */
  function select() {
    const index = rows.findIndex((row) => row.mentions.some((m) => m.key === state.selected));
    for (const press of list.querySelectorAll('button')) {
      press.ariaCurrent = press.dataset.index === String(index) ? 'true' : null;
      press.tabIndex = -1;
    }
    const stop = buttonAt('[aria-current]') ?? buttonAt('button');
    if (stop) stop.tabIndex = 0;
    return index;
  }

  /** @param {number} index @param {boolean} [focus] */
  function reveal(index, focus = false) {
    if (index < 0) return;
    const top = index * ROW;
    if (top < scroller.scrollTop || top + ROW > scroller.scrollTop + scroller.clientHeight) {
      scroller.scrollTop = top - scroller.clientHeight / 2;
      draw();
    }
    if (focus) buttonAt(`[data-index="${index}"]`)?.focus({ preventScroll: true });
  }

  list.addEventListener('keydown', (event) => {
    const way = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -1e9, End: 1e9 }[event.key];
    const at = Number(focused()?.dataset.index);
    if (!way || Number.isNaN(at)) return;
    event.preventDefault();
    reveal(Math.max(0, Math.min(rows.length - 1, at + way)), true);
  });

  function drawRemoved() {
    removed.hidden = !state.rejected.length;
    heading.textContent = t('removed', { n: state.rejected.length });
    restorable.replaceChildren(...state.rejected.map((item) => h('li', {},
      h('span', { class: 'quote' }, item.text),
      button(t('restore'), () => editor.inTurn(() => editor.restore(item)), { icon: 'restore', class: 'link' }))));
  }

  app.enterList = () => reveal(0, true);
  return {
    element: h('div', { class: 'list' }, empty, scroller, removed),
    update({ phase, items }, changed) {
      if (changed('items', 'shown', 'hideExtra', 'query', 'phase')) {
        rows = [...Map.groupBy(app.visible(), bodyOf).values()].map((mentions) => ({ mentions }));
        list.style.height = `${rows.length * ROW}px`;
        scroller.hidden = !rows.length;
        draw();
        const waiting = phase === 'scanning' || (phase === 'stopped' && !items.length);
        empty.hidden = rows.length > 0 || !(waiting || phase === 'done');
        empty.textContent = t(waiting ? 'list.waiting' : items.length ? 'list.filtered' : 'list.none');
      }
      if (changed('rejected')) redraw(removed, drawRemoved);
      if (changed('selected', 'items')) reveal(select());
    },
  };
}
