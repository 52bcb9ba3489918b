/**
 * What a person can do to a document. Every change makes a new Doc; the engine is brought after it; undo goes back.
 * Corrections and files are commands of corrections.js, which comes with the rest of the page.
 */
import { createKeeper, newId } from './keeper.js';
import { DUE, ROLES, createRunner } from './runner.js';
import { setPreference } from './storage.js';
import { createHistory } from './store.js';

/** No document: where a first paste is undone to. @type {Doc} */
export const NOTHING = { id: '', text: '', layout: null, blocks: null, published: null, corrections: [] };

/**
 * @param {Store} store
 * @param {Engine} engine
 * @param {Promise<Rest>} rest of the page
 */
export function createEditor(store, engine, rest) {
  const { state } = store;
  const history = /** @type {ReturnType<typeof createHistory<Doc>>} */ (createHistory(store.set));
  const keeper = createKeeper(store);
  const runner = createRunner(store, engine, rest, () => keeper.save());
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

  /** Puts a document in the place of the one before. @param {Doc} doc @param {number} [updated] when it was stored, where it was */
  function begin(doc, updated) {
    keeper.flush();
    history.clear();
    keeper.opened(doc, updated);
    store.set({ info: null, blocks: [], selected: null, query: '', copied: false, orphans: 0, pasted: null });
    return runner.annotate(doc);
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

    // ----------------------------------------------------------------------------------------- keeping

    save: keeper.save,
    flush: keeper.flush,
    refresh: keeper.refresh,
    discard: keeper.discard,
    title: keeper.title,

    /** Opens what was open last. */
    async reopen() {
      const last = await keeper.last();
      if (last && !state.doc) await editor.openStored(last);
    },

    /** What other commands are made from. */
    core: { store, engine, runner, history, inTurn, open, begin, go },
  };
  return editor;
}

/** @typedef {ReturnType<typeof createEditor>['core']} Core */
/** @typedef {ReturnType<typeof createEditor> & ReturnType<typeof import('./corrections.js').createCorrections>} Editor */

/** @param {Doc} doc @param {number} index */
export const blockText = ({ text, layout }, index) => text.slice(...(layout?.slice(index * 4, index * 4 + 2) ?? []));

/** The one block in which two states of a document differ; -1 where they differ in more, or not in their words. @param {Doc} a @param {Doc} b */
function editedBlock(a, b) {
  if (a.id !== b.id || a.text === b.text || !a.layout || a.layout.length !== b.layout?.length) return -1;
  const edited = [...Array(a.layout.length / 4).keys()].filter((block) => blockText(a, block) !== blockText(b, block));
  return edited.length === 1 ? edited[0] : -1;
}
