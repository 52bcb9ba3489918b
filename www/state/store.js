/** The state of the page: one plain object; views hear which of its keys changed, once a turn. */

/** @returns {import('../types.d.ts').State} */
export function initialState() {
  return {
    doc: null, info: null, blocks: [], marks: new Uint32Array(), items: [], rejected: [], orphans: 0,
    phase: 'empty', progress: 0, tally: [0, 0, 0], error: null, model: 'none', saved: 'no', undo: 0, redo: 0,
    selected: null, hovered: null, editing: null, shown: { figure: true, date: true, organization: true },
    hideExtra: false, query: '', tab: 'list', strip: true, dialog: null, documents: [], pasted: null, keys: true, newVersion: null, copied: false,
  };
}

/**
 * @param {import('../types.d.ts').State} state
 * @returns {import('../types.d.ts').Store}
 */
export function createStore(state) {
  /** @type {Set<(state: import('../types.d.ts').State, changed: Set<string>) => void>} */
  const listeners = new Set();
  /** @type {Set<string>} */
  let changed = new Set();
  let queued = false;

  function notify() {
    queued = false;
    const keys = changed;
    changed = new Set();
    for (const listener of [...listeners]) listener(state, keys);
  }

  return {
    state,
    set(patch) {
      for (const [key, value] of Object.entries(patch)) {
        if (/** @type {any} */ (state)[key] === value) continue;
        /** @type {any} */ (state)[key] = value;
        changed.add(key);
      }
      if (changed.size && !queued) {
        queued = true;
        queueMicrotask(notify);
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * The undo log: states of a document, which are never changed in place.
 * @template T
 */
export function createHistory() {
  /** @type {T[]} */ let past = [];
  /** @type {T[]} */ let future = [];
  return {
    /** @param {T} before */
    push(before) {
      past.push(before);
      if (past.length > 500) past.shift();
      future = [];
    },
    /** @param {T} now @returns {T | undefined} */
    undo(now) {
      const to = past.pop();
      if (to) future.push(now);
      return to;
    },
    /** @param {T} now @returns {T | undefined} */
    redo(now) {
      const to = future.pop();
      if (to) past.push(now);
      return to;
    },
    clear() {
      past = [];
      future = [];
    },
    get sizes() {
      return { undo: past.length, redo: future.length };
    },
  };
}
