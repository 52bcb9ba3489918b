/** The list: quote left, value right; organizations once a body with ×N. Only the rows near the viewport are in the page. */
import { t } from '../i18n/index.js';
import { button, h, redraw } from './dom.js';
import { basisOf, valueOf } from './format.js';

const ROW = 44;
const SPARE = 12;

/** @typedef {import('../types.d.ts').Item} Item */
/** @typedef {{item: Item, mentions: Item[]}} Row */

/** @param {import('./app.d.ts').App} app */
export function createList(app) {
  const { store, editor } = app;
  /** @type {Row[]} */ let rows = [];
  /** @type {Map<number, HTMLElement>} */ let drawn = new Map();
  let focusKey = '';
  const list = h('ul', { class: 'rows', role: 'list' });
  const scroller = h('div', { class: 'scroller', on: { scroll: draw } }, list);
  const empty = h('p', { class: 'empty', hidden: true });
  const removed = h('details', { class: 'removed', hidden: true }, h('summary', {}), h('ul', {}));
  const element = h('div', { class: 'list' }, empty, scroller, removed);
  // The details take room from the list: what is selected stays in sight.
  const watcher = new ResizeObserver(() => {
    draw();
    reveal(select(), false);
  });
  watcher.observe(scroller);

  /** @param {import('../types.d.ts').State} state */
  function group(state) {
    /** @type {Map<string, Row>} */ const bodies = new Map();
    rows = [];
    for (const item of app.visible(state)) {
      const key = item.type === 'organization' ? item.attrs.canonical : undefined;
      const known = key && bodies.get(key);
      if (known) {
        known.mentions.push(item);
        continue;
      }
      const row = { item, mentions: [item] };
      if (key) bodies.set(key, row);
      rows.push(row);
    }
    list.style.height = `${rows.length * ROW}px`;
    for (const row of drawn.values()) row.remove();
    drawn = new Map();
  }

  function draw() {
    const first = Math.max(0, Math.floor(scroller.scrollTop / ROW) - SPARE);
    const last = Math.min(rows.length, Math.ceil((scroller.scrollTop + scroller.clientHeight) / ROW) + SPARE);
    const hadFocus = list.contains(document.activeElement);
    for (const [index, row] of drawn) {
      if (index >= first && index < last) continue;
      row.remove();
      drawn.delete(index);
    }
    for (let index = first; index < last; index++) {
      if (drawn.has(index)) continue;
      const row = rowElement(rows[index], index);
      const after = [...drawn.keys()].filter((other) => other > index);
      list.insertBefore(row, after.length ? drawn.get(Math.min(...after)) ?? null : null);
      drawn.set(index, row);
    }
    select();
    if (hadFocus && !list.contains(document.activeElement)) buttonOf(focusKey)?.focus({ preventScroll: true });
  }

  /** @param {Row} row @param {number} index */
  function rowElement({ item, mentions }, index) {
    const value = valueOf(item);
    const press = h('button', {
      class: `row ${item.type}`, tabindex: -1, data: { key: item.key, index: String(index) },
    },
    h('mark', { class: item.type, data: item.origin === 'auto' ? {} : { origin: item.origin } }, item.text),
    h('span', { class: 'offscreen' }, ` ${t(`type.${item.type}`)} `),
    h('span', { class: 'value' }, [item.type === 'organization' && value === item.text ? t(`kind.${item.attrs.kind}`) : value, basisOf(item)].filter(Boolean).join(' · ')),
    mentions.length > 1 && h('span', { class: 'times' }, ` ×${mentions.length}`));
    const li = h('li', { 'aria-setsize': rows.length, 'aria-posinset': index + 1 }, press);
    li.style.top = `${index * ROW}px`;
    return li;
  }

  /** @param {string} key @returns {HTMLButtonElement | null} */
  const buttonOf = (key) => list.querySelector(`button[data-key="${key}"]`);

  function select() {
    const { selected } = store.state;
    const index = rows.findIndex((row) => row.mentions.some((m) => m.key === selected));
    for (const [at, row] of drawn) {
      const press = /** @type {HTMLElement} */ (row.firstElementChild);
      press.classList.toggle('selected', at === index);
      if (at === index) press.setAttribute('aria-current', 'true');
      else press.removeAttribute('aria-current');
      press.tabIndex = -1;
    }
    const stop = drawn.get(index) ?? drawn.get(Math.min(...drawn.keys()));
    if (stop) /** @type {HTMLElement} */ (stop.firstElementChild).tabIndex = 0;
    return index;
  }

  /** @param {number} index @param {boolean} focus */
  function reveal(index, focus) {
    if (index < 0) return;
    const top = index * ROW;
    if (top < scroller.scrollTop || top + ROW > scroller.scrollTop + scroller.clientHeight) {
      scroller.scrollTop = top - scroller.clientHeight / 2;
      draw();
    }
    if (focus) /** @type {HTMLElement | undefined} */ (drawn.get(index)?.firstElementChild)?.focus({ preventScroll: true });
  }

  list.addEventListener('click', (event) => {
    const press = /** @type {HTMLElement} */ (event.target).closest('button');
    if (press?.dataset.key) app.show(press.dataset.key);
  });
  list.addEventListener('keydown', (event) => {
    const way = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -1e9, End: 1e9 }[event.key];
    const at = Number(/** @type {HTMLElement} */ (event.target).dataset.index);
    if (!way || Number.isNaN(at)) return;
    event.preventDefault();
    reveal(Math.max(0, Math.min(rows.length - 1, at + way)), true);
  });
  list.addEventListener('focusin', (event) => (focusKey = /** @type {HTMLElement} */ (event.target).dataset.key ?? ''));
  list.addEventListener('pointerover', (event) => {
    store.set({ hovered: /** @type {HTMLElement} */ (event.target).closest('button')?.dataset.key ?? null });
  });
  list.addEventListener('pointerleave', () => store.set({ hovered: null }));

  /** @param {import('../types.d.ts').State} state */
  function drawRemoved(state) {
    removed.hidden = !state.rejected.length;
    removed.firstElementChild?.replaceChildren(t('removed', { n: state.rejected.length }));
    removed.lastElementChild?.replaceChildren(...state.rejected.map((item) => h('li', {},
      h('span', { class: 'quote' }, item.text),
      button(t('restore'), () => editor.inTurn(() => editor.restore(item)), { icon: 'restore', class: 'link' }))));
  }

  return {
    element,
    focusFirst: () => reveal(0, true),
    destroy: () => watcher.disconnect(),
    /** @param {import('../types.d.ts').State} state @param {Set<string>} changed */
    update(state, changed) {
      if (['items', 'shown', 'hideExtra', 'query', 'phase', 'tab'].some((key) => changed.has(key))) {
        const focused = list.contains(document.activeElement);
        group(state);
        draw();
        if (focused && !list.contains(document.activeElement)) (buttonOf(focusKey) ?? list.querySelector('button'))?.focus({ preventScroll: true });
        const waiting = state.phase === 'scanning' || (state.phase === 'stopped' && !state.items.length);
        empty.hidden = rows.length > 0 || !(waiting || state.phase === 'done');
        empty.textContent = waiting ? t('list.waiting') : state.items.length ? t('list.filtered') : t('list.none');
        scroller.hidden = !rows.length;
      }
      if (changed.has('rejected')) redraw(removed, () => drawRemoved(state));
      if (changed.has('selected') || changed.has('items')) reveal(select(), false);
    },
  };
}
