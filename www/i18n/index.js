/**
 * The language of the interface: the browser's, until a person chooses. Only its messages are loaded, first those that
 * the page begins with, then those of the rest of the page.
 */

import { loadText } from '../resources.js';

const LANGS = ['en', 'zh'];
let current = 'en', whole = false;
/** @type {Record<string, string>} */ let messages = {};
/** What was loaded, by its name. @type {Record<string, typeof messages>} */ const tables = {};

export const uiLang = () => current;

/**
 * @param {string} lang @param {boolean} [all] from now on with the messages of the rest of the page
 * @throws where they cannot be had; then all stays as it was
 */
export async function setUiLang(lang, all = whole) {
  const wanted = LANGS.includes(lang) ? lang : 'en', names = [`messages.${wanted}`, ...(all ? [`rest.messages.${wanted}`] : [])];
  await Promise.all(names.map(async (name) => (tables[name] ??= JSON.parse(await loadText(name)))));
  [current, whole, messages] = [wanted, all, Object.assign({}, ...names.map((name) => tables[name]))];
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
