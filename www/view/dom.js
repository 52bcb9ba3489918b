/** Building elements. Text enters the page as text, never as markup. */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, any>} [props] `on` holds listeners, `data` the data attributes, `class` the class; a key with a
 *   hyphen and `role`, `for`, `tabindex`, `lang`, `colspan` are attributes; the rest are properties
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  if (element instanceof HTMLButtonElement) element.type = 'button';
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false && key !== 'hidden') continue;
    if (key === 'on') for (const [event, listener] of Object.entries(value)) element.addEventListener(event, /** @type {any} */ (listener));
    else if (key === 'data') Object.assign(element.dataset, value);
    else if (key === 'class') element.className = value;
    else if (key.includes('-') || ['role', 'for', 'tabindex', 'lang', 'colspan', 'scope', 'list'].includes(key)) element.setAttribute(key, String(value));
    else /** @type {any} */ (element)[key] = value;
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false).map((child) => /** @type {Node | string} */ (child)));
  return element;
}

/** @param {string} tag @param {Record<string, string | number>} [attributes] @param {...Node} children */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** Line drawings on a grid of 24. @type {Record<string, string>} */
const ICONS = {
  undo: 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6v1', redo: 'm15 7 5 5-5 5m5-5H10a6 6 0 0 0-6 6v1',
  export: 'M12 3v12m-5-5 5 5 5-5M4 20h16', list: 'M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01', search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5 12 4 4',
  edit: 'm4 20 1-5L16 4l4 4L9 19l-5 1Z', copy: 'M9 9h11v11H9zM15 9V4H4v11h5', close: 'm6 6 12 12M18 6 6 18',
  left: 'm14 6-6 6 6 6', right: 'm10 6 6 6-6 6', trash: 'M5 7h14M10 7V4h4v3m-7 0 1 13h8l1-13', plus: 'M12 5v14M5 12h14', check: 'm5 12 5 5 9-10',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4', calendar: 'M4 6h16v14H4zM4 10h16M8 3v4m8-4v4', restore: 'M4 5v5h5M4.5 10a8 8 0 1 1-.5 4',
};

/** @param {string} name */
export function icon(name) {
  const drawing = svg('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true', focusable: 'false' });
  drawing.append(svg('path', { d: ICONS[name] ?? '' }));
  return drawing;
}

/**
 * @param {string} label @param {() => void} press
 * @param {{icon?: string, bare?: boolean, class?: string, title?: string, data?: Record<string, string>}} [options] bare shows the icon alone
 */
export function button(label, press, options = {}) {
  return h('button', {
    class: options.class ?? (options.bare ? 'bare' : ''), on: { click: press }, data: options.data,
    'aria-label': options.bare ? label : undefined, title: options.title ?? (options.bare ? label : ''),
  }, options.icon && icon(options.icon), !options.bare && h('span', {}, label));
}

/**
 * Draws a part of the page anew; the focus stays where it was, or as near as can be.
 * @param {HTMLElement} element @param {() => unknown} draw
 */
export function redraw(element, draw) {
  const name = (/** @type {Element | null} */ e) => (e instanceof HTMLElement && e.dataset.key) || (e?.getAttribute('aria-label') ?? e?.textContent);
  const held = element.contains(document.activeElement) ? name(document.activeElement) : null;
  draw();
  if (held === null || element.contains(document.activeElement)) return;
  const buttons = [...element.querySelectorAll('button')].filter((b) => b.offsetParent && !b.disabled);
  (buttons.find((b) => name(b) === held) ?? buttons[0] ?? document.getElementById('main'))?.focus({ preventScroll: true });
}

/** @param {string} name @param {string} content @param {string} type */
export function download(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = h('a', { href: url, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** @param {string} text @returns {Promise<boolean>} */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = h('textarea', { value: text, class: 'offscreen' });
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}

/**
 * Arrow keys move within a group of buttons that is one tab stop.
 * @param {HTMLElement} group @param {string} selector
 */
export function roving(group, selector) {
  group.addEventListener('keydown', (event) => {
    const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!way) return;
    const items = /** @type {HTMLElement[]} */ ([...group.querySelectorAll(selector)]);
    const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (at < 0) return;
    event.preventDefault();
    items[(at + way + items.length) % items.length].focus();
  });
}

export const narrow = matchMedia('(max-width: 60rem)');
