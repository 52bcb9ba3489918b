/** From the clipboard or a file to text or blocks. */
import { t } from '../i18n/index.js';
import { decode } from './decode.js';
import { readHtml } from './html.js';
import { readMarkdown } from './markdown.js';
import { unwrap } from './plain.js';

/** @typedef {{text?: string, blocks?: import('../types.d.ts').BlockInput[], plain?: string, json?: string, note?: string, published?: string}} Read */

/**
 * Rich text where its markup has blocks, with the plain text beside it to fall back on; else plain text.
 * @param {DataTransfer} data @returns {Read | null} null where there is nothing to read
 */
export function readPaste(data) {
  const plain = data.getData('text/plain'), html = data.getData('text/html');
  const blocks = html ? readHtml(html, plain.trim() ? plain : undefined) : [];
  if (blocks.length) return plain.trim() ? { blocks, plain: unwrap(plain) } : { blocks };
  return plain.trim() ? { text: unwrap(plain) } : null;
}

/** Our own files are handed on; of others the usual fields are read. @param {string} text @returns {Read} */
function readJson(text) {
  if (/^\s*\{\s*"format"\s*:\s*"article-annotator"/.test(text)) return { json: text };
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    try {
      value = JSON.parse(text.slice(0, text.indexOf('\n')));
    } catch {
      return { text: unwrap(text) };
    }
  }
  const article = Array.isArray(value) ? value[0] : value;
  const string = (/** @type {string[]} */ names) => names.map((n) => article?.[n]).find((v) => typeof v === 'string' && v.trim());
  if (typeof article === 'string') return { text: unwrap(article) };
  const html = string(['html', 'content_html']);
  if (html) return { blocks: readHtml(html) };
  const body = string(['text', 'content', 'body', 'article', 'maintext', 'content_text']);
  if (!body) return { text: unwrap(text) };
  const title = string(['title', 'headline']), date = string(['published', 'date', 'publish_date', 'date_published', 'datePublished', 'pubDate', 'time']);
  const head = [title && !body.includes(title) ? title : '', date && !body.includes(date) ? `Published: ${date}` : ''].filter(Boolean);
  return { text: unwrap([...head, body].join('\n')) };
}

/**
 * @param {File} file @returns {Promise<Read>}
 * @throws an error of kind 'encoding' where the file is no text in a known encoding
 */
export async function readFile(file) {
  const { text, encoding } = decode(new Uint8Array(await file.arrayBuffer()));
  const note = encoding ? { note: t('file.decoded', { encoding }) } : {};
  const name = file.name.toLowerCase();
  if (/\.(html?|xhtml|mhtml)$/.test(name) || file.type === 'text/html') {
    const blocks = readHtml(text);
    return blocks.length ? { blocks, ...note } : { text: unwrap(text), ...note };
  }
  if (/\.(md|markdown)$/.test(name)) return { blocks: readMarkdown(text), ...note };
  if (/\.jsonl?$/.test(name) || /^\s*\{\s*"format"/.test(text)) return { ...readJson(text), ...note };
  return { text: unwrap(text), ...note };
}
