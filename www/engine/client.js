/**
 * The page's side of the worker: one queue of requests, each answered once; a worker that traps is replaced. The core
 * comes in parts: a request waits for the part that it needs.
 */
import { loadBytes, loadText } from '../resources.js';
import { trusted } from '../trusted.js';
import { PARTS, partFor } from './parts.js';

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
  /** @type {Promise<string> | undefined} */
  let script;
  /** By name: compiled once, for every worker. @type {Map<string, Promise<WebAssembly.Module>>} */
  const modules = new Map();
  /** By name: the parts that the worker has or gets. @type {Map<string, Promise<void>>} */
  const added = new Map();
  /** @type {Promise<Worker> | undefined} */
  let starting;
  /** @type {Worker | undefined} */
  let worker;
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void}>} */
  const pending = new Map();
  let lastId = 0;

  /** A failure to load, which may be tried again. @param {() => void} forget @returns {(error: any) => never} */
  const failure = (forget) => (error) => {
    forget();
    throw error instanceof EngineError ? error : new EngineError('load', String(error?.message ?? error));
  };

  /** The worker's script. */
  function load() {
    script ??= Promise.all([loadText('glue'), loadText('worker')]).then(([glue, own]) => URL.createObjectURL(
      new Blob([glue, '\n;self.wasm_bindgen = wasm_bindgen;\n', own], { type: 'text/javascript' }),
    )).catch(failure(() => (script = undefined)));
    return script;
  }

  /** Fetches and compiles a part once. @param {string} name a resource */
  function compiled(name) {
    const module = modules.get(name)
      ?? loadBytes(name).then((bytes) => WebAssembly.compile(/** @type {BufferSource} */ (bytes))).catch(failure(() => modules.delete(name)));
    modules.set(name, module);
    return module;
  }

  /** Gives the worker a part, after those that it needs. @param {Worker} to @param {string} name @returns {Promise<void>} */
  function add(to, name) {
    const adding = added.get(name) ?? (async () => {
      // One after the other: what is needed first has the whole line.
      for (const other of PARTS[name]) await add(to, other);
      await post(to, 'add', { name, module: await compiled(`wasm.${name}`) });
    })().catch(failure(() => added.delete(name)));
    added.set(name, adding);
    return adding;
  }

  /** @param {string} kind @param {string} message */
  function drop(kind, message) {
    worker?.terminate();
    worker = starting = undefined;
    added.clear();
    const waiting = [...pending.values()];
    pending.clear();
    for (const { reject } of waiting) reject(new EngineError(kind, message));
  }

  function start() {
    starting ??= Promise.all([load(), compiled('wasm')]).then(async ([url, module]) => {
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
    async call(op, args = {}) {
      const to = await start(), part = partFor(op, args);
      if (part) await add(to, part);
      return post(to, op, args);
    },
    ready: async (lang) => add(await start(), lang),
    restart: () => drop('cancelled', 'cancelled'),
  };
}
