/** Brings the engine to a document: opens it, scans it in batches, resolves it, lays the corrections over. */
import { TYPES, fours, placesOf } from './marks.js';

export const ROLES = ['title', 'dateline', 'byline', 'heading', 'paragraph', 'caption', 'credit', 'list-item', 'table', 'boilerplate', 'related'];

/** What is to be done, each step with all below it. A run that is overtaken leaves its rest to the one that overtook it. */
export const DUE = { nothing: 0, corrections: 1, resolve: 2, published: 3, scan: 4, reset: 5, open: 6 };
const FIRST_BATCH = 16_000;
const BATCH = 120_000;
const RECORDS = 500;

/** How many there are of each type. @param {{type: string}[]} items @param {number[]} [before] */
const tallyOf = (items, before = [0, 0, 0]) => TYPES.map((type, at) => before[at] + items.filter((item) => item.type === type).length);

/** Nothing, where a part of the core could not be loaded. @param {any} error @returns {Annotation[]} */
function unlessAbsent(error) {
  if (error?.kind !== 'load') throw error;
  return [];
}

/**
 * @param {Store} store @param {Engine} engine
 * @param {Promise<Rest>} rest of the page, which shows values and lays corrections over them: what comes after the marks waits for it
 * @param {() => void} done after each run, failed ones too
 */
export function createRunner(store, engine, rest, done) {
  const { state } = store;
  /** @type {Annotation[]} */ let auto = [];
  /** Grows with every run; an older one stops at its next step. */
  let run = 0;
  let due = DUE.nothing;
  /** The run under way. */
  let current = Promise.resolve();
  /** @type {number | undefined} */ let waiting;

  /** Lines as blocks, so that the text can be read while the core is down. @param {Doc} doc */
  function plainBlocks(doc) {
    const text = doc.blocks ? doc.blocks.map((b) => b.text).join('\n') : doc.text;
    const lines = [...text.matchAll(/[^\n]*\S[^\n]*/g)];
    return { doc: { ...doc, text }, blocks: lines.map(({ 0: line, index }) => ({ start: index, end: index + line.length, role: 'paragraph' })) };
  }

  /** What the engine says of an opened document, as state. @param {{text: string, info: Info | null, layout: Uint32Array}} opened */
  function take({ text, info, layout }) {
    const doc = { .../** @type {Doc} */ (state.doc), text, layout: [...layout], blocks: null };
    return { doc, info, blocks: fours(layout).map(([start, end, role]) => ({ start, end, role: ROLES[role] })) };
  }

  /** @type {Record<number, (overtaken: () => boolean) => Promise<unknown>>} */
  const steps = {
    async [DUE.open](overtaken) {
      const { text, layout, blocks, published } = /** @type {Doc} */ (state.doc);
      const opened = await engine.call('open', { text, layout, blocks, published, unwrap: true });
      if (!overtaken()) store.set(take(opened));
    },

    async [DUE.reset]() {
      store.set({ phase: 'scanning', tally: tallyOf([]) });
      await engine.call('reset');
    },

    /** Scans what is left, unless a person stopped it, painting each batch. */
    async [DUE.scan](overtaken) {
      if (state.phase !== 'stopped') store.set({ phase: 'scanning' });
      for (let bytes = FIRST_BATCH; state.phase === 'scanning'; bytes = BATCH) {
        const { marks, progress } = await engine.call('scan', { bytes });
        if (overtaken() || !marks) break;
        store.set({ marks, progress, tally: tallyOf(placesOf(marks), state.tally) });
      }
    },

    async [DUE.published](overtaken) {
      const { text, published } = /** @type {Doc} */ (state.doc);
      const [told] = await Promise.all([engine.call('published', { date: published }), rest]);
      // The first time, for a core that had come only in part, with the roles of the blocks.
      if (!overtaken()) store.set(state.info ? { info: told.info } : take({ text, ...told }));
    },

    /** The document pass, then the attributes in portions. */
    async [DUE.resolve](overtaken) {
      const marks = await engine.call('finish');
      /** @type {Annotation[]} */ const records = [];
      for (let from = 0; from < marks.length / 4; from += RECORDS) {
        if (overtaken()) return;
        records.push(...await engine.call('annotations', { from, to: from + RECORDS }));
      }
      if (!overtaken()) auto = records;
    },

    /** Asks the core for every correction's target, then lays the corrections over. */
    async [DUE.corrections](overtaken) {
      const { text, corrections } = /** @type {Doc} */ (state.doc), { locate, overlay } = await rest;
      const wanted = corrections.flatMap((c) => {
        const at = c.to && locate(text, c.to);
        return at && c.to ? [{ id: c.id, start: at.start, end: at.end, type: c.to.type }] : [];
      });
      // Without the part of the core that describes, corrections have what the person gave them.
      const answers = wanted.length ? await engine.call('describe', { spans: wanted, trim: false }).catch(unlessAbsent) : [];
      if (overtaken()) return;
      const described = new Map(wanted.flatMap((w, i) => (answers[i] ? [/** @type {[number, Annotation]} */ ([w.id, answers[i]])] : [])));
      store.set(overlay(auto, corrections, described, text));
      store.set({ phase: state.phase === 'stopped' ? 'stopped' : 'done', progress: 1, tally: tallyOf(state.items) });
    },
  };

  /** @param {number} mine */
  async function work(mine) {
    const overtaken = () => mine !== run;
    try {
      while (due !== DUE.nothing) {
        await steps[due](overtaken);
        if (overtaken()) return;
        due--;
      }
      done();
    } catch (error) {
      if (!overtaken()) fail(error, state.doc && !state.blocks.length ? plainBlocks(state.doc) : {});
    }
  }

  /** @param {any} error @param {Partial<State>} kept what can still be shown */
  function fail(error, kept) {
    // The engine may have lost the document.
    due = DUE.open;
    store.set({ ...kept, phase: 'failed', error: { kind: error?.kind ?? 'internal', message: String(error?.message ?? error) } });
    done();
  }

  const runner = {
    /** The automatic annotations, corrections left aside. */
    automatic: () => auto,

    /** Brings the engine and the page to the document, from a step on. @param {number} step */
    bring(step) {
      clearTimeout(waiting);
      waiting = undefined;
      due = Math.max(due, step);
      current = work(++run);
      return current;
    },

    /** When nothing is under way any more. */
    async settled() {
      if (waiting !== undefined) runner.bring(DUE.nothing);
      for (let seen; seen !== current;) {
        seen = current;
        await seen;
      }
    },

    /** Forgets the document. */
    drop() {
      clearTimeout(waiting);
      waiting = undefined;
      run++;
      due = DUE.nothing;
    },

    /** Opens a document and annotates it from the start. @param {Doc} doc */
    annotate(doc) {
      auto = [];
      store.set({
        doc, phase: 'opening', error: null, progress: 0, tally: tallyOf([]), items: [], rejected: [], marks: new Uint32Array(), editing: null,
      });
      return runner.bring(DUE.open);
    },

    /**
     * Gives one block another text; the document pass follows after a pause.
     * @param {number} index @param {string} text @param {number} pause in ms
     * @param {(by: number) => Doc['corrections']} moved the corrections, where the text behind the block moves by so much
     * @returns {Promise<Uint32Array | undefined>} the block's provisional marks
     */
    async edit(index, text, pause, moved) {
      clearTimeout(waiting);
      const mine = ++run, doc = /** @type {Doc} */ (state.doc), { start, end } = state.blocks[index];
      try {
        const answer = await engine.call('edit', { block: index, text });
        if (mine !== run) return undefined;
        const next = take(answer);
        store.set({ ...next, doc: { ...next.doc, corrections: moved(answer.text.length - doc.text.length) } });
        due = Math.max(due, DUE.resolve);
        waiting = window.setTimeout(() => runner.bring(DUE.nothing), pause);
        return answer.marks;
      } catch (error) {
        const kept = { ...doc, text: doc.text.slice(0, start) + text + doc.text.slice(end), layout: null, corrections: moved(text.length - (end - start)) };
        if (mine === run) fail(error, { ...plainBlocks(kept), editing: null });
        return undefined;
      }
    },
  };
  return runner;
}
