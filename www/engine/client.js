/** The page's side of the worker: one queue of requests, each answered once; a worker that traps is replaced. */
import { loadBytes, loadText } from '../resources.js';
import { trusted } from '../trusted.js';

const VERSION = 1;

/** An error with a kind that the page can speak about. */
export class EngineError extends Error {
  /** @param {string} kind @param {string} message */
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

/** @returns {import('../types.d.ts').Engine} */
export function createEngine() {
  /** @type {Promise<{url: string, module: WebAssembly.Module}> | undefined} */
  let loaded;
  /** @type {Promise<Worker> | undefined} */
  let starting;
  /** @type {Worker | undefined} */
  let worker;
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void}>} */
  const pending = new Map();
  let lastId = 0;

  /** Fetches and compiles once; a failure may be tried again. */
  function load() {
    loaded ??= Promise.all([loadText('glue'), loadText('worker'), loadBytes('wasm')]).then(async ([glue, own, wasm]) => ({
      url: URL.createObjectURL(new Blob([glue, '\n;self.wasm_bindgen = wasm_bindgen;\n', own], { type: 'text/javascript' })),
      module: await WebAssembly.compile(/** @type {BufferSource} */ (wasm)),
    })).catch((error) => {
      loaded = undefined;
      throw new EngineError('load', String(error?.message ?? error));
    });
    return loaded;
  }

  /** @param {string} kind @param {string} message */
  function drop(kind, message) {
    worker?.terminate();
    worker = starting = undefined;
    const waiting = [...pending.values()];
    pending.clear();
    for (const { reject } of waiting) reject(new EngineError(kind, message));
  }

  function start() {
    starting ??= load().then(async ({ url, module }) => {
      const fresh = new Worker(trusted.createScriptURL(url));
      worker = fresh;
      fresh.addEventListener('message', ({ data }) => {
        const request = pending.get(data.id);
        if (!request || worker !== fresh) return;
        pending.delete(data.id);
        if (!data.error) return request.resolve(data.value);
        request.reject(new EngineError(data.error.kind, data.error.message));
        if (data.error.kind === 'crashed') drop('crashed', data.error.message);
      });
      fresh.addEventListener('error', (event) => drop('crashed', event.message || 'worker'));
      await post(fresh, 'start', { module });
      return fresh;
    }).catch((error) => {
      starting = undefined;
      throw error;
    });
    return starting;
  }

  /** @param {Worker} to @param {string} op @param {object} args @returns {Promise<any>} */
  function post(to, op, args) {
    return new Promise((resolve, reject) => {
      const id = ++lastId;
      pending.set(id, { resolve, reject });
      to.postMessage({ v: VERSION, id, op, args });
    });
  }

  return {
    call: async (op, args = {}) => post(await start(), op, args),
    restart: () => drop('cancelled', 'cancelled'),
  };
}
