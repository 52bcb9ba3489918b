/** The state of the page: one plain object; the page hears which of its keys changed, once a turn. */

/** @returns {State} */
export function initialState() {
  return {
    doc: null, info: null, blocks: [], marks: new Uint32Array(), items: [], rejected: [], orphans: 0,
    phase: 'empty', progress: 0, tally: [0, 0, 0], error: null, rest: 'coming', model: 'none', saved: 'no', undo: 0, redo: 0,
    selected: null, hovered: null, editing: null, shown: { figure: true, date: true, organization: true },
    hideExtra: false, query: '', tab: 'list', strip: true, dialog: null, documents: [], pasted: null, keys: true, newVersion: null, copied: false,
  };
}

/** @param {State} state @returns {Store} */
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
 * @template T @param {(sizes: {undo: number, redo: number}) => void} tell
 */
export function createHistory(tell) {
  /** @type {T[]} */ let past = [];
  /** @type {T[]} */ let future = [];
  /** @param {T[]} before @param {T[]} after */
  const set = (before, after) => {
    [past, future] = [before, after];
    tell({ undo: past.length, redo: future.length });
  };
  return {
    /** @param {T} before */
    push: (before) => set([...past.slice(-499), before], []),
    /** @param {T} now @returns {T | undefined} */
    undo(now) {
      const to = past.at(-1);
      if (to) set(past.slice(0, -1), [...future, now]);
      return to;
    },
    /** @param {T} now @returns {T | undefined} */
    redo(now) {
      const to = future.at(-1);
      if (to) set([...past, now], future.slice(0, -1));
      return to;
    },
    clear: () => set([], []),
  };
}
