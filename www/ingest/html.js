/**
 * HTML to blocks. The document is inert (DOMParser): nothing in it runs or loads, and only its text is taken.
 * Blocks keep the order of the page; what markup says of them becomes their hint.
 */
import { trusted } from '../trusted.js';

const DROPPED = new Set(('SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME OBJECT EMBED CANVAS AUDIO VIDEO SELECT INPUT TEXTAREA BUTTON '
  + 'HEAD TITLE META LINK DATALIST DIALOG PROGRESS METER MAP').split(' '));
const INLINE = new Set(('A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RB RP RT RTC RUBY S SAMP '
  + 'SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR O:P').split(' '));
const FURNITURE = new Set(['NAV', 'ASIDE', 'FOOTER', 'MENU']);
const FURNITURE_ROLES = new Set(['navigation', 'complementary', 'contentinfo', 'search', 'menu', 'menubar', 'toolbar', 'dialog', 'banner']);
const FURNITURE_CLASS = /(^|[\s_-])(breadcrumbs?|crumbs?|share|sharing|social|cookies?|newsletter|advert\w*|subscribe|paywall|navbar|menu|toolbar|qrcode)($|[\s_-])/i;
const HINTS = /** @type {Record<string, Hint>} */ ({
  H1: 'title', H2: 'heading', H3: 'heading', H4: 'heading', H5: 'heading', H6: 'heading',
  P: 'paragraph', LI: 'list-item', FIGCAPTION: 'caption', CAPTION: 'caption', BLOCKQUOTE: 'quote', DT: 'heading', DD: 'paragraph',
});
const META = /^(article:published_time|og:published_time|og:pubdate|pubdate|publishdate|publish_?date|publish_?time|date|dc\.date(\.issued)?|dcterms\.(date|created)|datepublished|parsely-pub-date|sailthru\.date|weibo: article:create_at)$/i;

/** @param {Element} element */
function isHidden(element) {
  const style = element.getAttribute('data-style') ?? element.getAttribute('style') ?? '';
  return element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true'
    || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

/** @param {Element} element */
function isFurniture(element) {
  const role = element.getAttribute('role');
  return FURNITURE.has(element.tagName) || (role !== null && FURNITURE_ROLES.has(role))
    || FURNITURE_CLASS.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`);
}

/** White space as a browser shows it; the no-break and the ideographic space stay. @param {string} text */
const collapse = (text) => text.replace(/[ \t\n\r\f]+/g, ' ').trim();

/** True where a table row holds cells of data and no layout. @param {Element} row */
function isData(row) {
  const cells = [...row.children].filter((c) => c.tagName === 'TD' || c.tagName === 'TH');
  /** @type {(e: Element, depth: number) => boolean} */
  const holds = (e, depth) => (
    [...e.children].some((c) => ['TABLE', 'H1', 'H2', 'H3', 'UL', 'OL'].includes(c.tagName) || (depth < 6 && holds(c, depth + 1))));
  return cells.length > 1 && !cells.some((c) => holds(c, 0) || (c.textContent ?? '').length > 400);
}

/**
 * The blocks under a node.
 * @param {Node} root @returns {BlockInput[]}
 */
export function blocksOf(root) {
  /** @type {BlockInput[]} */ const out = [];
  let text = '';
  /** @type {Hint | null} */ let hint = null;
  let timed = '';
  /** @param {Hint | null} [as] */
  const flush = (as = hint) => {
    const line = collapse(text);
    text = '';
    if (line) out.push({ text: line, hint: as });
    // A time that is shown in words only ("3 hours ago") is kept as the page's own stamp.
    if (timed && line && !/\d{4}/.test(line) && as !== 'navigation') out.push({ text: timed, hint: 'time' });
    timed = '';
  };
  /** @param {Node} node @param {Hint | null} outer @param {boolean} furniture @param {boolean} pre */
  const walk = (node, outer, furniture, pre) => {
    if (node.nodeType === 3) {
      const value = node.nodeValue ?? '';
      if (!pre) text += value;
      else {
        value.split(/\r\n?|\n/).forEach((line, i) => {
          if (i) flush();
          text += line;
        });
      }
      return;
    }
    if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) return;
    const element = /** @type {Element} */ (node);
    const tag = element.tagName?.toUpperCase() ?? '';
    if (DROPPED.has(tag) || (tag && isHidden(element))) return;
    if (tag === 'BR' || tag === 'HR') {
      flush();
      return;
    }
    if (tag === 'TIME' && !furniture) timed ||= element.getAttribute('datetime') ?? '';
    if (tag === 'TR' && isData(element)) {
      flush();
      text = [...element.children].map((cell) => collapse(cell.textContent ?? '')).join('\t');
      if (text.trim()) out.push({ text: text.trim(), hint: furniture ? 'navigation' : 'table' });
      text = '';
      return;
    }
    const inline = INLINE.has(tag) || !tag;
    const inside = furniture || (tag !== '' && tag !== 'BODY' && tag !== 'HTML' && isFurniture(element));
    const own = inside ? 'navigation' : HINTS[tag] ?? outer;
    if (!inline) {
      flush();
      hint = own;
    }
    const keeps = pre || tag === 'PRE';
    for (const child of element.childNodes) walk(child, own, inside, keeps);
    if (tag === 'TIME' && !furniture && collapse(text) === collapse(element.textContent ?? '') && /\d{4}/.test(text)
      && onlyChild(element)) flush('time');
    if (!inline) {
      flush();
      hint = outer;
    }
  };
  walk(root, null, false, false);
  flush();
  return out;
}

/** True where nothing else stands in the block of an inline element. @param {Element} element @returns {boolean} */
function onlyChild(element) {
  const parent = /** @type {Element | null} */ (element.parentNode);
  if (!parent || collapse(parent.textContent ?? '') !== collapse(element.textContent ?? '')) return false;
  return !INLINE.has(parent.tagName?.toUpperCase()) || onlyChild(parent);
}

/** The publication date in a page's head. @param {Document} page */
function published(page) {
  for (const meta of page.querySelectorAll('meta')) {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop') ?? '';
    const value = meta.getAttribute('content') ?? '';
    if (META.test(name) && /^\d{4}[-/.年]\d/.test(value)) return value.trim();
  }
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const found = /"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d[^"]{0,30})"/.exec(script.textContent ?? '');
    if (found) return found[1];
  }
  return '';
}

/**
 * Blocks of HTML; an empty list where the markup has no block structure worth keeping.
 * @param {string} html @param {string} [plain] the same as plain text, where the clipboard has it
 * @returns {BlockInput[]}
 */
export function readHtml(html, plain) {
  const page = new DOMParser().parseFromString(trusted.createHTML(html), 'text/html');
  const blocks = blocksOf(page.body);
  const letters = (/** @type {string} */ s) => s.replace(/\s+/g, '').length;
  const found = letters(blocks.map((b) => b.text).join(''));
  // Markup that hides most of what was copied is not trusted.
  if (!found || (plain !== undefined && (blocks.length < 2 || found * 10 < letters(plain) * 6))) return [];
  const date = published(page);
  if (date) {
    const title = blocks.findIndex((b) => b.hint === 'title');
    blocks.splice(title + 1, 0, { text: date, hint: 'time' });
  }
  return blocks;
}
