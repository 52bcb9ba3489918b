/**
 * Everything the page loads besides the modules that it begins with. In the single-file build each resource stands in an inert element
 * `<script type="text/plain" id="resource:NAME">`, base64; on a server it is a file beside the page.
 */

/** @type {Record<string, string>} */
const PATHS = {
  glue: 'pkg/annotator.js',
  wasm: 'pkg/annotator_bg.wasm',
  'wasm.zh': 'pkg/annotator_zh.wasm',
  'wasm.en': 'pkg/annotator_en.wasm',
  'wasm.values': 'pkg/annotator_values.wasm',
  'wasm.rest': 'pkg/annotator_rest.wasm',
  worker: 'engine/worker.js',
  rest: 'rest.js',
  'rest.style': 'rest.css',
  'messages.en': 'i18n/en.json',
  'messages.zh': 'i18n/zh.json',
  'rest.messages.en': 'i18n/en.rest.json',
  'rest.messages.zh': 'i18n/zh.rest.json',
  'sample.zh': 'samples/zh.json',
  'sample.en': 'samples/en.json',
  'model.zh': 'data/zh.model',
  'model.en': 'data/en.model',
};

/**
 * @param {string} name one of PATHS
 * @returns {Promise<Uint8Array>}
 * @throws where the resource is missing
 */
export async function loadBytes(name) {
  const inline = document.getElementById(`resource:${name}`);
  if (inline) return decodeBase64(inline.textContent ?? '');
  const path = pathOf(name);
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Where a resource is, from the page. @param {string} name */
export const pathOf = (name) => document.querySelector(`meta[name="resource:${name}"]`)?.getAttribute('content') ?? PATHS[name];

/** Adds a style sheet, which the single-file build has with the first one. @param {string} name @throws where it is missing */
export async function loadStyle(name) {
  if (isSingle()) return;
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: pathOf(name) });
  const loaded = new Promise((resolve, reject) => Object.assign(link, { onload: resolve, onerror: reject }));
  document.head.append(link);
  await loaded.catch((error) => {
    link.remove();
    throw error;
  });
}

/** True for the page in one file. */
export const isSingle = () => Boolean(document.getElementById('resource:wasm'));

/** @param {string} name @returns {Promise<string>} */
export async function loadText(name) {
  return new TextDecoder().decode(await loadBytes(name));
}

/** @param {string} text @returns {Uint8Array} */
function decodeBase64(text) {
  const binary = atob(text.trim());
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
