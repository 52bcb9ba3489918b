/** Dates on a line: points, ranges, hatched where vague, and the day of publication. The scale is wide near publication. */
import { t } from '../i18n/index.js';
import { h, redraw, svg } from './dom.js';
import { interval, nameOf, valueOf } from './format.js';

/** @typedef {import('../types.d.ts').Item} Item */

const DAY = 86_400_000;
const LANES = 6;
const LIMIT = 400;

/**
 * @param {import('./app.d.ts').App} app @param {'strip' | 'panel'} where the strip under the page, or the panel with its list
 * @returns {import('../types.d.ts').View}
 */
export function createTimeline(app, where) {
  const { store } = app;
  const drawing = svg('svg', { class: 'drawing', role: 'group', 'aria-label': t('tab.timeline') });
  const list = h('ol', { class: 'chronicle' });
  const empty = h('p', { class: 'empty', hidden: true }, t('timeline.none'));
  const fold = h('button', { class: 'fold', on: { click: () => store.set({ strip: !store.state.strip }) } }, t('tab.timeline'));
  const element = where === 'strip'
    ? h('footer', { class: 'strip' }, fold, drawing) : h('div', { class: 'timeline' }, drawing, empty, list);
  const watcher = new ResizeObserver(() => draw(store.state));
  watcher.observe(element);

  drawing.addEventListener('keydown', (event) => {
    const { key } = /** @type {KeyboardEvent} */ (event);
    const way = { ArrowRight: 1, ArrowLeft: -1, Home: -1e9, End: 1e9 }[key];
    const marks = /** @type {SVGElement[]} */ ([...drawing.querySelectorAll('[data-key]')]);
    const at = marks.indexOf(/** @type {SVGElement} */ (event.target));
    if (at < 0 || (!way && key !== 'Enter' && key !== ' ')) return;
    event.preventDefault();
    if (!way) return app.show(marks[at].dataset.key ?? '');
    const to = marks[Math.max(0, Math.min(marks.length - 1, at + way))];
    marks[at].setAttribute('tabindex', '-1');
    to.setAttribute('tabindex', '0');
    to.focus();
  });
  drawing.addEventListener('click', (event) => {
    const key = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('[data-key]'))?.dataset.key;
    if (key) app.show(key);
  });

  const time = (/** @type {string} */ iso) => Date.parse(iso.includes('T') ? `${iso}Z` : `${iso}T00:00:00Z`);

  /** The dates that have a place, in order of time. @param {import('../types.d.ts').State} state */
  function placed(state) {
    return app.visible(state).filter((item) => item.type === 'date' && (item.attrs.start || item.attrs.end))
      .map((item) => {
        const from = time(item.attrs.start ?? item.attrs.end), to = item.attrs.end ? time(item.attrs.end) : from;
        return { item, from, to: Math.max(from, to), vague: item.attrs.kind === 'vague' || Boolean(item.attrs.approx) };
      })
      .filter(({ from, to }) => Number.isFinite(from) && Number.isFinite(to))
      .sort((a, b) => a.from - b.from || a.to - b.to).slice(0, LIMIT);
  }

  /** @param {import('../types.d.ts').State} state */
  function draw(state) {
    const open = where === 'panel' ? state.tab === 'timeline' : state.strip;
    const dates = placed(state);
    if (where === 'strip') {
      element.hidden = !dates.length;
      fold.setAttribute('aria-expanded', String(state.strip));
      element.classList.toggle('folded', !state.strip);
    }
    drawing.toggleAttribute('hidden', !open || !dates.length);
    empty.hidden = dates.length > 0;
    const width = element.clientWidth - (where === 'strip' ? 0 : 2);
    if (where === 'strip') document.documentElement.style.setProperty('--strip', `${element.getBoundingClientRect().height}px`);
    if (!open || !dates.length || width < 50) return;
    const published = state.info?.published ?? state.info?.dateline?.published;
    const centre = published ? time(published) : Math.max(...dates.map((d) => d.to));
    paint(dates, centre, Boolean(published), width, state);
    if (where === 'panel') chronicle(dates, published ? centre : NaN);
  }

  /**
   * @param {ReturnType<typeof placed>} dates @param {number} centre @param {boolean} known
   * @param {number} width @param {import('../types.d.ts').State} state
   */
  function paint(dates, centre, known, width, state) {
    // Days from publication, drawn by the logarithm of their number: a week and a century both find room.
    const bend = (/** @type {number} */ at) => Math.sign(at - centre) * Math.log1p(Math.abs(at - centre) / DAY / 20);
    const low = Math.min(bend(centre - 20 * DAY), ...dates.map((d) => bend(d.from)));
    const high = Math.max(bend(centre + 6 * DAY), ...dates.map((d) => bend(d.to)));
    // The strip has its name at the left.
    const margin = 36, left = where === 'strip' ? 110 : margin;
    const x = (/** @type {number} */ at) => left + ((bend(at) - low) / (high - low)) * (width - left - margin);
    /** @type {number[]} */ const lanes = [];
    // The same interval named twice is drawn once.
    /** @type {Map<string, ReturnType<typeof placed>[number] & {others: number}>} */ const apart = new Map();
    for (const d of dates) {
      const place = `${d.from} ${d.to} ${d.vague}`, known = apart.get(place);
      if (!known) apart.set(place, { ...d, others: 0 });
      else apart.set(place, { ...(d.item.key === state.selected ? d : known), others: known.others + 1 });
    }
    const laid = [...apart.values()].map((d) => {
      const from = x(d.from), to = Math.max(x(d.to), from + 7);
      let lane = lanes.findIndex((end) => end + 2 < from);
      if (lane < 0) lane = lanes.length < LANES ? lanes.length : lanes.indexOf(Math.min(...lanes));
      lanes[lane] = to;
      return { ...d, left: from, right: to, lane };
    });
    const base = 14 + Math.max(1, lanes.length) * 13, height = base + 24;
    drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
    drawing.setAttribute('width', String(width));
    drawing.setAttribute('height', String(height));
    const hatch = svg('pattern', { id: `hatch-${where}`, width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      svg('rect', { width: 2, height: 5, class: 'hatch' }));
    const parts = [svg('defs', {}, hatch), svg('line', { x1: left - margin / 2, x2: width - margin / 2, y1: base, y2: base, class: 'axis' })];
    parts.push(...ticks(centre, x, low, high, bend, base, known));
    if (known) {
      parts.push(svg('line', { x1: x(centre), x2: x(centre), y1: 4, y2: base + 6, class: 'published-line' }));
    }
    let stop = laid.findIndex((d) => d.item.key === state.selected);
    if (stop < 0) stop = 0;
    laid.forEach((d, index) => {
      const y = base - 9 - d.lane * 13;
      const point = d.right - d.left <= 9;
      const shape = point ? svg('circle', { cx: (d.left + d.right) / 2, cy: y, r: 5 }) : svg('rect', { x: d.left, y: y - 4.5, width: d.right - d.left, height: 9, rx: 2 });
      if (d.vague) shape.setAttribute('fill', `url(#hatch-${where})`);
      const mark = svg('g', { class: `moment${d.vague ? ' vague' : ''}${d.item.key === state.selected ? ' selected' : ''}`, role: 'button', tabindex: index === stop ? 0 : -1, 'data-key': d.item.key, 'aria-label': nameOf(d.item) },
        svg('rect', { x: d.left - 3, y: y - 7, width: d.right - d.left + 6, height: 14, class: 'hit' }), shape);
      const title = svg('title');
      title.textContent = `${d.item.text} · ${valueOf(d.item)}${d.others ? ` ×${d.others + 1}` : ''}`;
      mark.append(title);
      parts.push(mark);
    });
    const held = /** @type {HTMLElement | null} */ (drawing.contains(document.activeElement) ? document.activeElement : null)?.dataset.key;
    drawing.replaceChildren(...parts);
    if (where === 'strip') document.documentElement.style.setProperty('--strip', `${element.getBoundingClientRect().height}px`);
    if (held) /** @type {HTMLElement | null} */ (drawing.querySelector(`[data-key="${held}"]`))?.focus();
  }

  /**
   * Labels that have room: publication first, then the years and months next to it.
   * @param {number} centre @param {(at: number) => number} x @param {number} low @param {number} high
   * @param {(at: number) => number} bend @param {number} base @param {boolean} known
   */
  function ticks(centre, x, low, high, bend, base, known) {
    const year = new Date(centre).getUTCFullYear(), month = new Date(centre).getUTCMonth();
    const at = (/** @type {number} */ y, m = 0, d = 1) => {
      const date = new Date(0);
      date.setUTCFullYear(y, m, d);
      return date.getTime();
    };
    /** @type {[number, string][]} */ const wanted = known ? [[centre, new Date(centre).toISOString().slice(0, 10)]] : [];
    for (let n = 0; n <= 12; n++) wanted.push([at(year + n), String(year + n)], [at(year - n), String(year - n)]);
    for (let n = 1; n <= 6; n++) {
      for (const m of [month + n, month - n]) {
        const start = at(year, m);
        wanted.push([start, new Date(start).toISOString().slice(0, 7)]);
      }
    }
    for (let n = 20; n <= 3000; n += n < 120 ? 10 : 100) wanted.push([at(year - n), String(year - n)], [at(year + n), String(year + n)]);
    /** @type {{x: number, half: number}[]} */ const taken = [];
    const parts = [];
    for (const [moment, label] of wanted) {
      const where = x(moment), half = label.length * 3.6 + 7;
      if (bend(moment) < low || bend(moment) > high || taken.some((o) => Math.abs(o.x - where) < o.half + half)) continue;
      taken.push({ x: where, half });
      const text = svg('text', { x: where, y: base + 18, 'text-anchor': 'middle', class: known && moment === centre ? 'tick now' : 'tick' });
      text.textContent = label;
      parts.push(svg('line', { x1: where, x2: where, y1: base - 3, y2: base + 4, class: 'axis' }), text);
    }
    return parts;
  }

  /** The same in words, for reading and for screen readers. @param {ReturnType<typeof placed>} dates @param {number} published */
  function chronicle(dates, published) {
    let told = false;
    /** @type {HTMLElement[]} */ const rows = [];
    const marker = () => h('li', { class: 'now' }, h('span', {}, t('published')));
    for (const { item, from } of dates) {
      if (!told && from > published) {
        rows.push(marker());
        told = true;
      }
      rows.push(h('li', {}, h('button', { class: item.key === store.state.selected ? 'moment selected' : 'moment', data: { key: item.key }, on: { click: () => app.show(item.key) } },
        h('span', { class: 'value' }, valueOf(item)), ' ', h('mark', { class: 'date' }, item.text))));
    }
    if (!told && Number.isFinite(published)) rows.push(marker());
    redraw(list, () => list.replaceChildren(...rows));
  }

  return {
    element,
    destroy: () => watcher.disconnect(),
    update(state, changed) {
      if (['items', 'shown', 'hideExtra', 'query', 'tab', 'strip', 'selected', 'info'].some((key) => changed.has(key))) draw(state);
    },
  };
}
