/** The state of the page: one plain object; the page hears which of its keys changed, once a turn. */

/** @returns {import('../types.d.ts').State} */
export function initialState() {
  return {
    doc: null, info: null, blocks: [], marks: new Uint32Array(), items: [], rejected: [], orphans: 0,
    phase: 'empty', progress: 0, tally: [0, 0, 0], error: null, model: 'none', saved: 'no', undo: 0, redo: 0,
    selected: null, hovered: null, editing: null, shown: { figure: true, date: true, organization: true },
    hideExtra: false, query: '', tab: 'list', strip: true, dialog: null, documents: [], pasted: null, keys: true, newVersion: null, copied: false,
  };
}

/** @param {import('../types.d.ts').State} state @returns {import('../types.d.ts').Store} */
export function createStore(state) {
  /** @type {(changed: Set<string>) => void} */ let listener = () => undefined;
  /** @type {Set<string>} */ let changed = new Set();
  return {
    state,
    set(patch) {
      const keys = /** @type {(keyof typeof patch)[]} */ (Object.keys(patch)).filter((key) => state[key] !== patch[key]);
      if (keys.length && !changed.size) {
        queueMicrotask(() => {
          const told = changed;
          changed = new Set();
          listener(told);
        });
      }
      for (const key of keys) changed.add(key);
      Object.assign(state, patch);
    },
    listen: (to) => (listener = to),
  };
}

/**
 * The undo log: states of a document, which are never changed in place.
 * @template T
 */
export function createHistory() {
  /** @type {T[]} */ let past = [];
  /** @type {T[]} */ let future = [];
  /** @param {T[]} from @param {T[]} to @param {T} now */
  const move = (from, to, now) => {
    const next = from.pop();
    if (next) to.push(now);
    return next;
  };
  return {
    /** @param {T} before */
    push(before) {
      past = [...past.slice(-499), before];
      future = [];
    },
    /** @param {T} now */
    undo: (now) => move(past, future, now),
    /** @param {T} now */
    redo: (now) => move(future, past, now),
    clear() {
      past = [];
      future = [];
    },
    get sizes() {
      return { undo: past.length, redo: future.length };
    },
  };
}
