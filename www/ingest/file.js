/** From a file to text or blocks, by its kind. */
import { t } from '../i18n/index.js';
import { decode } from './decode.js';
import { readMarkdown } from './markdown.js';
import { blocksOr } from './paste.js';

/** @typedef {import('./paste.js').Read} Read */

/** @param {string} text @returns {any} undefined where it is not JSON */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Our own files are handed on; of others, and of the first line of several, the usual fields are read. @param {string} text @returns {Read} */
function readJson(text) {
  if (/^\s*\{\s*"format"\s*:\s*"article-annotator"/.test(text)) return { json: text };
  const [article] = [parsed(text) ?? parsed(text.split('\n', 1)[0])].flat();
  if (typeof article === 'string') return { text: article };
  const field = (/** @type {string[]} */ ...names) => names.map((name) => article?.[name]).find((value) => typeof value === 'string' && value.trim());
  const html = field('html', 'content_html'), body = field('text', 'content', 'body', 'article', 'maintext', 'content_text');
  if (html) return blocksOr(html, text);
  if (!body) return { text };
  const title = field('title', 'headline'), date = field('published', 'date', 'publish_date', 'date_published', 'datePublished', 'pubDate', 'time');
  const head = [title && !body.includes(title) && title, date && !body.includes(date) && `Published: ${date}`];
  return { text: [...head, body].filter(Boolean).join('\n') };
}

/** @param {File} file @param {string} text @returns {Read} */
function readText({ name, type }, text) {
  if (/\.(html?|xhtml|mhtml)$/i.test(name) || type === 'text/html') return blocksOr(text, text);
  if (/\.(md|markdown)$/i.test(name)) return { blocks: readMarkdown(text) };
  if (/\.jsonl?$/i.test(name) || /^\s*\{\s*"format"/.test(text)) return readJson(text);
  return { text };
}

/**
 * @param {File} file @returns {Promise<Read>}
 * @throws an error of kind 'encoding' where the file is no text in a known encoding
 */
export async function readFile(file) {
  const { text, encoding } = decode(new Uint8Array(await file.arrayBuffer()));
  return { ...readText(file, text), ...(encoding && { note: t('file.decoded', { encoding }) }) };
}
