/** Brings the engine to a document: opens it, scans it in batches, resolves it, lays the corrections over. */
import { locate, overlay } from './overlay.js';

/** @typedef {import('../types.d.ts').Doc} Doc */
/** @typedef {import('../types.d.ts').Annotation} Annotation */

export const ROLES = ['title', 'dateline', 'byline', 'heading', 'paragraph', 'caption', 'credit', 'list-item', 'table', 'boilerplate', 'related'];
const FIRST_BATCH = 16_000;
const BATCH = 120_000;
const RECORDS = 500;

/**
 * @param {import('../types.d.ts').Store} store @param {import('../types.d.ts').Engine} engine
 * @param {() => void} done after each run, failed ones too
 */
export function createRunner(store, engine, done) {
  const { state } = store;
  /** @type {Annotation[]} */ let auto = [];
  /** Grows with every run; what belongs to an older one is dropped. */
  let run = 0;

  /** @param {Uint32Array} layout */
  function blocksOf(layout) {
    const blocks = [];
    for (let i = 0; i < layout.length; i += 4) {
      blocks.push({ start: layout[i], end: layout[i + 1], role: ROLES[layout[i + 2]] ?? 'paragraph', hint: layout[i + 3] });
    }
    return blocks;
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

  /** Asks the core for every correction's target, then lays the corrections over. @param {number} mine */
  async function describe(mine) {
    const doc = state.doc;
    if (!doc) return;
    const wanted = doc.corrections.flatMap((c) => {
      const at = c.to && locate(doc.text, c.to);
      return at && c.to ? [{ id: c.id, start: at.start, end: at.end, type: c.to.type }] : [];
    });
    const answers = wanted.length ? await engine.call('describe', { spans: wanted, trim: false }) : [];
    if (mine !== run || state.doc !== doc) return;
    const described = new Map(wanted.flatMap((w, i) => (answers[i] ? [/** @type {[number, Annotation]} */ ([w.id, answers[i]])] : [])));
    store.set(overlay(auto, doc.corrections, described, doc.text));
  }

  const runner = {
    /** A new run: older ones are dropped. */
    begin: () => ++run,

    /** @param {number} mine */
    current: (mine) => mine === run,

    /** The automatic annotations, corrections left aside. */
    automatic: () => auto,

    /** What the engine says of an opened document, as state. @param {{text: string, info: import('../types.d.ts').Info, layout: Uint32Array}} opened */
    take({ text, info, layout }) {
      const doc = { .../** @type {Doc} */ (state.doc), text, layout: [...layout], blocks: null };
      return { doc, info, blocks: blocksOf(layout) };
    },

    /** Opens a document and annotates it from the start. @param {Doc} doc */
    annotate(doc) {
      auto = [];
      store.set({ doc, phase: 'opening', error: null, progress: 0, found: 0, items: [], rejected: [], marks: new Uint32Array(), editing: null });
      return runner.attempt(async (mine) => {
        const { text, layout, blocks, published } = doc;
        const opened = await engine.call('open', { text, layout, blocks, published });
        if (mine !== run) return;
        store.set(runner.take(opened));
        await runner.scan(mine);
      });
    },

    /** Scans what is left, painting each batch. @param {number} mine */
    async scan(mine) {
      let found = 0;
      store.set({ phase: 'scanning' });
      for (let bytes = FIRST_BATCH; state.phase === 'scanning'; bytes = BATCH) {
        const { marks, progress } = await engine.call('scan', { bytes });
        if (mine !== run) return;
        if (!marks) break;
        found += marks.length / 4;
        store.set({ marks, progress, found });
      }
      await runner.finish(mine);
    },

    /** The document pass, then the attributes in portions. @param {number} mine */
    async finish(mine) {
      const marks = await engine.call('finish');
      if (mine !== run) return;
      const found = marks.length / 4;
      /** @type {Annotation[]} */ const records = [];
      for (let from = 0; from < found; from += RECORDS) {
        records.push(...await engine.call('annotations', { from, to: from + RECORDS }));
        if (mine !== run) return;
      }
      auto = records;
      await describe(mine);
      if (mine !== run) return;
      store.set({ phase: state.phase === 'stopped' ? 'stopped' : 'done', progress: 1, found });
      done();
    },

    /** Lays the corrections over anew. */
    correct: () => runner.attempt(async (mine) => {
      await describe(mine);
      done();
    }),

    /** @param {(mine: number) => Promise<void>} work */
    async attempt(work) {
      const mine = ++run;
      try {
        await work(mine);
      } catch (error) {
        runner.fail(mine, error);
      }
    },

    /** @param {number} mine @param {any} error */
    fail(mine, error) {
      if (mine !== run || error?.kind === 'cancelled') return;
      const text = state.doc && !state.blocks.length ? plainBlocks(state.doc) : {};
      store.set({ ...text, phase: 'failed', error: { kind: error?.kind ?? 'internal', message: String(error?.message ?? error) } });
      done();
    },
  };
  return runner;
}
