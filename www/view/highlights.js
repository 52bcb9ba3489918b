/** Passing highlights, which never touch the text: what is hovered, what is searched, what is found in a block being edited. */
import { TYPES } from '../state/marks.js';
import { bodyOf } from '../state/overlay.js';

/** Where a number of characters into an element's text are passed. @param {HTMLElement} element @param {number} at @returns {[Node, number] | undefined} */
function pointIn(element, at) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (at <= length) return [node, at];
    at -= length;
  }
  return undefined;
}

/** @param {App} app @param {(block: number) => HTMLElement | undefined} elementOf */
export function createHighlights({ store: { state }, signal }, elementOf) {
  /** @param {string} name @param {{start: number, end: number, block: number}[]} places */
  function show(name, places) {
    // Browsers without them do without.
    const ranges = globalThis.Highlight ? places.flatMap(rangeOf) : [];
    if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
    else CSS.highlights?.delete(name);
  }

  /** @param {{start: number, end: number, block: number}} place @returns {Range[]} */
  function rangeOf({ start, end, block }) {
    const target = elementOf(block), offset = state.blocks[block]?.start ?? 0, range = new Range();
    const from = target && pointIn(target, start - offset), to = target && pointIn(target, end - offset);
    if (!from || !to) return [];
    range.setStart(...from);
    range.setEnd(...to);
    return [range];
  }

  function mentions() {
    const item = state.items.find((i) => i.key === state.hovered);
    // The mark under the pointer shows itself.
    const own = /** @type {HTMLElement | null} */ (document.querySelector('.blocks mark:hover'))?.dataset.key;
    return item ? state.items.filter((i) => i.key !== own && bodyOf(i) === bodyOf(item)) : [];
  }

  function found() {
    const needle = state.query.trim().toLowerCase(), text = state.doc?.text ?? '';
    /** @type {{start: number, end: number, block: number}[]} */ const places = [];
    state.blocks.forEach(({ start, end }, block) => {
      const lower = text.slice(start, end).toLowerCase();
      if (!needle || lower.length !== end - start) return;
      for (let at = lower.indexOf(needle); at >= 0 && places.length < 1000; at = lower.indexOf(needle, at + needle.length)) {
        places.push({ start: start + at, end: start + at + needle.length, block });
      }
    });
    return places;
  }

  /** What the recognisers find in a block that is being edited. @param {Place[]} places */
  function edited(places) {
    for (const type of TYPES) show(`edited-${type}`, places.filter((place) => place.type === type));
  }

  signal.addEventListener('abort', () => CSS.highlights?.clear());
  return {
    edited,
    /** @param {Changed} changed */
    update(changed) {
      if (changed('hovered', 'items')) show('mention', mentions());
      if (changed('query') || (changed('blocks') && state.query)) show('search', found());
    },
  };
}
