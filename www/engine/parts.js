/** The parts of the core: what each needs before it, and from which request on it is needed. */

/** The parts after the first, `wasm`, as wasm-pack.toml divides them. @type {Record<string, string[]>} */
export const PARTS = { zh: [], en: [], values: ['zh', 'en'], rest: ['values'] };

/** @type {Record<string, string>} */
const NEEDED = {
  finish: 'values', annotations: 'values', published: 'values', edit: 'values',
  complete: 'rest', model: 'rest', describe: 'rest', article: 'rest', export: 'rest', import: 'rest',
};

/**
 * The part that a request waits for; none where the first will do.
 * @param {string} op @param {any} args @returns {string | undefined}
 */
export function partFor(op, args) {
  return op === 'open' ? languageOf(args) : NEEDED[op];
}

/** The language that prevails, a Han character against four letters. @param {{text?: string, blocks?: {text: string}[] | null}} input */
function languageOf({ text = '', blocks }) {
  const all = blocks ? blocks.map((block) => block.text).join('\n') : text;
  const count = (/** @type {RegExp} */ pattern) => all.match(pattern)?.length ?? 0;
  return count(/\p{Script=Han}/gu) * 4 > count(/[a-z]/gi) ? 'zh' : 'en';
}
