/** Building elements. Text enters the page as text, never as markup. */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, any>} [props] `on` holds listeners, `data` the data attributes; the rest are properties where
 *   the element has one of the name, else attributes
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  if (element instanceof HTMLButtonElement) element.type = 'button';
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined) continue;
    if (key === 'on') for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else if (key === 'data') Object.assign(element.dataset, value);
    else if (key in element) /** @type {any} */ (element)[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(.../** @type {(Node | string)[]} */ (children.filter(Boolean)));
  return element;
}

/** @param {string} tag @param {Record<string, string | number | undefined>} [attributes] @param {...(Node | string)} children */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** Line drawings on a grid of 24. @type {Record<string, string>} */
const ICONS = {
  undo: 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6v1', redo: 'm15 7 5 5-5 5m5-5H10a6 6 0 0 0-6 6v1',
  export: 'M12 3v12m-5-5 5 5 5-5M4 20h16', list: 'M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01', search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5 12 4 4',
  edit: 'm4 20 1-5L16 4l4 4L9 19l-5 1Z', copy: 'M9 9h11v11H9zM15 9V4H4v11h5', close: 'm6 6 12 12M18 6 6 18',
  left: 'm14 6-6 6 6 6', right: 'm10 6 6 6-6 6', trash: 'M5 7h14M10 7V4h4v3m-7 0 1 13h8l1-13', plus: 'M12 5v14M5 12h14', check: 'm5 12 5 5 9-10',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4', restore: 'M4 5v5h5M4.5 10a8 8 0 1 1-.5 4',
};

/** @param {string} name one of ICONS */
export const icon = (name) => svg('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true', focusable: 'false' }, svg('path', { d: ICONS[name] }));

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

/** A box to tick, with its label. @param {string} id @param {string} label @param {(on: boolean) => void} [change] */
export function toggle(id, label, change) {
  const input = h('input', { type: 'checkbox', id, on: { change: () => change?.(input.checked) } });
  return { input, element: h('label', { class: 'toggle' }, input, label) };
}

/** The nearest element around an event's target. @param {Event} event @param {string} selector @returns {HTMLElement | null} */
export const closest = ({ target }, selector) => (target instanceof Element ? target.closest(selector) : null);

/** What has the focus. */
export const focused = () => /** @type {HTMLElement | null} */ (document.activeElement);

/**
 * Draws a part of the page anew; the focus stays where it was, or as near as can be.
 * @param {HTMLElement} element @param {() => unknown} draw
 */
export function redraw(element, draw) {
  const name = (/** @type {HTMLElement | null} */ e) => e?.dataset.key || (e?.getAttribute('aria-label') ?? e?.textContent);
  const held = element.contains(focused()) ? name(focused()) : null;
  draw();
  if (held === null || element.contains(focused())) return;
  const buttons = [...element.querySelectorAll('button')].filter((b) => b.offsetParent && !b.disabled);
  (buttons.find((b) => name(b) === held) ?? buttons[0] ?? document.getElementById('main'))?.focus({ preventScroll: true });
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
 * A group of elements that is one tab stop: arrow keys, Home and End move in it.
 * @param {HTMLElement | SVGElement} group @param {string} selector
 */
export function roving(group, selector) {
  group.addEventListener('keydown', (event) => {
    const { key } = /** @type {KeyboardEvent} */ (event);
    const items = /** @type {HTMLElement[]} */ ([...group.querySelectorAll(selector)]);
    const at = items.findIndex((item) => item === event.target), last = items.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowDown: at === last ? 0 : at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: -1 }[key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    items[at].tabIndex = -1;
    const next = /** @type {HTMLElement} */ (items.at(to));
    next.tabIndex = 0;
    next.focus();
  });
}

export const narrow = matchMedia('(max-width: 60rem)');
