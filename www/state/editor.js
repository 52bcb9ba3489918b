/** What a person can do to a document. Every change makes a new Doc; the engine is brought after it; undo goes back. */
import { anchor, correctedFile, correctionsOf, locate, overlay, shift } from './overlay.js';
import { createHistory } from './store.js';
import { keepNoted, listDocuments, noteDocument, preference, removeDocument, savedAt, saveDocument, setPreference } from './storage.js';

/** @typedef {import('../types.d.ts').Doc} Doc */
/** @typedef {import('../types.d.ts').Item} Item */
/** @typedef {import('../types.d.ts').Type} Type */
/** @typedef {import('../types.d.ts').Correction} Correction */

const ROLES = ['title', 'dateline', 'byline', 'heading', 'paragraph', 'caption', 'credit', 'list-item', 'table', 'boilerplate', 'related'];
const FIRST_BATCH = 16_000;
const BATCH = 120_000;
const RECORDS = 500;
const SAVE_AFTER = 500;

/**
 * @param {import('../types.d.ts').Store} store
 * @param {import('../types.d.ts').Engine} engine
 */
export function createEditor(store, engine) {
  const { state } = store;
  const history = /** @type {ReturnType<typeof createHistory<Doc>>} */ (createHistory());
  /** @type {import('../types.d.ts').Annotation[]} */ let auto = [];
  /** @type {Map<number, import('../types.d.ts').Annotation>} */ let described = new Map();
  /** Grows with every run; what belongs to an older one is dropped. */
  let run = 0;
  /** @type {number | undefined} */ let saving;
  /** @type {Doc | null} */ let editedFrom = null;
  /** @type {number | undefined} */ let settling;
  /** When the open document was last read or written here. */
  let lastSaved = 0;
  /** What was read or written then. @type {Pick<Doc, 'text' | 'published' | 'corrections'> | null} */
  let kept = null;

  // ------------------------------------------------------------------------------------------- opening, annotating

  /** @param {Uint32Array} layout */
  function blocksOf(layout) {
    const blocks = [];
    for (let i = 0; i < layout.length; i += 4) {
      blocks.push({ start: layout[i], end: layout[i + 1], role: ROLES[layout[i + 2]] ?? 'paragraph', hint: layout[i + 3] });
    }
    return blocks;
  }

  /** @param {{text: string, info: import('../types.d.ts').Info, layout: Uint32Array}} opened */
  function take({ text, info, layout }) {
    const doc = { .../** @type {Doc} */ (state.doc), text, layout: [...layout], blocks: null };
    return { doc, info, blocks: blocksOf(layout) };
  }

  /** Brings the engine to a document and annotates it from the start. @param {Doc} doc */
  async function annotate(doc) {
    const mine = ++run;
    auto = [];
    described = new Map();
    store.set({ doc, phase: 'opening', error: null, progress: 0, found: 0, items: [], rejected: [], marks: new Uint32Array(), editing: null });
    try {
      const opened = await engine.call('open', {
        text: doc.text, layout: doc.layout, blocks: doc.blocks, published: doc.published,
      });
      if (mine !== run) return;
      store.set({ ...take(opened), phase: 'scanning' });
      await scan(mine);
    } catch (error) {
      fail(mine, error);
    }
  }

  /** Scans what is left, painting each batch. @param {number} mine */
  async function scan(mine) {
    let found = 0;
    for (let bytes = FIRST_BATCH; state.phase === 'scanning'; bytes = BATCH) {
      const { marks, progress } = await engine.call('scan', { bytes });
      if (mine !== run) return;
      if (!marks) break;
      found += marks.length / 4;
      store.set({ marks, progress, found });
    }
    await finish(mine);
  }

  /** The document pass, then the attributes in portions. @param {number} mine */
  async function finish(mine) {
    const marks = await engine.call('finish');
    if (mine !== run) return;
    const count = marks.length / 4;
    /** @type {import('../types.d.ts').Annotation[]} */ const records = [];
    for (let from = 0; from < count; from += RECORDS) {
      records.push(...await engine.call('annotations', { from, to: from + RECORDS }));
      if (mine !== run) return;
    }
    auto = records;
    await describe(mine);
    if (mine !== run) return;
    store.set({ phase: state.phase === 'stopped' ? 'stopped' : 'done', progress: 1, found: count });
    save();
  }

  /** Asks the core what the targets of all corrections are, then lays the corrections over. @param {number} [mine] */
  async function describe(mine = run) {
    const doc = state.doc;
    if (!doc) return;
    const wanted = doc.corrections.flatMap((c) => {
      const at = c.to && locate(doc.text, c.to);
      return at && c.to ? [{ id: c.id, start: at.start, end: at.end, type: c.to.type }] : [];
    });
    const answers = wanted.length ? await engine.call('describe', { spans: wanted, trim: false }) : [];
    if (mine !== run || state.doc !== doc) return;
    described = new Map(wanted.flatMap((w, i) => (answers[i] ? [[w.id, answers[i]]] : [])));
    lay();
  }

  function lay() {
    if (state.doc) store.set(overlay(auto, state.doc.corrections, described, state.doc.text));
  }

  /** @param {number} mine @param {any} error */
  function fail(mine, error) {
    if (mine !== run || error?.kind === 'cancelled') return;
    const text = state.doc && !state.blocks.length ? plainBlocks(state.doc) : {};
    store.set({ ...text, phase: 'failed', error: { kind: error?.kind ?? 'internal', message: String(error?.message ?? error) } });
    save();
  }

  /** Lines as blocks, so that the text can be read while the core is down. @param {Doc} doc */
  function plainBlocks(doc) {
    const text = doc.blocks ? doc.blocks.map((b) => b.text).join('\n') : doc.text;
    const blocks = [];
    for (const line of text.matchAll(/[^\n]*\S[^\n]*/g)) {
      blocks.push({ start: line.index, end: line.index + line[0].length, role: 'paragraph', hint: 0 });
    }
    return { doc: { ...doc, text }, blocks };
  }

  // ------------------------------------------------------------------------------------------- changes and undo

  /** @param {Doc} before */
  function remember(before) {
    history.push(before);
    store.set(history.sizes);
  }

  /** Goes to another state of the document, doing no more than it takes. @param {Doc} to */
  async function go(to) {
    const now = /** @type {Doc} */ (state.doc);
    if (to.id !== now.id || to.text !== now.text || to.layout?.length !== now.layout?.length) return annotate(to);
    store.set({ doc: to });
    if (to.published !== now.published) await republish(to);
    else await attempt(() => describe());
    save();
  }

  /** @param {Doc} doc */
  function republish(doc) {
    return attempt(async (mine) => {
      const info = await engine.call('published', { date: doc.published });
      if (mine !== run) return;
      store.set({ info });
      await finish(mine);
    });
  }

  /** @param {(mine: number) => Promise<void>} work */
  async function attempt(work) {
    const mine = ++run;
    try {
      await work(mine);
    } catch (error) {
      fail(mine, error);
    }
  }

  /** @param {Partial<Doc>} patch */
  function change(patch) {
    const before = /** @type {Doc} */ (state.doc);
    remember(before);
    unsaved();
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

  const editor = {
    /** Opens something new. @param {{text?: string, blocks?: import('../types.d.ts').BlockInput[] | null, plain?: string, published?: string | null}} input */
    async open(input) {
      const before = state.doc;
      history.clear();
      store.set({
        info: null, blocks: [], selected: null, query: '', copied: false, orphans: 0, pasted: input.plain ? { plain: input.plain } : null, ...history.sizes,
      });
      if (before) remember(before);
      lastSaved = Date.now();
      kept = null;
      await annotate({
        id: newId(), text: input.text ?? '', layout: null,
        blocks: input.blocks ?? null, published: input.published ?? null, corrections: [],
      });
    },

    /** @param {import('../types.d.ts').StoredDoc} stored */
    async openStored({ id, text, layout, blocks, published, corrections, updated }) {
      const stored = updated !== undefined;
      history.clear();
      lastSaved = updated ?? Date.now();
      kept = stored ? { text, published, corrections } : null;
      setPreference('open', stored ? id : '');
      store.set({ info: null, blocks: [], selected: null, pasted: null, ...history.sizes });
      await annotate({ id, text, layout, blocks: blocks ?? null, published, corrections });
    },

    /** Opens an exported file: its text, blocks, publication date and corrections. @param {string} json */
    async openFile(json) {
      const file = await engine.call('import', { text: json });
      const layout = file.blocks.flatMap((/** @type {any} */ b) => [b.start_utf16, b.end_utf16, ROLES.indexOf(b.role), hintCode(b.hint)]);
      await editor.openStored(/** @type {any} */ ({
        id: newId(), text: file.text, layout, published: file.settings.published ?? null, corrections: [],
      }));
      const corrections = correctionsOf(file, auto);
      if (corrections.length && state.doc) {
        store.set({ doc: { ...state.doc, corrections } });
        await attempt(() => describe());
      }
    },

    retry: () => state.doc && annotate(state.doc),

    stop() {
      if (state.phase === 'scanning') store.set({ phase: 'stopped' });
    },

    resume: () => attempt(async (mine) => {
      store.set({ phase: 'scanning' });
      await scan(mine);
    }),

    /**
     * Loads the tagger of a language; an open document in that language is annotated again.
     * @param {string} lang @param {() => Promise<Uint8Array>} load
     */
    async loadModel(lang, load) {
      store.set({ model: 'loading' });
      try {
        await engine.call('model', { bytes: await load() });
        store.set({ model: 'ready' });
      } catch {
        store.set({ model: 'missing' });
        return;
      }
      if (state.info?.lang.startsWith(lang) && ['done', 'scanning'].includes(state.phase) && state.editing === null) {
        await attempt(async (mine) => {
          await engine.call('reset');
          store.set({ phase: 'scanning' });
          await scan(mine);
        });
      }
    },

    async close() {
      await editor.flush();
      run++;
      history.clear();
      auto = [];
      store.set({
        doc: null, info: null, blocks: [], items: [], rejected: [], marks: new Uint32Array(), phase: 'empty', selected: null,
        error: null, editing: null, saved: 'no', pasted: null, ...history.sizes,
      });
      setPreference('open', '');
      await editor.refresh();
    },

    undo() {
      const to = state.doc && history.undo(state.doc);
      store.set(history.sizes);
      return to && go(to);
    },

    redo() {
      const to = state.doc && history.redo(state.doc);
      store.set(history.sizes);
      return to && go(to);
    },

    /** @param {string | null} published */
    setPublished: (published) => change({ published }),

    /** A stretch that a person chose. @param {number} start @param {number} end @param {Type} type */
    async add(start, end, type) {
      const [found] = await engine.call('describe', { spans: [{ start, end, type }], trim: true });
      const doc = /** @type {Doc} */ (state.doc);
      if (!found) return false;
      const id = nextCorrection();
      const to = { ...anchor(doc.text, found.start_utf16, found.end_utf16, type), attrs: {} };
      // Corrections that overlap give way.
      const rest = doc.corrections.filter((c) => !(c.to && !c.from && c.to.start < to.end && to.start < c.to.end));
      store.set({ selected: `c${id}` });
      await correct([...rest, { id, from: null, to }]);
      return true;
    },

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
     * Annotates one block anew with the text as it is being typed. @param {number} index @param {string} text
     * @returns {Promise<Uint32Array | undefined>} the block's provisional marks
     */
    async editBlock(index, text) {
      const doc = /** @type {Doc} */ (state.doc), block = state.blocks[index];
      if (!block || doc.text.slice(block.start, block.end) === text) return undefined;
      const mine = ++run;
      try {
        const answer = await engine.call('edit', { block: index, text });
        if (mine !== run) return undefined;
        const next = take(answer);
        const moved = answer.text.length - doc.text.length;
        const corrections = shift(doc.corrections, block.start, block.end, moved);
        store.set({ ...next, doc: { ...next.doc, corrections } });
        clearTimeout(settling);
        // The document pass over a long text waits for a pause in the typing.
        settling = window.setTimeout(() => mine === run && finish(mine).catch((error) => fail(mine, error)), state.items.length > 2000 ? 600 : 0);
        return answer.marks;
      } catch (error) {
        fail(mine, error);
        return undefined;
      }
    },

    /** @param {number} index @param {string} text */
    async endEdit(index, text) {
      const before = editedFrom;
      editedFrom = null;
      await editor.editBlock(index, text);
      if (before && state.doc && before.text !== state.doc.text) remember(before);
      store.set({ editing: null });
    },

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

    // ----------------------------------------------------------------------------------------- storage

    async refresh() {
      try {
        store.set({ documents: await listDocuments() });
      } catch {
        store.set({ documents: [] });
      }
    },

    /** Saves now what waits to be saved. @param {boolean} [closing] the page may end before the database answers */
    async flush(closing = false) {
      if (saving === undefined || !state.doc) return;
      clearTimeout(saving);
      saving = undefined;
      const counts = ['figure', 'date', 'organization'].map((type) => state.items.filter((item) => item.type === type).length);
      const stored = { ...state.doc, title: editor.title(), updated: Date.now(), counts };
      setPreference('open', stored.id);
      if (closing) noteDocument(stored);
      try {
        // Another tab may have written the same document meanwhile: then this one becomes a copy.
        if (!closing && (await savedAt(stored.id)) > lastSaved) {
          stored.id = newId();
          setPreference('open', stored.id);
          if (state.doc) store.set({ doc: { ...state.doc, id: stored.id }, copied: true });
        }
        await saveDocument(stored);
        lastSaved = stored.updated;
        kept = stored;
        if (saving === undefined) store.set({ saved: 'saved' });
      } catch {
        store.set({ saved: 'failed' });
      }
    },

    /** @param {string} id */
    async discard(id) {
      await removeDocument(id).catch(() => undefined);
      await editor.refresh();
    },

    /** Opens what was open last. */
    async reopen() {
      await keepNoted();
      await editor.refresh();
      const last = state.documents.find((doc) => doc.id === preference('open'));
      if (last && !state.doc) await editor.openStored(last);
    },

    title() {
      const doc = /** @type {Doc} */ (state.doc);
      const title = state.blocks.find((b) => b.role === 'title') ?? state.blocks[0];
      return title ? doc.text.slice(title.start, title.end).slice(0, 120) : '';
    },
  };

  function unsaved() {
    store.set({ saved: state.saved === 'failed' ? 'failed' : 'saving' });
  }

  function save() {
    const doc = state.doc;
    // Opening alone writes nothing: another tab may have the same document.
    if (kept && doc && kept.text === doc.text && kept.published === doc.published && kept.corrections === doc.corrections) {
      return store.set({ saved: 'saved' });
    }
    clearTimeout(saving);
    unsaved();
    saving = window.setTimeout(() => editor.flush(), SAVE_AFTER);
    return undefined;
  }

  return editor;
}

/** @typedef {ReturnType<typeof createEditor>} Editor */

const HINTS = ['title', 'heading', 'paragraph', 'list-item', 'table', 'caption', 'quote', 'time', 'navigation'];
const newId = () => crypto.randomUUID?.() ?? String(Math.random()).slice(2);
const hintCode = (/** @type {string | undefined} */ hint) => HINTS.indexOf(hint ?? '') + 1;

/** One character on from an offset, surrogate pairs kept whole. @param {string} text @param {number} at @param {number} by */
function step(text, at, by) {
  if (by > 0) return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  if (by < 0) return at - (/[\udc00-\udfff]/.test(text[at - 1] ?? '') ? 2 : 1);
  return at;
}
