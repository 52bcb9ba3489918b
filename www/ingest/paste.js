/** From the clipboard to text or blocks. */
import { readHtml } from './html.js';

/** @typedef {{text?: string, blocks?: BlockInput[], plain?: string, json?: string, note?: string}} Read */

/** Blocks, where markup has any. @param {string} html @param {string} text what stands for them otherwise @param {string} [plain] @returns {Read} */
export function blocksOr(html, text, plain) {
  const blocks = html ? readHtml(html, plain) : [];
  return blocks.length ? { blocks, plain } : { text };
}

/**
 * Rich text where its markup has blocks, with the plain text beside it to fall back on; else plain text.
 * @param {DataTransfer} data @returns {Read | null} null where there is nothing to read
 */
export function readPaste(data) {
  const text = data.getData('text/plain'), read = blocksOr(data.getData('text/html'), text, text.trim() ? text : undefined);
  return read.blocks || text.trim() ? read : null;
}
