/** Bytes to text: what the file declares, strict UTF-8, then GB18030 or Big5, whichever gives the more common characters. */

const COMMON = new Set('的一是不了在人有我他这中大来上国个到说们为和你地出年得里后以时会要着日月市公司会發國會這來個們為說時後裡與經發於學對產業過現開關報導新聞記者社');

/** @param {Uint8Array} bytes @param {string} encoding @returns {string | null} null where the bytes are not that encoding */
function strictly(bytes, encoding) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The share of very common characters among the Han ones. @param {string} text */
function likelihood(text) {
  let han = 0, common = 0;
  for (const c of text.slice(0, 20000)) {
    if (c < '\u3400') continue;
    han += 1;
    if (COMMON.has(c)) common += 1;
  }
  return han ? common / han : 0;
}

/** The charset that an HTML file names in its head. @param {Uint8Array} bytes */
function declared(bytes) {
  const head = String.fromCharCode(...bytes.subarray(0, 2048));
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
}

/**
 * @param {Uint8Array} bytes
 * @returns {{text: string, encoding: string}} encoding is '' for UTF-8
 * @throws an error of kind 'encoding' for bytes in none of the encodings
 */
export function decode(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16' };
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: '' };
  const named = declared(bytes);
  const gb = strictly(bytes, 'gb18030'), big5 = strictly(bytes, 'big5');
  // The old encodings take nearly any bytes; text holds no NUL.
  if (bytes.includes(0)) throw Object.assign(new Error('encoding'), { kind: 'encoding' });
  const big5Wins = big5 !== null && (gb === null || named === 'big5' || (!named?.startsWith('gb') && likelihood(big5) > likelihood(gb)));
  if (big5Wins) return { text: big5, encoding: 'Big5' };
  if (gb !== null) return { text: gb, encoding: 'GB18030' };
  throw Object.assign(new Error('encoding'), { kind: 'encoding' });
}
