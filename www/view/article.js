/** The article: blocks in sections, marks in blocks, one text run a block whose textContent is the block's text. */
import { TYPES, placesOf } from '../state/marks.js';
import { t } from '../i18n/index.js';
import { closest, focused, h, narrow } from './dom.js';
import { late } from './late.js';

const SECTION = 24;
const SLICE_MS = 8;
const TAGS = /** @type {Record<string, 'h1' | 'h2' | 'p' | 'pre'>} */ ({ title: 'h1', heading: 'h2', table: 'pre' });

/** What is drawn of a block: its text, and its marks in short. @typedef {{element: HTMLElement, text: string, marks: string}} Drawn */

/** @param {App} app @returns {ArticleView} */
export function createArticle(app) {
  const { store } = app, { state } = store;
  const body = h('div', { class: 'blocks' });
  const editing = late(app, ({ createEditing }) => createEditing(app, body, (block) => drawn[block], () => paint()));
  const element = h('article', { class: 'article', 'aria-label': t('article') }, body, editing.element);
  /** @type {Drawn[]} */ let drawn = [];
  /** The marks to be painted, by block. @type {Map<number, Place[]>} */ let places = new Map();
  let docId = '';
  /** Grows with every painting; an older one stops at its next slice. */
  let painting = 0;

  /** Makes those blocks anew whose text or role has changed; while one is typed in, the others wait. */
  function build() {
    const { blocks, doc } = state, text = doc?.text ?? '';
    const same = doc?.id === docId && blocks.length === drawn.length;
    // What waits to be painted is of another text now.
    painting++;
    places = new Map();
    if (same && state.editing !== null) return;
    docId = doc?.id ?? '';
    drawn = blocks.map(({ start, end, role }, index) => {
      const old = same ? drawn[index] : undefined, now = text.slice(start, end);
      if (old?.text === now && old.element.dataset.role === role) return old;
      const fresh = h(TAGS[role] ?? 'p', { data: { block: index, role } }, now);
      old?.element.replaceWith(fresh);
      return { element: fresh, text: now, marks: '' };
    });
    if (!same) {
      body.replaceChildren(...Array.from({ length: Math.ceil(drawn.length / SECTION) }, (_, at) =>
        h('div', { class: 'section' }, ...drawn.slice(at * SECTION, (at + 1) * SECTION).map((block) => block.element))));
    }
    body.lang = state.info?.lang ?? '';
  }

  /** What can be seen first, the rest in slices that leave the page responsive. */
  async function paint() {
    const mine = ++painting;
    places = Map.groupBy(state.items, (item) => item.block);
    const seen = [...body.children].findIndex((section) => section.getBoundingClientRect().bottom > 0);
    const first = Math.max(0, seen) * SECTION;
    let until = Infinity;
    for (let n = 0; n < drawn.length; n++) {
      if (n === 2 * SECTION) until = performance.now() + SLICE_MS;
      if (performance.now() > until) {
        await new Promise((go) => setTimeout(go));
        if (mine !== painting) return;
        until = performance.now() + SLICE_MS;
      }
      paintBlock((first + n) % drawn.length);
    }
    // The article is one tab stop.
    const stop = body.querySelector('mark[tabindex="0"]') ?? body.querySelector('mark');
    stop?.setAttribute('tabindex', '0');
  }

  /** @param {number} index @param {Place[]} [list] in order, without overlaps */
  function paintBlock(index, list = places.get(index) ?? []) {
    const block = state.blocks[index], target = drawn[index];
    if (!block || !target || index === state.editing) return;
    const marks = list.map((p) => `${p.start - block.start},${p.end - block.start},${p.key},${p.type},${p.origin}`).join(';');
    if (target.marks === marks) return;
    target.marks = marks;
    const nodes = [];
    let at = 0;
    for (const { start, end, type, key, origin } of list) {
      const [from, to] = [start - block.start, end - block.start];
      if (from < at || to > target.text.length) continue;
      const data = origin === 'auto' ? { key } : { key, origin };
      nodes.push(target.text.slice(at, from), h('mark', { class: type, tabindex: -1, data }, target.text.slice(from, to)));
      at = to;
    }
    const before = [...target.element.children], held = before.indexOf(/** @type {Element} */ (focused()));
    target.element.replaceChildren(...[...nodes, target.text.slice(at)].filter((node) => node !== ''));
    if (state.selected) markOf(state.selected, target.element)?.classList.add('selected');
    if (held < 0) return;
    // Where the mark is gone, the next one has the focus.
    const after = target.element.children, key = /** @type {HTMLElement} */ (before[held]).dataset.key;
    const again = markOf(state.selected ?? '', target.element) ?? markOf(key ?? '', target.element)
      ?? after[Math.min(held, after.length - 1)] ?? body.querySelector('mark');
    /** @type {HTMLElement | null} */ (again)?.focus({ preventScroll: true });
  }

  /** @param {string} key @param {ParentNode} [within] @returns {HTMLElement | null} */
  const markOf = (key, within = body) => within.querySelector(`mark[data-key="${key}"]`);

  body.addEventListener('click', (event) => {
    const key = closest(event, 'mark')?.dataset.key;
    if (key && getSelection()?.isCollapsed !== false) store.set({ selected: key });
  });
  body.addEventListener('focusin', (event) => {
    const mark = closest(event, 'mark');
    if (!mark) return;
    body.querySelector('mark[tabindex="0"]')?.setAttribute('tabindex', '-1');
    mark.tabIndex = 0;
  });

  return {
    element,
    update(now, changed) {
      if (changed('blocks') || (changed('editing') && now.editing === null)) build();
      if (changed('marks') && now.phase === 'scanning') Map.groupBy(placesOf(now.marks), (place) => place.block).forEach((list, block) => paintBlock(block, list));
      if (changed('items') && now.phase !== 'opening') paint();
      TYPES.forEach((type) => element.classList.toggle(`without-${type}`, !now.shown[type]));
      element.classList.toggle('without-extra', now.hideExtra);
      if (changed('selected')) {
        body.querySelector('mark.selected')?.classList.remove('selected');
        markOf(now.selected ?? '')?.classList.add('selected');
        const item = narrow.matches && app.editor.selected();
        if (item) this.reveal(item);
      }
      editing.update(now, changed);
    },

    reveal(item, focus = false) {
      if (places.has(item.block)) paintBlock(item.block);
      const mark = markOf(item.key) ?? drawn[item.block]?.element;
      if (!mark) return;
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches || drawn.length > 400;
      const { top, bottom } = mark.getBoundingClientRect();
      // On a phone the details cover the lower part of the window.
      const low = narrow.matches ? innerHeight * 0.36 : innerHeight - 200;
      if (top < 120 || bottom > low) mark.scrollIntoView({ block: narrow.matches ? 'start' : 'center', behavior: calm ? 'instant' : 'smooth' });
      if (focus) mark.focus({ preventScroll: true });
    },
  };
}
