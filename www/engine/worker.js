/*
 * The worker: runs behind the glue of wasm-bindgen, which defines `wasm_bindgen`, in one classic script.
 * Requests are {v, id, op, args}; every one is answered exactly once, {v, id, value} or {v, id, error: {kind, message}}.
 */
(() => {
  'use strict';
  const VERSION = 1;
  /** @type {any} */ const scope = self;
  /** @type {any} */ const wasm = scope.wasm_bindgen ?? /** @type {any} */ (globalThis).wasm_bindgen;
  /** @type {any} */ let engine;
  /** What the parts of the core share. @type {any} */ let core;
  /** @type {any} */ let session;

  /** The names of the parts that are there. @type {Set<string>} */ const parts = new Set();

  /** The text of the document, which takes longer to decode than a block of it to scan. */
  let text = '';
  /** Its blocks, four numbers each. @type {Uint32Array} */ let layout;

  /** Without the part that tells roles and dates, there is nothing to say of them yet. */
  const opened = () => {
    layout = session.blocks();
    return { text, info: parts.has('values') ? session.info() : null, layout };
  };

  /** @type {Record<string, (args: any) => any>} */
  const operations = {
    async start({ module }) {
      core = { ...await wasm({ module_or_path: module }) };
      engine = new wasm.Engine();
      return wasm.version();
    },
    async add({ name, module }) {
      // Instantiated from a module, not from bytes: an instance and nothing else.
      const part = /** @type {WebAssembly.Instance} */ (/** @type {unknown} */ (await WebAssembly.instantiate(module, { core })));
      Object.assign(core, part.exports);
      parts.add(name);
      if (name === 'zh' || name === 'en') engine.addLanguage(name);
    },
    complete: () => engine.complete(),
    model: ({ bytes }) => engine.loadModel(bytes),
    open(input) {
      session?.free();
      session = undefined;
      session = parts.has('values') ? engine.open(input) : engine.begin(input);
      text = session.text();
      return opened();
    },
    reset: () => session.reset(),
    scan({ bytes }) {
      const marks = session.scan(bytes);
      return { marks, progress: session.progress() };
    },
    finish: () => session.finish(),
    annotations: ({ from, to }) => session.annotations(from, to),
    published({ date }) {
      session.setPublished(date);
      return { info: session.info(), layout: session.blocks() };
    },
    edit({ block, text: replacement }) {
      const [start, end] = layout.subarray(block * 4);
      const marks = session.editBlock(block, replacement);
      if (end !== undefined) text = text.slice(0, start) + replacement.replace(/\r\n?/g, '\n') + text.slice(end);
      return { ...opened(), marks };
    },
    describe: ({ spans, trim }) =>
      spans.map((/** @type {any} */ s) => session.describe(s.start, s.end, s.type, trim)),
    article: () => session.article(),
    export: ({ article, format, filter }) => wasm.exportArticle(article, format, filter),
    import: ({ text }) => wasm.importArticle(text),
  };

  scope.addEventListener('message', async (/** @type {MessageEvent} */ event) => {
    const { v, id, op, args } = event.data;
    try {
      if (v !== VERSION || !operations[op]) throw Object.assign(new Error(`${op} v${v}`), { kind: 'protocol' });
      const value = await operations[op](args ?? {});
      const marks = value instanceof Uint32Array ? value : value?.marks;
      scope.postMessage({ v: VERSION, id, value }, marks instanceof Uint32Array ? [marks.buffer] : []);
    } catch (error) {
      const trapped = error instanceof WebAssembly.RuntimeError;
      const kind = trapped ? 'crashed' : /** @type {any} */ (error)?.kind ?? 'internal';
      scope.postMessage({ v: VERSION, id, error: { kind, message: String(/** @type {any} */ (error)?.message ?? error) } });
    }
  });
})();
