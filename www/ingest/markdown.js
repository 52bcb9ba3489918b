/** Markdown to blocks: headings, lists, quotes, tables; wrapped lines joined, marks of emphasis and links taken off. */

/** @param {string} text */
const bare = (text) => text
  .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
  .replace(/(\*\*|__)(?=\S)(.+?)\1/g, '$2').replace(/(^|[^\w*])\*(?=\S)([^*]+)\*/g, '$1$2').replace(/`([^`]+)`/g, '$1').trim();

const isHan = (/** @type {string} */ c) => /[\u3000-\u9fff\uff00-\uff65]/.test(c);

/** @param {string} text @returns {BlockInput[]} */
export function readMarkdown(text) {
  /** @type {BlockInput[]} */ const out = [];
  /** @type {BlockInput | null} */ let open = null;
  let titled = false;
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  if (lines[0] === '---') {
    const end = lines.indexOf('---', 1);
    const front = end > 0 ? lines.splice(0, end + 1) : [];
    for (const line of front) {
      const found = /^(title|date|published)\s*:\s*["']?(.+?)["']?\s*$/i.exec(line);
      if (!found) continue;
      const isTitle = found[1].toLowerCase() === 'title';
      titled ||= isTitle;
      out.push({ text: found[2], hint: isTitle ? 'title' : 'time' });
    }
  }
  /** @param {string} line @param {BlockInput['hint']} hint @param {boolean} [goesOn] */
  const push = (line, hint, goesOn = false) => {
    open = null;
    const block = { text: bare(line), hint };
    if (!block.text) return;
    out.push(block);
    if (goesOn) open = block;
  };
  for (const line of lines) {
    const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    const item = /^\s*(?:[-*+]|\d{1,3}[.)])\s+(.*)$/.exec(line);
    const quote = /^\s{0,3}>\s?(.*)$/.exec(line);
    if (!line.trim() || /^\s*([-*_=]\s*){3,}$/.test(line) || /^\s*\|?[\s:|-]+\|[\s:|-]*$/.test(line)) open = null;
    else if (heading) {
      const first = heading[1].length === 1 && !titled;
      titled ||= first;
      push(heading[2], first ? 'title' : 'heading');
    } else if (/^\s*\|.*\|\s*$/.test(line)) {
      push(line.trim().slice(1, -1).split('|').map((c) => bare(c)).join('\t'), 'table');
    } else if (item) push(item[1], 'list-item', true);
    else if (quote) push(quote[1], 'quote');
    else if (open) {
      const before = /** @type {BlockInput} */ (open), more = bare(line);
      before.text += (isHan(before.text.slice(-1)) || isHan(more[0] ?? '') ? '' : ' ') + more;
    } else push(line, null, true);
  }
  return out;
}
