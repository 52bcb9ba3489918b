/**
 * The language of the interface: the browser's, until a person chooses. Only its messages are loaded, first those that
 * the page begins with, then those of the rest of the page.
 */

/** @type {Record<string, (() => Promise<{default: Record<string, string>}>)[]>} */
const TABLES = {
  en: [() => import('./en.json', { with: { type: 'json' } }), () => import('./en.rest.json', { with: { type: 'json' } })],
  zh: [() => import('./zh.json', { with: { type: 'json' } }), () => import('./zh.rest.json', { with: { type: 'json' } })],
};
let current = 'en', tables = 1;
/** @type {Record<string, string>} */ let messages = {};

export const uiLang = () => current;

/** @param {string} lang @param {boolean} [whole] from now on with the messages of the rest of the page @throws where they cannot be had: all stays as it was */
export async function setUiLang(lang, whole = tables > 1) {
  const wanted = TABLES[lang] ? lang : 'en', count = whole ? 2 : 1;
  const loaded = await Promise.all(TABLES[wanted].slice(0, count).map((load) => load()));
  [current, tables] = [wanted, count];
  messages = Object.assign({}, ...loaded.map((table) => table.default));
  document.documentElement.lang = current === 'zh' ? 'zh-Hans' : 'en';
}

/**
 * A message; `{name}` is filled from `values`, `{n|one|many}` chooses by number. A key without message is given back.
 * @param {string} key @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  const message = messages[key] ?? key;
  return message.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name, one, many) => {
    const value = values[name] ?? '';
    if (one !== undefined) return Number(value) === 1 ? one : many;
    return value.toLocaleString(current);
  });
}

/** The word for a value of an attribute, where there is one. @param {string} name @param {unknown} value @returns {string | undefined} */
export const word = (name, value) => messages[`${name}.${value}`];
