// The annotator for browsers, workers and Node: loads the WebAssembly module and the models that lie beside this file.
import start, { Engine, exportArticle, importArticle, version } from './annotator.js';

const MODELS = { zh: './zh.model', en: './en.model' };

/** Reads a file beside this one; Node's fetch knows no file: addresses. */
async function read(name) {
  const url = new URL(name, import.meta.url);
  if (url.protocol === 'file:') {
    const { readFile } = await import(/* @vite-ignore */ 'node:fs/promises');
    return readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

let started;

export class Annotator {
  #engine;

  constructor(engine) {
    this.#engine = engine;
  }

  annotate(input, options = {}) {
    const given = typeof input === 'string' ? { text: input } : { blocks: input };
    const session = this.#engine.open({ ...given, published: options.published, lang: options.lang });
    try {
      while (session.scan(1 << 20)) { /* the next blocks */ }
      session.finish();
      return session.article();
    } finally {
      session.free();
    }
  }
}

export async function load({ models = ['zh', 'en'], wasm } = {}) {
  started ??= Promise.resolve(wasm ?? read('./annotator_bg.wasm')).then(bytes => start({ module_or_path: bytes }));
  const [files] = await Promise.all([Promise.all(models.map(name => read(MODELS[name]))), started]);
  const engine = new Engine();
  engine.complete();
  for (const bytes of files) engine.loadModel(bytes);
  return new Annotator(engine);
}

export const write = (article, format = 'json', filter = {}) => exportArticle(article, format, filter);
export const open = json => importArticle(json);
export { version };
