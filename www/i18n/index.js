/** The language of the interface: the browser's, until a person chooses. */
import en from './en.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

const TABLES = /** @type {Record<string, Record<string, string>>} */ ({ en, zh });
let current = 'en';

export const uiLang = () => current;

/** @param {string} lang */
export function setUiLang(lang) {
  current = TABLES[lang] ? lang : 'en';
  document.documentElement.lang = current === 'zh' ? 'zh-Hans' : 'en';
}

/**
 * A message; `{name}` is filled from `values`, `{n|one|many}` chooses by number. A key without message is given back.
 * @param {string} key @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  const message = TABLES[current][key] ?? key;
  return message.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name, one, many) => {
    const value = values[name] ?? '';
    if (one !== undefined) return Number(value) === 1 ? one : many;
    return value.toLocaleString(current);
  });
}

/** The word for a value of an attribute, where there is one. @param {string} name @param {unknown} value @returns {string | undefined} */
export const word = (name, value) => TABLES[current][`${name}.${value}`];
