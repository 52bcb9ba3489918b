/** What a person can do to a document. Every change makes a new Doc; the engine is brought after it; undo goes back. */
import { createKeeper, newId } from './keeper.js';
import { anchor, correctedFile, correctionsOf, shift } from './overlay.js';
import { DUE, ROLES, createRunner } from './runner.js';
import { setPreference } from './storage.js';
import { createHistory } from './store.js';

/** No document: where a first paste is undone to. @type {Doc} */
const NOTHING = { id: '', text: '', layout: null, blocks: null, published: null, corrections: [] };
const HINTS = ['title', 'heading', 'paragraph', 'list-item', 'table', 'caption', 'quote', 'time', 'navigation'];

/**
 * @param {Store} store
 * @param {Engine} engine
 */
export function createEditor(store, engine) {
  const { state } = store;
  const history = /** @type {ReturnType<typeof createHistory<Doc>>} */ (createHistory(store.set));
  const keeper = createKeeper(store);
  const runner = createRunner(store, engine, () => keeper.save());
  let editedFrom = NOTHING;
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

  /** The open document, for commands that need one. */
  const open = () => state.doc ?? NOTHING;

  // ------------------------------------------------------------------------------------------- changes and undo

  /** Goes to another state of the document, doing no more than it takes; drawing it goes on by itself. @param {Doc} to */
  async function go(to) {
    const now = open();
    if (to === NOTHING) return clear();
    keeper.unsaved();
    const edited = editedBlock(now, to);
    if (edited >= 0) await runner.edit(edited, blockText(to, edited), 0, () => to.corrections);
    else if (to.id !== now.id || to.text !== now.text || to.layout?.length !== now.layout?.length) runner.annotate(to);
    else {
      store.set({ doc: to });
      runner.bring(to.published === now.published ? DUE.corrections : DUE.published);
    }
    return undefined;
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
    history.push(open());
    return go({ ...open(), ...patch });
  }

  /** Puts a document in the place of the one before. @param {Doc} doc @param {number} [updated] when it was stored, where it was */
  function begin(doc, updated) {
    keeper.flush();
    history.clear();
    keeper.opened(doc, updated);
    store.set({ info: null, blocks: [], selected: null, query: '', copied: false, orphans: 0, pasted: null });
    return runner.annotate(doc);
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

  const editor = {
    /** Opens something new. @param {{text?: string, blocks?: BlockInput[] | null, plain?: string}} input */
    async open({ text = '', blocks = null, plain }) {
      const before = open();
      const opened = begin({ ...NOTHING, id: newId(), text, blocks });
      history.push(before);
      store.set({ pasted: plain ? { plain } : null });
      await opened;
    },

    /** @param {Doc & {updated?: number}} stored */
    openStored: ({ id, text, layout, blocks = null, published, corrections, updated }) => begin({ id, text, layout, blocks, published, corrections }, updated),

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
     * Lets the engine find organizations, and loads the taggers, one language after the other; an open document in that
     * language is annotated again.
     * @param {typeof models} [from] the same as before, where it is left out
     */
    async loadModels(from = models) {
      models = from;
      store.set({ model: 'loading' });
      let missing = false;
      const complete = await engine.call('complete').then(() => true, () => false);
      for (const lang of from.langs) {
        try {
          if (complete) await engine.call('model', { bytes: await from.load(lang) });
        } catch {
          missing = true;
        }
        if ((state.info?.lang ?? lang).startsWith(lang) && ['done', 'scanning'].includes(state.phase)) await runner.bring(DUE.reset);
      }
      store.set({ model: !complete ? 'absent' : missing ? 'missing' : 'ready' });
    },

    close() {
      history.clear();
      return clear();
    },

    undo: () => inTurn(async () => {
      const to = state.doc && history.undo(state.doc);
      if (to) await go(to);
    }),

    redo: () => inTurn(async () => {
      const to = history.redo(open());
      if (to) await go(to);
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

    /** Other places with the same words: what "apply to all" would change. @param {Item} item */
    identical(item) {
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
    },

    /** @param {Item} item */
    applyToAll(item) {
      const { text, corrections } = open(), attrs = ownAttributes(item);
      return change({ corrections: editor.identical(item).reduce((all, { start, end, under }) => {
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

    /** The file in a format, corrections included. @param {string} format @param {boolean} visible leaves out what is filtered out on the page @returns {Promise<string>} */
    async exported(format, visible) {
      const article = correctedFile(await engine.call('article'), state.items, state.rejected);
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

/** Corrections are numbered as they are made. @param {Correction[]} corrections */
const nextId = (corrections) => (corrections.at(-1)?.id ?? 0) + 1;

/** @param {Doc} doc @param {number} index */
const blockText = ({ text, layout }, index) => text.slice(...(layout?.slice(index * 4, index * 4 + 2) ?? []));

/** The one block in which two states of a document differ; -1 where they differ in more, or not in their words. @param {Doc} a @param {Doc} b */
function editedBlock(a, b) {
  if (a.id !== b.id || a.text === b.text || !a.layout || a.layout.length !== b.layout?.length) return -1;
  const edited = [...Array(a.layout.length / 4).keys()].filter((block) => blockText(a, block) !== blockText(b, block));
  return edited.length === 1 ? edited[0] : -1;
}

/** One character on from an offset, surrogate pairs kept whole. @param {string} text @param {number} at @param {number} by */
function step(text, at, by) {
  if (by > 0) return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  if (by < 0) return at - (/[\udc00-\udfff]/.test(text[at - 1] ?? '') ? 2 : 1);
  return at;
}
