/** Keeps the open document in this browser: saved half a second after a change, noted at once when the page closes. */
import { keepNoted, listDocuments, noteDocument, preference, removeDocument, savedAt, saveDocument, setPreference } from './storage.js';

const SAVE_AFTER = 500;

export const newId = () => crypto.randomUUID?.() ?? String(Math.random()).slice(2);

/** @param {Store} store */
export function createKeeper(store) {
  const { state } = store;
  /** @type {number | undefined} */ let timer;
  /** When the open document was last read or written here. */
  let lastSaved = 0;
  /** What was read or written then. @type {Pick<Doc, 'text' | 'published' | 'corrections'> | null} */
  let kept = null;

  const keeper = {
    /** A document was opened: a stored one is as it was saved, another is still to be. @param {Doc | null} doc @param {number} [updated] */
    opened(doc, updated) {
      lastSaved = updated ?? Date.now();
      kept = updated === undefined ? null : doc;
      setPreference('open', updated === undefined ? '' : doc?.id ?? '');
    },

    /** Says that the document differs from what is kept. */
    unsaved() {
      store.set({ saved: state.saved === 'failed' ? 'failed' : 'saving' });
    },

    /** Saves soon. Opening alone writes nothing: another tab may have the same document. */
    save() {
      const doc = state.doc;
      if (kept && doc && kept.text === doc.text && kept.published === doc.published && kept.corrections === doc.corrections) {
        return store.set({ saved: 'saved' });
      }
      clearTimeout(timer);
      keeper.unsaved();
      timer = window.setTimeout(() => keeper.flush(), SAVE_AFTER);
      return undefined;
    },

    /** Saves now what waits to be saved; another document may be opened meanwhile. @param {boolean} [closing] the page may end before the database answers */
    async flush(closing = false) {
      const { doc } = state, known = lastSaved;
      if (timer === undefined || !doc) return;
      clearTimeout(timer);
      timer = undefined;
      const stored = { ...doc, title: keeper.title(), updated: Date.now(), counts: state.tally };
      setPreference('open', stored.id);
      if (closing) noteDocument(stored);
      try {
        // Another tab may have written the same document meanwhile: then this one becomes a copy.
        if (!closing && (await savedAt(doc.id)) > known) {
          stored.id = newId();
          if (state.doc?.id === doc.id) {
            setPreference('open', stored.id);
            store.set({ doc: { ...state.doc, id: stored.id }, copied: true });
          }
        }
        await saveDocument(stored);
        if (state.doc?.id !== stored.id) return;
        lastSaved = stored.updated;
        kept = stored;
        if (timer === undefined) store.set({ saved: 'saved' });
      } catch {
        store.set({ saved: 'failed' });
      }
    },

    /** Reads the list of documents. */
    async refresh() {
      store.set({ documents: await listDocuments().catch(() => []) });
    },

    /** @param {string} id */
    async discard(id) {
      await removeDocument(id).catch(() => undefined);
      await keeper.refresh();
    },

    /** The document that was open last. @returns {Promise<StoredDoc | undefined>} */
    async last() {
      await keepNoted();
      await keeper.refresh();
      return state.documents.find((doc) => doc.id === preference('open'));
    },

    title() {
      const title = state.blocks.find((b) => b.role === 'title') ?? state.blocks[0];
      return title && state.doc ? state.doc.text.slice(title.start, title.end).slice(0, 120) : '';
    },
  };
  return keeper;
}
