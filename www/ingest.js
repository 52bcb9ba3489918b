/** From the clipboard or a file to text or blocks. */

/** @typedef {{text?: string, blocks?: import('./types.d.ts').BlockInput[], plain?: string, json?: string, note?: string}} Read */

/** @param {DataTransfer} data @returns {Read | null} null where there is nothing to read */
export function readPaste(data) {
  const plain = data.getData('text/plain');
  return plain.trim() ? { text: plain } : null;
}

/** @param {File} file @returns {Promise<Read>} */
export async function readFile(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return /^\s*\{\s*"format"\s*:\s*"article-annotator"/.test(text) ? { json: text } : { text };
    } catch {
      // The next encoding is tried.
    }
  }
  throw Object.assign(new Error('encoding'), { kind: 'encoding' });
}
