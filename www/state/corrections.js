/** Commands that correct what was found, edit the text, and open and write files. */
import { NOTHING, blockText } from './editor.js';
import { newId } from './keeper.js';
import { anchor, correctedFile, correctionsOf, shift } from './overlay.js';
import { DUE, ROLES } from './runner.js';

const HINTS = ['title', 'heading', 'paragraph', 'list-item', 'table', 'caption', 'quote', 'time', 'navigation'];

/** @param {import('./editor.js').Core} core */
export function createCorrections({ store, engine, runner, history, inTurn, open, begin, go }) {
  const { state } = store;
  let editedFrom = NOTHING;

  /** @param {Partial<Doc>} patch */
  function change(patch) {
    history.push(open());
    return go({ ...open(), ...patch });
  }

  /**
   * The corrections with one item changed, or with `null` taken away: its correction is replaced, or it gets one.
   * @param {Correction[]} corrections @param {Item} item @param {Correction['to']} to
   */
  function corrected(corrections, item, to) {
    const own = corrections.find((c) => c.id === item.correction);
    if (own && !to && !own.from) return corrections.filter((c) => c !== own);
    if (own) return corrections.map((c) => (c === own ? { ...c, to } : c));
    return [...corrections, { id: nextId(corrections), from: anchor(open().text, item.start, item.end, item.type), to }];
  }

  /** @param {Item} item */
  const ownAttributes = (item) => open().corrections.find((c) => c.id === item.correction)?.to?.attrs ?? {};

  /** @param {Item} item @param {{start?: number, end?: number, type?: Type, attrs?: Record<string, any>}} to */
  function amend(item, { start = item.start, end = item.end, type = item.type, attrs = type === item.type ? ownAttributes(item) : {} }) {
    const corrections = corrected(open().corrections, item, { ...anchor(open().text, start, end, type), attrs });
    store.set({ selected: `c${item.correction ?? corrections.at(-1)?.id}` });
    return change({ corrections });
  }

  /** @param {number} index @param {string} text */
  async function type(index, text) {
    const block = state.blocks[index], { corrections } = open();
    if (!block || blockText(open(), index) === text) return undefined;
    // The document pass over a long text waits for a pause in the typing.
    return runner.edit(index, text, state.items.length > 2000 ? 600 : 0, (by) => shift(corrections, block.start, block.end, by));
  }

  /** Other places with the same words: what "apply to all" would change. @param {Item} item */
  function identical(item) {
    const { text } = open();
    /** @type {{start: number, end: number, under: Item | undefined}[]} */ const places = [];
    if (!item.text.trim()) return places;
    const word = /^\w/.test(item.text) && /\w$/.test(item.text);
    for (let start = text.indexOf(item.text); start >= 0; start = text.indexOf(item.text, start + item.text.length)) {
      const end = start + item.text.length;
      if (start === item.start || (word && /^\w|\w$/.test((text[start - 1] ?? ' ') + (text[end] ?? ' ')))) continue;
      const over = state.items.filter((other) => other.start < end && start < other.end);
      const same = over.some((o) => o.start === start && o.end === end && o.type === item.type);
      const covered = over.some((o) => o.start <= start && end <= o.end && (o.end - o.start > end - start || o.type === item.type));
      if (item.origin === 'rejected' ? same : !covered) places.push({ start, end, under: over[0] });
    }
    return places.filter((p) => state.blocks.some((b) => b.start <= p.start && p.end <= b.end));
  }

  return {
    /** Corrects what is selected once all before is done. @template T @param {(item: Item) => T | Promise<T>} command */
    correct: (command) => inTurn(async () => {
      await runner.settled();
      const item = state.items.find(({ key }) => key === state.selected);
      return item && command(item);
    }),

    /** @param {string | null} published */
    setPublished: (published) => inTurn(() => change({ published })),

    /** A stretch that a person chose. @param {number} start @param {number} end @param {Type} type */
    add: (start, end, type) => inTurn(async () => {
      const [found] = await engine.call('describe', { spans: [{ start, end, type }], trim: true }).catch(() => []);
      if (!found) return false;
      const { text, corrections } = open(), id = nextId(corrections);
      const to = { ...anchor(text, found.start_utf16, found.end_utf16, type), attrs: {} };
      // Corrections that overlap give way.
      const rest = corrections.filter((c) => !(c.to && !c.from && c.to.start < to.end && to.start < c.to.end));
      store.set({ selected: `c${id}` });
      await change({ corrections: [...rest, { id, from: null, to }] });
      return true;
    }),

    /** @param {Item} item @param {Type} type */
    relabel: (item, type) => (type === item.type ? undefined : amend(item, { type })),

    /** Moves one end by one character, within the block. @param {Item} item @param {number} start @param {number} end */
    nudge(item, start, end) {
      const { text } = open(), block = state.blocks[item.block];
      const to = { start: step(text, item.start, start), end: step(text, item.end, end) };
      return to.start < block.start || to.end > block.end || to.start >= to.end ? undefined : amend(item, to);
    },

    /** Gives values by hand, beside those given before. @param {Item} item @param {Record<string, any>} attrs null takes one away */
    setAttributes: (item, attrs) => amend(item, { attrs: { ...ownAttributes(item), ...attrs } }),

    /** @param {Item} item */
    remove(item) {
      store.set({ selected: null });
      return change({ corrections: corrected(open().corrections, item, null) });
    },

    /** Takes a correction back: the automatic annotation returns. @param {Item} item */
    restore(item) {
      if (item.correction === undefined) return undefined;
      store.set({ selected: null });
      return change({ corrections: open().corrections.filter((c) => c.id !== item.correction) });
    },

    identical,

    /** @param {Item} item */
    applyToAll(item) {
      const { text, corrections } = open(), attrs = ownAttributes(item);
      return change({ corrections: identical(item).reduce((all, { start, end, under }) => {
        const to = item.origin === 'rejected' ? null : { ...anchor(text, start, end, item.type), attrs };
        return under ? corrected(all, under, to) : [...all, { id: nextId(all), from: null, to }];
      }, corrections) });
    },

    // ----------------------------------------------------------------------------------------- editing the text

    /** @param {number} block */
    beginEdit(block) {
      editedFrom = open();
      store.set({ editing: block, selected: null });
    },

    /**
     * Annotates one block anew with the text as it is when its turn comes.
     * @param {number} index @param {() => string} text
     * @returns {Promise<Uint32Array | undefined>} the block's provisional marks
     */
    editBlock: (index, text) => inTurn(() => type(index, text())),

    /** @param {number} index @param {string} text */
    endEdit: (index, text) => inTurn(async () => {
      await type(index, text);
      if (state.doc && state.doc.text !== editedFrom.text) history.push(editedFrom);
      store.set({ editing: null });
      await runner.settled();
    }),

    // ----------------------------------------------------------------------------------------- files

    /** Opens an exported file: its text, blocks, publication date and corrections. @param {string} json */
    async openFile(json) {
      /** @type {ArticleFile} */ const file = await engine.call('import', { text: json });
      const layout = file.blocks.flatMap((b) => [b.start_utf16, b.end_utf16, ROLES.indexOf(b.role), HINTS.indexOf(b.hint ?? '') + 1]);
      const id = newId();
      await begin({ ...NOTHING, id, text: file.text, layout, published: file.settings.published ?? null });
      const corrections = correctionsOf(file, runner.automatic());
      if (state.doc?.id !== id || !corrections.length) return;
      store.set({ doc: { ...state.doc, corrections } });
      await runner.bring(DUE.corrections);
    },

    /** The file in a format, corrections included. @param {string} format @param {boolean} visible leaves out what is filtered out on the page @returns {Promise<string>} */
    async exported(format, visible) {
      const article = correctedFile(await engine.call('article'), state.items, state.rejected);
      const filter = visible ? {
        types: Object.entries(state.shown).filter(([, on]) => !on).map(([type]) => type),
        roles: state.hideExtra ? ['boilerplate', 'related'] : [],
      } : {};
      return engine.call('export', { article, format, filter });
    },
  };
}

/** Corrections are numbered as they are made. @param {Correction[]} corrections */
const nextId = (corrections) => (corrections.at(-1)?.id ?? 0) + 1;

/** One character on from an offset, surrogate pairs kept whole. @param {string} text @param {number} at @param {number} by */
function step(text, at, by) {
  if (by > 0) return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  if (by < 0) return at - (/[\udc00-\udfff]/.test(text[at - 1] ?? '') ? 2 : 1);
  return at;
}
