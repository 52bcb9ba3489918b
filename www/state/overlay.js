/**
 * Corrections lie over the automatic annotations. They are anchored by position, quote and context, so that they are
 * found again when the text was edited or annotated anew. All functions here are pure; offsets are UTF-16 units.
 */
import { keyOf } from './marks.js';

const CONTEXT = 24;

/** @param {string} text @param {number} start @param {number} end @param {Type} type @returns {Anchor} */
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

/** What mentions of one organization have in common; anything else stands for itself. @param {Item} item @returns {unknown} */
export const bodyOf = (item) => (item.type === 'organization' && item.attrs.canonical) || item;

/** @param {{start: number, end: number, type: string}} a */
export const place = (a) => `${a.start}-${a.end}-${a.type}`;

/** @type {(a: {start: number, end: number}, b: {start: number, end: number}) => number} */
const inOrder = (a, b) => a.start - b.start || a.end - b.end;

/**
 * @param {Annotation[]} auto in reading order
 * @param {Correction[]} corrections
 * @param {Map<number, Annotation>} described what the core says of each correction's target, by correction
 * @param {string} text
 * @returns {{items: Item[], rejected: Item[], orphans: number}}
 */
export function overlay(auto, corrections, described, text) {
  const items = auto.map((a, index) => /** @type {Item} */ ({
    key: keyOf(a.start_utf16, a.end_utf16, a.type), start: a.start_utf16, end: a.end_utf16, points: [a.start, a.end], type: a.type, text: a.text,
    block: a.block, sentence: a.sentence, attrs: a.attrs, origin: 'auto', rule: a.rule, auto: index,
  }));
  const byPlace = new Map(items.map((item) => [place(item), item]));
  /** @type {Set<Item>} */ const gone = new Set();
  /** @type {Item[]} */ const made = [];
  /** @type {Item[]} */ const rejected = [];
  let orphans = 0;
  for (const { id, from, to } of corrections) {
    const now = from && locate(text, from), taken = now ? byPlace.get(place({ ...now, type: from.type })) : undefined;
    if (taken) gone.add(taken);
    if (!to) {
      if (taken) rejected.push({ ...taken, key: `c${id}`, origin: 'rejected', correction: id });
      continue;
    }
    const at = locate(text, to), core = described.get(id);
    if (!at || !core) {
      orphans++;
      continue;
    }
    made.push({
      key: `c${id}`, ...at, points: [core.start, core.end], type: to.type, text: text.slice(at.start, at.end),
      block: core.block, sentence: core.sentence, attrs: withEdits(core.attrs, to.attrs),
      origin: from ? 'edited' : 'user', correction: id, auto: taken?.auto,
    });
  }
  const kept = items.filter((item) => !gone.has(item) && !made.some((other) => other.start < item.end && item.start < other.end));
  return { items: made.length ? [...kept, ...made].sort(inOrder) : kept, rejected, orphans };
}

/** How sure the tagger would have been says nothing of a person's choice. @param {Record<string, any>} attrs @param {Record<string, any>} edits null takes an attribute away */
function withEdits(attrs, edits) {
  return Object.fromEntries(Object.entries({ ...attrs, confidence: null, ...edits }).filter(([, value]) => value !== null && value !== ''));
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

/** Attributes that hold numbers of other annotations. */
const LINKS = ['when', 'leans_on', 'mentions'];

/**
 * The exported file: the core's, with the corrections in it. Numbers are given anew in reading order and links follow.
 * @param {ArticleFile} file @param {Item[]} items @param {Item[]} rejected
 * @returns {ArticleFile}
 */
export function correctedFile(file, items, rejected) {
  if (items.every((item) => item.origin === 'auto') && items.length === file.annotations.length) return file;
  const all = [...items, ...rejected].sort(inOrder);
  const ids = new Map(all.flatMap((item, id) => (item.auto === undefined ? [] : [[item.auto, id]])));
  /** @param {[string, any]} attribute @returns {[string, any]} */
  const linked = ([name, value]) => [name, !LINKS.includes(name) ? value : Array.isArray(value) ? value.flatMap((id) => ids.get(id) ?? []) : ids.get(value)];
  const annotations = all.map(({ points: [start, end], start: start_utf16, end: end_utf16, type, text, block, sentence, origin, rule, attrs }, id) => ({
    id, start, end, start_utf16, end_utf16, type, text, block, sentence, origin, ...(rule && { rule }),
    attrs: Object.fromEntries(Object.entries(attrs).map(linked).filter(([, value]) => value !== undefined)),
  }));
  const relations = file.relations.flatMap((relation) => {
    const from = ids.get(relation.from), to = ids.get(relation.to);
    return from === undefined || to === undefined ? [] : [{ ...relation, from, to }];
  });
  return { ...file, annotations, relations };
}

/**
 * The corrections that an exported file holds, to be laid over a fresh annotation of its text.
 * @param {ArticleFile} file @param {Annotation[]} auto
 * @returns {Correction[]}
 */
export function correctionsOf(file, auto) {
  const corrected = file.annotations.filter((a) => a.origin !== 'auto');
  return corrected.map(({ start_utf16: start, end_utf16: end, type, origin, attrs }, index) => {
    const at = anchor(file.text, start, end, type);
    const under = origin === 'edited' ? auto.find((a) => a.start_utf16 < end && start < a.end_utf16) : undefined;
    const from = origin === 'user' ? null : under ? anchor(file.text, under.start_utf16, under.end_utf16, under.type) : at;
    const own = Object.fromEntries(Object.entries(attrs).filter(([name]) => !LINKS.includes(name)));
    return { id: index + 1, from, to: origin === 'rejected' ? null : { ...at, attrs: own } };
  });
}
