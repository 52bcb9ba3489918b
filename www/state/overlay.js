/**
 * Corrections lie over the automatic annotations. They are anchored by position, quote and context, so that they are
 * found again when the text was edited or annotated anew. All functions here are pure; offsets are UTF-16 units.
 */

/** @typedef {import('../types.d.ts').Item} Item */
/** @typedef {import('../types.d.ts').Anchor} Anchor */
/** @typedef {import('../types.d.ts').Correction} Correction */

export const TYPES = /** @type {const} */ (['figure', 'date', 'organization']);
const CONTEXT = 24;

/** @param {string} text @param {number} start @param {number} end @param {import('../types.d.ts').Type} type @returns {Anchor} */
export function anchor(text, start, end, type) {
  return {
    start, end, type,
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  };
}

/** How many characters agree, from the near end. @param {string} a @param {string} b @param {boolean} fromEnd */
function agreement(a, b, fromEnd) {
  let n = 0;
  while (n < a.length && n < b.length && (fromEnd ? a.at(-1 - n) === b.at(-1 - n) : a[n] === b[n])) n++;
  return n;
}

/**
 * Where an anchor's quote stands now: at its old place if the context still agrees, else at the occurrence with the most
 * context around it, the nearest among equals; null where the quote is gone.
 * @param {string} text @param {Anchor} a @returns {{start: number, end: number} | null}
 */
export function locate(text, a) {
  const around = (/** @type {number} */ at) =>
    agreement(text.slice(Math.max(0, at - CONTEXT), at), a.prefix, true) +
    agreement(text.slice(at + a.quote.length, at + a.quote.length + CONTEXT), a.suffix, false);
  const full = a.prefix.length + a.suffix.length;
  if (text.startsWith(a.quote, a.start) && around(a.start) === full) return { start: a.start, end: a.end };
  let best = -1, bestScore = -1;
  for (let at = text.indexOf(a.quote); a.quote && at >= 0; at = text.indexOf(a.quote, at + 1)) {
    const score = around(at) * 1e9 - Math.abs(at - a.start);
    if (best < 0 || score > bestScore) [best, bestScore] = [at, score];
  }
  // A short quote in quite another context is another thing.
  if (best < 0 || (a.quote.length < 6 && full > 8 && around(best) < 3)) return null;
  return { start: best, end: best + a.quote.length };
}

/** What an automatic annotation is known by. @param {number} start @param {number} end @param {string} type */
const keyOf = (start, end, type) => `a${start}-${end}${type[0]}`;

/** Marks of the core, four numbers each. @param {Uint32Array} marks @returns {import('../types.d.ts').Place[]} */
export function placesOf(marks) {
  return Array.from({ length: marks.length / 4 }, (_, at) => {
    const [start, end, code, block] = marks.subarray(at * 4, at * 4 + 4), type = TYPES[code];
    return { start, end, type, block, key: keyOf(start, end, type), origin: 'auto' };
  });
}

/** @param {{start: number, end: number, type: string}} a */
export const place = (a) => `${a.start}-${a.end}-${a.type}`;

/**
 * @param {import('../types.d.ts').Annotation[]} auto in reading order
 * @param {Correction[]} corrections
 * @param {Map<number, import('../types.d.ts').Annotation>} described what the core says of each correction's target, by correction
 * @param {string} text
 * @returns {{items: Item[], rejected: Item[], orphans: number}}
 */
export function overlay(auto, corrections, described, text) {
  const items = auto.map((a, index) => /** @type {Item} */ ({
    key: keyOf(a.start_utf16, a.end_utf16, a.type), start: a.start_utf16, end: a.end_utf16, type: a.type, text: a.text,
    block: a.block, sentence: a.sentence, attrs: a.attrs, origin: 'auto', rule: a.rule, auto: index,
  }));
  if (!corrections.length) return { items, rejected: [], orphans: 0 };
  const byPlace = new Map(items.map((item) => [place(item), item]));
  /** @type {Set<Item>} */ const gone = new Set();
  /** @type {Item[]} */ const made = [];
  /** @type {Item[]} */ const rejected = [];
  let orphans = 0;
  for (const correction of corrections) {
    const from = correction.from && locate(text, correction.from);
    const taken = from && byPlace.get(place({ ...from, type: correction.from?.type ?? '' }));
    if (taken) gone.add(taken);
    if (taken && !correction.to) {
      rejected.push({ ...taken, key: `c${correction.id}`, origin: 'rejected', correction: correction.id });
    }
    if (!correction.to) continue;
    const at = locate(text, correction.to), core = described.get(correction.id);
    if (!at || !core) {
      orphans++;
      continue;
    }
    made.push({
      key: `c${correction.id}`, ...at, type: correction.to.type, text: text.slice(at.start, at.end),
      block: core.block, sentence: core.sentence, attrs: withEdits(core.attrs, correction.to.attrs),
      origin: correction.from ? 'edited' : 'user', correction: correction.id, auto: taken?.auto,
    });
  }
  made.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept = items.filter((item) => !gone.has(item) && !overlapsAny(made, item));
  return { items: merge(kept, made), rejected, orphans };
}

/** How sure the tagger would have been says nothing of a person's choice. @param {Record<string, any>} attrs @param {Record<string, any>} edits null takes an attribute away */
function withEdits(attrs, edits) {
  return Object.fromEntries(Object.entries({ ...attrs, confidence: null, ...edits }).filter(([, value]) => value !== null && value !== ''));
}

/** @param {Item[]} sorted @param {Item} item */
function overlapsAny(sorted, item) {
  return sorted.some((other) => other.start < item.end && item.start < other.end);
}

/** @param {Item[]} a @param {Item[]} b @returns {Item[]} */
function merge(a, b) {
  return b.length ? [...a, ...b].sort((x, y) => x.start - y.start || x.end - y.end) : a;
}

/**
 * Moves anchors behind an edited stretch of text with the text.
 * @param {Correction[]} corrections @param {number} start @param {number} end of the old stretch @param {number} moved
 */
export function shift(corrections, start, end, moved) {
  /** @template {Anchor | null} A @param {A} a @returns {A} */
  const move = (a) => (a && a.start >= end ? { ...a, start: a.start + moved, end: a.end + moved } : a);
  return corrections.map((c) => ({ ...c, from: move(c.from), to: move(c.to) }));
}

/**
 * The exported file: the core's, with the corrections in it. Numbers are given anew in reading order and links follow.
 * @param {import('../types.d.ts').ArticleFile} file @param {Item[]} items @param {Item[]} rejected
 * @returns {import('../types.d.ts').ArticleFile}
 */
export function correctedFile(file, items, rejected) {
  if (items.every((item) => item.origin === 'auto') && items.length === file.annotations.length) return file;
  const points = codePoints(file.text);
  const all = [...items, ...rejected].sort((a, b) => a.start - b.start || a.end - b.end);
  /** @type {Map<number, number>} */ const ids = new Map();
  all.forEach((item, id) => item.auto !== undefined && ids.set(item.auto, id));
  const link = (/** @type {unknown} */ id) => (typeof id === 'number' ? ids.get(id) : undefined);
  const annotations = all.map((item, id) => {
    const attrs = { ...item.attrs };
    for (const name of ['when', 'leans_on']) {
      if (name in attrs && link(attrs[name]) === undefined) delete attrs[name];
      else if (name in attrs) attrs[name] = link(attrs[name]);
    }
    if (attrs.mentions) attrs.mentions = attrs.mentions.map(link).filter((/** @type {unknown} */ x) => x !== undefined);
    return {
      id, start: points(item.start), end: points(item.end), start_utf16: item.start, end_utf16: item.end, type: item.type,
      text: item.text, block: item.block, sentence: item.sentence, origin: item.origin,
      ...(item.rule ? { rule: item.rule } : {}), attrs,
    };
  });
  const known = (/** @type {number} */ id) => ids.get(id);
  const relations = file.relations
    .map((r) => ({ ...r, from: known(r.from), to: known(r.to) }))
    .filter((r) => r.from !== undefined && r.to !== undefined);
  return { ...file, annotations, relations: /** @type {typeof file.relations} */ (relations) };
}

/** UTF-16 offsets to code points, for offsets that never go down far. @param {string} text */
function codePoints(text) {
  /** @type {number[]} */ const pairs = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xdc00) pairs.push(i++);
  }
  return (/** @type {number} */ at) => {
    let low = 0, high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle] < at) low = middle + 1;
      else high = middle;
    }
    return at - low;
  };
}

/**
 * The corrections that an exported file holds, to be laid over a fresh annotation of its text.
 * @param {import('../types.d.ts').ArticleFile} file @param {import('../types.d.ts').Annotation[]} auto
 * @returns {Correction[]}
 */
export function correctionsOf(file, auto) {
  let id = 0;
  return file.annotations.filter((a) => a.origin !== 'auto').map((a) => {
    const at = anchor(file.text, a.start_utf16, a.end_utf16, a.type);
    if (a.origin === 'rejected') return { id: ++id, from: at, to: null };
    const under = a.origin === 'edited' && auto.find((b) => b.start_utf16 < a.end_utf16 && a.start_utf16 < b.end_utf16);
    const from = a.origin === 'user' ? null
      : under ? anchor(file.text, under.start_utf16, under.end_utf16, under.type) : at;
    const attrs = Object.fromEntries(Object.entries(a.attrs).filter(([name]) => !['when', 'leans_on', 'mentions'].includes(name)));
    return { id: ++id, from, to: { ...at, attrs } };
  });
}
