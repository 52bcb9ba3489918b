/** The article: blocks in sections, marks in blocks, one text run a block whose textContent is the block's text. */
import { TYPES } from '../state/overlay.js';
import { t } from '../i18n/index.js';
import { button, h, narrow } from './dom.js';

const SECTION = 24;
const SLICE_MS = 8;
const TAGS = /** @type {Record<string, 'h1' | 'h2' | 'p' | 'pre'>} */ ({ title: 'h1', heading: 'h2', table: 'pre' });

/** @typedef {{start: number, end: number, type: string, key: string, origin: string}} Painted */

/** @param {import('./app.d.ts').App} app @returns {import('./app.d.ts').ArticleView} */
export function createArticle(app) {
  const { store, editor } = app;
  const { state } = store;
  const edit = button(t('edit.block'), () => hoveredBlock >= 0 && beginEdit(hoveredBlock), { icon: 'edit', bare: true, class: 'bare edit-block' });
  const body = h('div', { class: 'blocks' });
  const element = h('article', { class: 'article', 'aria-label': t('article') }, body, edit);
  edit.hidden = true;
  edit.tabIndex = -1;

  /** @type {HTMLElement[]} */ let elements = [];
  /** @type {string[]} */ let signatures = [];
  /** @type {string[]} */ let texts = [];
  let docId = '';
  let hoveredBlock = -1;
  let composing = false;
  /** Blocks still to be painted, and with what. @type {Map<number, Painted[]>} */ let waiting = new Map();
  let painting = false;

  // ------------------------------------------------------------------------------------------------- building

  function build() {
    const { blocks, doc } = state;
    const text = doc?.text ?? '';
    if (doc?.id === docId && blocks.length === elements.length) {
      // What waits to be painted is of another text now; while a block is being typed in, the others wait.
      waiting.clear();
      if (state.editing === null) refreshBlocks(text);
      return;
    }
    docId = doc?.id ?? '';
    waiting.clear();
    const sections = [];
    elements = blocks.map((block, index) => blockElement(block, index, text));
    texts = elements.map((e) => e.textContent ?? '');
    signatures = elements.map(() => '');
    for (let at = 0; at < elements.length; at += SECTION) {
      sections.push(h('div', { class: 'section' }, ...elements.slice(at, at + SECTION)));
    }
    body.replaceChildren(...sections);
    body.lang = state.info?.lang ?? '';
  }

  /** @param {import('../types.d.ts').Block} block @param {number} index @param {string} text */
  function blockElement(block, index, text) {
    return h(TAGS[block.role] ?? 'p', { data: { block: String(index), role: block.role } }, text.slice(block.start, block.end));
  }

  /** The same number of blocks: only those whose text or role changed are made anew. @param {string} text */
  function refreshBlocks(text) {
    body.lang = state.info?.lang ?? '';
    state.blocks.forEach((block, index) => {
      const now = text.slice(block.start, block.end);
      if (index === state.editing || (texts[index] === now && elements[index].dataset.role === block.role)) return;
      const fresh = blockElement(block, index, text);
      elements[index].replaceWith(fresh);
      elements[index] = fresh;
      texts[index] = now;
      signatures[index] = '';
    });
  }

  // ------------------------------------------------------------------------------------------------- painting

  /** Marks of the core, four numbers each. @param {Uint32Array} marks */
  function painted(marks) {
    const places = [];
    for (let i = 0; i < marks.length; i += 4) {
      const [start, end, code, block] = marks.subarray(i, i + 4), type = TYPES[code];
      places.push({ start, end, type, block, key: `a${start}-${end}${type[0]}`, origin: 'auto' });
    }
    return places;
  }

  /** @param {(Painted & {block: number})[]} places @param {Map<number, Painted[]>} [lists] */
  function byBlock(places, lists = new Map()) {
    for (const place of places) {
      const list = lists.get(place.block);
      if (list) list.push(place);
      else lists.set(place.block, [place]);
    }
    return lists;
  }

  function paintItems() {
    waiting = byBlock(state.items, new Map(elements.map((_, index) => [index, []])));
    // What can be seen first, the rest in slices that leave the page responsive.
    const first = firstVisible();
    for (let index = first; index < Math.min(first + 2 * SECTION, elements.length); index++) paintNow(index);
    if (!painting) paintSlice();
  }

  function firstVisible() {
    const sections = [...body.children];
    const at = sections.findIndex((section) => section.getBoundingClientRect().bottom > 0);
    return Math.max(0, at) * SECTION;
  }

  function paintSlice() {
    painting = true;
    const until = performance.now() + SLICE_MS;
    for (const index of waiting.keys()) {
      paintNow(index);
      if (performance.now() > until) break;
    }
    painting = waiting.size > 0;
    if (painting) setTimeout(paintSlice);
    else element.dispatchEvent(new Event('painted'));
  }

  /** @param {number} index */
  function paintNow(index) {
    const list = waiting.get(index);
    waiting.delete(index);
    if (list) paintBlock(index, list);
  }

  /** @param {number} index @param {Painted[]} list in order, without overlaps */
  function paintBlock(index, list) {
    const block = state.blocks[index], target = elements[index];
    if (!block || !target || index === state.editing) return;
    const signature = list.map((p) => `${p.start - block.start},${p.end - block.start},${p.key},${p.type},${p.origin}`).join(';');
    if (signatures[index] === signature) return;
    signatures[index] = signature;
    const text = state.doc?.text ?? '';
    const before = [...target.children];
    const focused = before.find((mark) => mark === document.activeElement);
    const nodes = [];
    let at = block.start;
    for (const p of list) {
      if (p.start < at || p.end > block.end) continue;
      if (p.start > at) nodes.push(text.slice(at, p.start));
      const mark = document.createElement('mark');
      mark.className = p.type;
      mark.dataset.key = p.key;
      if (p.origin !== 'auto') mark.dataset.origin = p.origin;
      mark.tabIndex = -1;
      mark.textContent = text.slice(p.start, p.end);
      nodes.push(mark);
      at = p.end;
    }
    nodes.push(text.slice(at, block.end));
    target.replaceChildren(...nodes.filter((node) => node !== ''));
    if (state.selected) markOf(state.selected, target)?.classList.add('selected');
    if (!(focused instanceof HTMLElement)) return;
    // Where the mark is gone, the next one has the focus.
    const near = target.children[Math.min(before.indexOf(focused), target.children.length - 1)] ?? body.querySelector('mark');
    const again = markOf(state.selected ?? '', target) ?? markOf(focused.dataset.key ?? '', target) ?? near;
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  }

  /** @param {string} key @param {ParentNode} [within] @returns {HTMLElement | null} */
  function markOf(key, within = body) {
    return within.querySelector(`mark[data-key="${key}"]`);
  }

  // ------------------------------------------------------------------------------------------------- highlights

  /** Passing highlights, which never touch the text. @param {string} name @param {{start: number, end: number, block: number}[]} places */
  function highlight(name, places) {
    if (!CSS.highlights) return;
    const ranges = places.map(({ start, end, block }) => rangeOf(block, start, end)).filter((range) => range !== null);
    if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
    else CSS.highlights.delete(name);
  }

  /** @param {number} block @param {number} start @param {number} end @returns {Range | null} */
  function rangeOf(block, start, end) {
    const target = elements[block], offset = state.blocks[block]?.start;
    if (!target) return null;
    const range = document.createRange();
    let at = offset, begun = false;
    const walker = document.createTreeWalker(target, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.nodeValue?.length ?? 0;
      if (!begun && start < at + length) {
        range.setStart(node, start - at);
        begun = true;
      }
      if (begun && end <= at + length) {
        range.setEnd(node, end - at);
        return range;
      }
      at += length;
    }
    return null;
  }

  function highlightMentions() {
    const item = state.items.find((i) => i.key === state.hovered);
    const same = !item ? [] : item.type === 'organization'
      ? state.items.filter((i) => i.type === 'organization' && i.attrs.canonical === item.attrs.canonical) : [item];
    // The mark under the pointer shows itself.
    const own = /** @type {HTMLElement | null} */ (body.querySelector('mark:hover'))?.dataset.key;
    highlight('mention', same.filter((i) => i.key !== own));
  }

  function highlightSearch() {
    const needle = state.query.trim().toLowerCase();
    /** @type {{start: number, end: number, block: number}[]} */ const places = [];
    if (needle.length > 0) {
      texts.forEach((text, block) => {
        const lower = text.toLowerCase();
        if (lower.length !== text.length) return;
        for (let at = lower.indexOf(needle); at >= 0 && places.length < 1000; at = lower.indexOf(needle, at + needle.length)) {
          const start = state.blocks[block].start + at;
          places.push({ start, end: start + needle.length, block });
        }
      });
    }
    highlight('search', places);
  }

  // ------------------------------------------------------------------------------------------------- editing

  /** @param {number} index */
  function beginEdit(index) {
    const target = elements[index];
    if (!target || state.editing !== null) return;
    editor.beginEdit(index);
    edit.hidden = true;
    target.replaceChildren(texts[index]);
    signatures[index] = 'editing';
    target.contentEditable = 'plaintext-only';
    target.setAttribute('role', 'textbox');
    target.setAttribute('aria-label', t('edit.block'));
    target.classList.add('editing');
    target.focus();
    highlightEdited(state.items.filter((item) => item.block === index));
    app.say(t('edit.hint'));
    /** @type {number | undefined} */ let timer;
    const text = () => target.textContent ?? '';
    const live = async () => {
      if (composing || !text().trim() || /[\n\r]/.test(text())) return;
      const marks = await editor.editBlock(index, text);
      if (marks && state.editing === index && !composing) highlightEdited(painted(marks));
    };
    const input = () => {
      clearTimeout(timer);
      timer = window.setTimeout(live, 120);
    };
    const end = async () => {
      clearTimeout(timer);
      target.removeEventListener('input', input);
      target.removeEventListener('blur', end);
      target.removeEventListener('keydown', keys);
      for (const attribute of ['contenteditable', 'role', 'aria-label']) target.removeAttribute(attribute);
      target.classList.remove('editing');
      highlightEdited([]);
      texts[index] = '\0';
      await editor.endEdit(index, text());
      build();
      paintItems();
    };
    /** @param {KeyboardEvent} event */
    const keys = (event) => {
      event.stopPropagation();
      if (event.isComposing) return;
      if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
        event.preventDefault();
        target.blur();
      }
    };
    target.addEventListener('input', input);
    target.addEventListener('blur', end);
    target.addEventListener('keydown', keys);
    target.addEventListener('compositionstart', () => (composing = true));
    target.addEventListener('compositionend', () => {
      composing = false;
      input();
    });
  }

  /** @param {(Painted & {block: number})[]} places */
  function highlightEdited(places) {
    for (const type of TYPES) highlight(`edited-${type}`, places.filter((place) => place.type === type));
  }

  // ------------------------------------------------------------------------------------------------- pointer, focus

  /** @param {Event} event @returns {HTMLElement | null} */
  const markAt = (event) => /** @type {HTMLElement} */ (event.target).closest?.('mark') ?? null;

  body.addEventListener('click', (event) => {
    const mark = markAt(event);
    const selection = getSelection();
    if (mark && (!selection || selection.isCollapsed)) store.set({ selected: mark.dataset.key });
  });
  body.addEventListener('dblclick', (event) => {
    if (event.altKey) beginEdit(blockAt(event.target));
  });
  body.addEventListener('pointerover', (event) => {
    store.set({ hovered: markAt(event)?.dataset.key ?? null });
    const index = blockAt(event.target);
    if (index >= 0 && index !== hoveredBlock && state.phase !== 'failed' && state.editing === null) {
      hoveredBlock = index;
      edit.hidden = false;
      edit.style.top = `${elements[index].getBoundingClientRect().top - element.getBoundingClientRect().top}px`;
    }
  });
  element.addEventListener('pointerleave', () => {
    store.set({ hovered: null });
    hoveredBlock = -1;
    edit.hidden = true;
  });
  body.addEventListener('focusin', (event) => {
    const mark = markAt(event);
    if (!mark) return;
    body.querySelector('mark[tabindex="0"]')?.setAttribute('tabindex', '-1');
    mark.tabIndex = 0;
  });

  /** @param {EventTarget | null} target */
  function blockAt(target) {
    const block = target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest('[data-block]')) : null;
    return block ? Number(block.dataset.block) : -1;
  }

  function oneTabStop() {
    if (!body.querySelector('mark[tabindex="0"]')) body.querySelector('mark')?.setAttribute('tabindex', '0');
  }
  element.addEventListener('painted', oneTabStop);

  return {
    element,
    update(now, changed) {
      if (changed.has('blocks')) build();
      if (changed.has('marks') && now.phase === 'scanning') byBlock(painted(now.marks)).forEach((list, block) => paintBlock(block, list));
      if (changed.has('items') && now.phase !== 'opening') paintItems();
      if (changed.has('shown')) TYPES.forEach((type) => element.classList.toggle(`without-${type}`, !now.shown[type]));
      if (changed.has('hideExtra')) element.classList.toggle('without-extra', now.hideExtra);
      if (changed.has('selected')) {
        body.querySelectorAll('mark.selected').forEach((mark) => mark.classList.remove('selected'));
        if (now.selected) markOf(now.selected)?.classList.add('selected');
        const item = narrow.matches && now.items.find((i) => i.key === now.selected);
        if (item) this.reveal(item);
      }
      if (changed.has('hovered') || changed.has('items')) highlightMentions();
      if (changed.has('query') || (changed.has('blocks') && now.query)) highlightSearch();
    },
    beginEdit,
    reveal(item, focus = false) {
      for (const index of [...waiting.keys()].filter((index) => index === item.block)) paintNow(index);
      const mark = markOf(item.key) ?? elements[item.block];
      if (!mark) return;
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const { top, bottom } = mark.getBoundingClientRect();
      // On a phone the details cover the lower part of the window.
      const low = narrow.matches ? innerHeight * 0.36 : innerHeight - 200;
      if (top < 120 || bottom > low) mark.scrollIntoView({ block: narrow.matches ? 'start' : 'center', behavior: calm || elements.length > 400 ? 'instant' : 'smooth' });
      if (focus) mark.focus({ preventScroll: true });
    },
    selectedOffsets(selection) {
      const range = selection.rangeCount ? selection.getRangeAt(0) : null;
      if (!range || range.collapsed) return null;
      const index = blockAt(range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement);
      if (index < 0 || index === state.editing) return null;
      const target = elements[index];
      const before = document.createRange();
      before.selectNodeContents(target);
      before.setEnd(range.startContainer, range.startOffset);
      const start = state.blocks[index].start + before.toString().length;
      const inside = target.contains(range.endContainer) ? range.toString().length : target.textContent?.length ?? 0;
      const end = Math.min(start + inside, state.blocks[index].end);
      return end > start ? { start, end, block: index } : null;
    },
    destroy: () => ['mention', 'search', ...TYPES.map((type) => `edited-${type}`)].forEach((name) => CSS.highlights?.delete(name)),
  };
}
