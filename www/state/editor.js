/** What a person can do to a document. Every change makes a new Doc; the engine is brought after it; undo goes back. */
import { createKeeper, newId } from './keeper.js';
import { anchor, correctedFile, correctionsOf, shift } from './overlay.js';
import { DUE, ROLES, createRunner } from './runner.js';
import { setPreference } from './storage.js';
import { createHistory } from './store.js';

/** @typedef {import('../types.d.ts').Doc} Doc */
/** @typedef {import('../types.d.ts').Item} Item */
/** @typedef {import('../types.d.ts').Type} Type */
/** @typedef {import('../types.d.ts').Correction} Correction */

/** Where a first paste is undone to: no document. @type {Doc} */
const NOTHING = { id: '', text: '', layout: null, blocks: null, published: null, corrections: [] };

/**
 * @param {import('../types.d.ts').Store} store
 * @param {import('../types.d.ts').Engine} engine
 */
export function createEditor(store, engine) {
  const { state } = store;
  const history = /** @type {ReturnType<typeof createHistory<Doc>>} */ (createHistory());
  const keeper = createKeeper(store);
  const runner = createRunner(store, engine, () => keeper.save());
  /** @type {Doc | null} */ let editedFrom = null;
  /** The taggers of organizations, and where their weights come from. @type {{langs: string[], load: (lang: string) => Promise<Uint8Array>}} */
  let models = { langs: [], load: () => Promise.reject(new Error('none')) };
  /** The command under way: others wait, so that each starts from what the one before left. @type {Promise<unknown>} */
  let busy = Promise.resolve();

  /** @template T @param {() => T | Promise<T>} command @returns {Promise<T>} */
  function inTurn(command) {
    const result = busy.then(command);
    busy = result.catch(() => undefined);
    return result;
  }

  // ------------------------------------------------------------------------------------------- changes and undo

  /** @param {Doc} before */
  function remember(before) {
    history.push(before);
    store.set(history.sizes);
  }

  /** Goes to another state of the document, doing no more than it takes. @param {Doc} to */
  async function go(to) {
    const now = state.doc ?? NOTHING;
    if (to === NOTHING) return clear();
    keeper.unsaved();
    if (to.id !== now.id || to.text !== now.text || to.layout?.length !== now.layout?.length) return runner.annotate(to);
    store.set({ doc: to });
    return runner.bring(to.published === now.published ? DUE.corrections : DUE.published);
  }

  /** Shows the first sheet; the document stays where it is kept. */
  async function clear() {
    const flushed = keeper.flush();
    runner.drop();
    store.set({
      doc: null, info: null, blocks: [], items: [], rejected: [], marks: new Uint32Array(), phase: 'empty', selected: null,
      error: null, editing: null, saved: 'no', pasted: null,
    });
    setPreference('open', '');
    await flushed;
    await keeper.refresh();
  }

  /** @param {Partial<Doc>} patch */
  function change(patch) {
    const before = /** @type {Doc} */ (state.doc);
    remember(before);
    return go({ ...before, ...patch });
  }

  /** @param {Correction[]} corrections */
  const correct = (corrections) => change({ corrections });
  const nextCorrection = () => Math.max(0, ...(state.doc?.corrections ?? []).map((c) => c.id)) + 1;

  /**
   * The corrections with one item changed: an existing correction is replaced, an automatic annotation gets one.
   * @param {Correction[]} corrections @param {Item} item @param {Correction['to']} to @param {number} id
   */
  function corrected(corrections, item, to, id) {
    const own = corrections.find((c) => c.id === item.correction);
    if (own) {
      return !to && !own.from ? corrections.filter((c) => c !== own)
        : corrections.map((c) => (c === own ? { ...c, to } : c));
    }
    const from = anchor(/** @type {Doc} */ (state.doc).text, item.start, item.end, item.type);
    return [...corrections, { id, from, to }];
  }

  /** @param {Item} item @param {{start?: number, end?: number, type?: Type, attrs?: Record<string, any>}} to */
  async function amend(item, to) {
    const { text, corrections } = /** @type {Doc} */ (state.doc);
    const { start = item.start, end = item.end, type = item.type } = to;
    const own = corrections.find((c) => c.id === item.correction);
    const kept = type === item.type ? own?.to?.attrs ?? {} : {};
    const id = nextCorrection();
    const changed = corrected(corrections, item, { ...anchor(text, start, end, type), attrs: to.attrs ?? kept }, id);
    store.set({ selected: `c${own?.id ?? id}` });
    await correct(changed);
  }

  /** @param {number} index @param {string} text */
  async function type(index, text) {
    const doc = /** @type {Doc} */ (state.doc), block = state.blocks[index];
    if (!block || doc.text.slice(block.start, block.end) === text) return undefined;
    // The document pass over a long text waits for a pause in the typing.
    return runner.edit(index, text, state.items.length > 2000 ? 600 : 0, (by) => shift(doc.corrections, block.start, block.end, by));
  }

  const editor = {
    /** Opens something new. @param {{text?: string, blocks?: import('../types.d.ts').BlockInput[] | null, plain?: string, published?: string | null}} input */
    async open(input) {
      const before = state.doc;
      keeper.flush();
      history.clear();
      store.set({
        info: null, blocks: [], selected: null, query: '', copied: false, orphans: 0, pasted: input.plain ? { plain: input.plain } : null, ...history.sizes,
      });
      remember(before ?? NOTHING);
      keeper.opened(null);
      await runner.annotate({
        id: newId(), text: input.text ?? '', layout: null,
        blocks: input.blocks ?? null, published: input.published ?? null, corrections: [],
      });
    },

    /** @param {import('../types.d.ts').StoredDoc} stored */
    async openStored({ id, text, layout, blocks = null, published, corrections, updated }) {
      const doc = { id, text, layout, blocks, published, corrections };
      keeper.flush();
      history.clear();
      keeper.opened(doc, updated);
      store.set({ info: null, blocks: [], selected: null, pasted: null, copied: false, ...history.sizes });
      await runner.annotate(doc);
    },

    /** Opens an exported file: its text, blocks, publication date and corrections. @param {string} json */
    async openFile(json) {
      const file = await engine.call('import', { text: json });
      const layout = file.blocks.flatMap((/** @type {any} */ b) => [b.start_utf16, b.end_utf16, ROLES.indexOf(b.role), hintCode(b.hint)]);
      const id = newId();
      await editor.openStored(/** @type {any} */ ({
        id, text: file.text, layout, published: file.settings.published ?? null, corrections: [],
      }));
      const corrections = correctionsOf(file, runner.automatic());
      if (state.doc?.id !== id || !corrections.length) return;
      store.set({ doc: { ...state.doc, corrections } });
      await runner.bring(DUE.corrections);
    },

    /** Opens the document in a fresh engine, which has no taggers yet. */
    async retry() {
      if (state.doc) await runner.annotate(state.doc);
      await editor.loadModels();
    },

    stop() {
      if (state.phase === 'scanning') store.set({ phase: 'stopped' });
    },

    resume() {
      store.set({ phase: 'scanning' });
      return runner.bring(DUE.scan);
    },

    /**
     * Loads the taggers, one language after the other; an open document in that language is annotated again.
     * @param {typeof models} [from] the same as before, where it is left out
     */
    async loadModels(from = models) {
      models = from;
      store.set({ model: 'loading' });
      let missing = false;
      for (const lang of from.langs) {
        try {
          await engine.call('model', { bytes: await from.load(lang) });
        } catch {
          missing = true;
          continue;
        }
        if (state.info?.lang.startsWith(lang) && ['done', 'scanning'].includes(state.phase)) await runner.bring(DUE.reset);
      }
      store.set({ model: missing ? 'missing' : 'ready' });
    },

    async close() {
      history.clear();
      store.set(history.sizes);
      await clear();
    },

    // Each undo starts at once where the one before led, however long that takes to be drawn.
    undo: () => inTurn(() => {
      const to = state.doc && history.undo(state.doc);
      store.set(history.sizes);
      if (to) go(to);
    }),

    redo: () => inTurn(() => {
      const to = history.redo(state.doc ?? NOTHING);
      store.set(history.sizes);
      if (to) go(to);
    }),

    inTurn,

    selected: () => state.items.find((item) => item.key === state.selected),

    /** Corrects what is selected once all before is done. @template T @param {(item: Item) => T | Promise<T>} command */
    correct: (command) => inTurn(async () => {
      await runner.settled();
      const item = editor.selected();
      return item && command(item);
    }),

    /** @param {string | null} published */
    setPublished: (published) => inTurn(() => change({ published })),

    /** A stretch that a person chose. @param {number} start @param {number} end @param {Type} type */
    add: (start, end, type) => inTurn(async () => {
      const [found] = await engine.call('describe', { spans: [{ start, end, type }], trim: true }).catch(() => []);
      const doc = /** @type {Doc} */ (state.doc);
      if (!found) return false;
      const id = nextCorrection();
      const to = { ...anchor(doc.text, found.start_utf16, found.end_utf16, type), attrs: {} };
      // Corrections that overlap give way.
      const rest = doc.corrections.filter((c) => !(c.to && !c.from && c.to.start < to.end && to.start < c.to.end));
      store.set({ selected: `c${id}` });
      await correct([...rest, { id, from: null, to }]);
      return true;
    }),

    /** @param {Item} item @param {Type} type */
    relabel: (item, type) => (type === item.type ? undefined : amend(item, { type })),

    /** Moves one end by one character, within the block. @param {Item} item @param {number} start @param {number} end */
    nudge(item, start, end) {
      const { text } = /** @type {Doc} */ (state.doc);
      const block = state.blocks[item.block];
      const to = { start: step(text, item.start, start), end: step(text, item.end, end) };
      if (to.start < block.start || to.end > block.end || to.start >= to.end) return undefined;
      return amend(item, to);
    },

    /** @param {Item} item @param {Record<string, any>} attrs */
    setAttributes: (item, attrs) => amend(item, { attrs }),

    /** @param {Item} item */
    remove(item) {
      store.set({ selected: null });
      return correct(corrected(/** @type {Doc} */ (state.doc).corrections, item, null, nextCorrection()));
    },

    /** Takes a correction back: the automatic annotation returns. @param {Item} item */
    restore(item) {
      if (item.correction === undefined) return undefined;
      store.set({ selected: null });
      return correct(/** @type {Doc} */ (state.doc).corrections.filter((c) => c.id !== item.correction));
    },

    /** Other places with the same words: what "apply to all" would change. @param {Item} item */
    identical(item) {
      const { text } = /** @type {Doc} */ (state.doc);
      /** @type {{start: number, end: number, under: Item | undefined}[]} */ const places = [];
      if (!item.text.trim()) return places;
      const word = /^[\w]/.test(item.text) && /[\w]$/.test(item.text);
      for (let at = text.indexOf(item.text); at >= 0; at = text.indexOf(item.text, at + item.text.length)) {
        const end = at + item.text.length;
        if (at === item.start || (word && (/\w/.test(text[at - 1] ?? '') || /\w/.test(text[end] ?? '')))) continue;
        const over = state.items.filter((other) => other.start < end && at < other.end);
        if (item.origin === 'rejected' ? over.some((o) => o.start === at && o.end === end && o.type === item.type)
          : !over.some((o) => (o.start <= at && end <= o.end && (o.end - o.start > end - at || o.type === item.type)))) {
          places.push({ start: at, end, under: over[0] });
        }
      }
      return places.filter((p) => state.blocks.some((b) => b.start <= p.start && p.end <= b.end));
    },

    /** @param {Item} item */
    applyToAll(item) {
      const doc = /** @type {Doc} */ (state.doc);
      const own = doc.corrections.find((c) => c.id === item.correction);
      let corrections = doc.corrections, id = nextCorrection();
      for (const { start, end, under } of editor.identical(item)) {
        const to = item.origin === 'rejected' ? null : { ...anchor(doc.text, start, end, item.type), attrs: own?.to?.attrs ?? {} };
        corrections = under ? corrected(corrections, under, to, id) : [...corrections, { id, from: null, to }];
        id++;
      }
      return correct(corrections);
    },

    // ----------------------------------------------------------------------------------------- editing the text

    /** @param {number} block */
    beginEdit(block) {
      editedFrom = state.doc;
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
      const before = editedFrom;
      editedFrom = null;
      await type(index, text);
      if (before && state.doc && before.text !== state.doc.text) remember(before);
      store.set({ editing: null });
      await runner.settled();
    }),

    // ----------------------------------------------------------------------------------------- files

    /** The file as it is exported, corrections included. @returns {Promise<import('../types.d.ts').ArticleFile>} */
    async file() {
      return correctedFile(await engine.call('article'), state.items, state.rejected);
    },

    /** @param {string} format @param {boolean} visible leaves out what is filtered out on the page @returns {Promise<string>} */
    async exported(format, visible) {
      const article = await editor.file();
      const filter = visible ? {
        types: Object.entries(state.shown).filter(([, on]) => !on).map(([type]) => type),
        roles: state.hideExtra ? ['boilerplate', 'related'] : [],
      } : {};
      return engine.call('export', { article, format, filter });
    },

    // ----------------------------------------------------------------------------------------- keeping

    flush: keeper.flush,
    refresh: keeper.refresh,
    discard: keeper.discard,
    title: keeper.title,

    /** Opens what was open last. */
    async reopen() {
      const last = await keeper.last();
      if (last && !state.doc) await editor.openStored(last);
    },
  };
  return editor;
}

/** @typedef {ReturnType<typeof createEditor>} Editor */

const HINTS = ['title', 'heading', 'paragraph', 'list-item', 'table', 'caption', 'quote', 'time', 'navigation'];
const hintCode = (/** @type {string | undefined} */ hint) => HINTS.indexOf(hint ?? '') + 1;

/** One character on from an offset, surrogate pairs kept whole. @param {string} text @param {number} at @param {number} by */
function step(text, at, by) {
  if (by > 0) return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  if (by < 0) return at - (/[\udc00-\udfff]/.test(text[at - 1] ?? '') ? 2 : 1);
  return at;
}
