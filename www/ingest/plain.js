/** Plain text: line ends made LF, paragraphs that were wrapped at a column put back on one line. */

const NARROWEST = 44, WIDEST = 100;

/** Columns, two for a Han character. @param {string} line */
function columns(line) {
  let sum = 0;
  for (const c of line) sum += c < '\u1100' || (c >= '\u2010' && c <= '\u2027') ? 1 : 2;
  return sum;
}

const isHan = (/** @type {string} */ c) => /[\u3000-\u9fff\uf900-\ufaff\uff00-\uff65]/.test(c);

/**
 * True where lines are one wrapped paragraph; the core's rule (src/document/wrap.rs) in JavaScript.
 * @param {string[]} rows
 */
function isWrapped(rows) {
  if (rows.length < 2) return false;
  const inner = rows.slice(0, -1), last = rows[rows.length - 1];
  const count = (/** @type {string[]} */ lines, /** @type {RegExp} */ test) => lines.filter((l) => test.test(l)).length;
  const han = [...rows[0]].filter((c) => c >= '\u3400' && c <= '\u9fff').length;
  if (han * 4 > columns(rows[0])) {
    const widths = inner.map(columns), widest = Math.max(...widths);
    const even = widths.every((w) => w + 3 >= widest) && columns(last) <= widest + 2;
    return even && count(rows, /[，。、；,]/) * 3 >= rows.length * 2 && count(inner, /[。！？：]$/) * 3 <= inner.length && /[。！？”」）.：]$/.test(last);
  }
  const lower = count(rows.slice(1).map((r) => r.trimStart()), /^[\p{Ll}\d]/u);
  return lower * 5 >= (rows.length - 1) * 2 && count(inner, /[.!?:"”]$/) * 2 <= inner.length && count(rows, /^\s*[•\-*·–]/) === 0;
}

/** Joins lines: nothing between Han, a space otherwise. @param {string[]} rows */
function join(rows) {
  return rows.map((r) => r.trim()).reduce((text, row) => text + (isHan(text.slice(-1)) || isHan(row[0]) ? '' : ' ') + row);
}

/** @param {string} text @returns {string} */
export function unwrap(text) {
  /** @type {string[]} */ const out = [];
  /** @type {string[]} */ let run = [];
  const end = () => {
    const widest = Math.max(0, ...run.map((r) => (r.length > 4 * WIDEST ? WIDEST + 1 : columns(r))));
    if (run.length < 2 || widest < NARROWEST || widest > WIDEST) out.push(...run);
    else {
      /** @type {string[]} */ let rows = [];
      run.forEach((row, i) => {
        rows.push(row);
        const next = run[i + 1];
        const full = columns(row) * 4 >= widest * 3;
        const indent = next !== undefined && /^\s/.test(next) && !/^\s/.test(row);
        if (full && next !== undefined && !indent) return;
        out.push(...(isWrapped(rows) ? [join(rows)] : rows));
        rows = [];
      });
    }
    run = [];
  };
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    if (line.trim()) {
      run.push(line.trimEnd());
      // A run that cannot be wrapped text is let go at once, so that long files stay cheap.
      if (run.length > 2000) end();
    } else {
      end();
      out.push('');
    }
  }
  end();
  return out.join('\n');
}
