/** Dates on a line: points, ranges, hatched where vague, and the day of publication. The scale is wide near publication. */
import { t } from '../i18n/index.js';
import { closest, focused, h, redraw, roving, svg } from './dom.js';
import { DAY, nameOf, publishedOf, time, valueOf } from './format.js';

/** A date that has a place, in milliseconds. @typedef {{item: Item, from: number, to: number, vague: boolean}} Moment */

const LANES = 6;
const LIMIT = 400;

/**
 * @param {App} app @param {'strip' | 'panel'} where the strip under the page, or the panel with its list
 * @returns {View}
 */
export function createTimeline(app, where) {
  const { store } = app, { state } = store;
  const strip = where === 'strip';
  const drawing = svg('svg', { class: 'drawing', role: 'group', 'aria-label': t('tab.timeline') });
  const list = h('ol', { class: 'chronicle' });
  const empty = h('p', { class: 'empty', hidden: true }, t('timeline.none'));
  const fold = h('button', { class: 'fold', on: { click: () => store.set({ strip: !state.strip }) } }, t('tab.timeline'));
  const element = strip ? h('footer', { class: 'strip' }, fold, drawing) : h('div', { class: 'timeline' }, drawing, empty, list);
  app.resized(element, draw);
  roving(drawing, '[data-key]');
  drawing.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    app.show(closest(event, '[data-key]')?.dataset.key ?? '');
  });

  /** In order of time. @returns {Moment[]} */
  function placed() {
    return app.visible().filter(({ type, attrs }) => type === 'date' && (attrs.start || attrs.end))
      .map((item) => {
        const { start, end, kind, approx } = item.attrs, from = time(start ?? end);
        return { item, from, to: end ? Math.max(from, time(end)) : from, vague: kind === 'vague' || Boolean(approx) };
      })
      .filter(({ from, to }) => Number.isFinite(from) && Number.isFinite(to))
      .sort((a, b) => a.from - b.from || a.to - b.to).slice(0, LIMIT);
  }

  function draw() {
    const open = strip ? state.strip : state.tab === 'timeline';
    const dates = placed();
    if (strip) {
      element.hidden = !dates.length;
      element.classList.toggle('folded', !state.strip);
      fold.ariaExpanded = String(state.strip);
    }
    drawing.toggleAttribute('hidden', !open || !dates.length);
    empty.hidden = dates.length > 0;
    const published = publishedOf(state) ? time(publishedOf(state)) : undefined;
    const width = element.clientWidth - (strip ? 0 : 2);
    if (open && dates.length && width >= 50) {
      paint(dates, published, width);
      if (!strip) chronicle(dates, published);
    }
    if (strip) document.documentElement.style.setProperty('--strip', `${element.getBoundingClientRect().height}px`);
  }

  /** @param {Moment[]} dates @param {number | undefined} published @param {number} width */
  function paint(dates, published, width) {
    const centre = published ?? Math.max(...dates.map((d) => d.to));
    // Days from publication, drawn by the logarithm of their number: a week and a century both find room.
    const bend = (/** @type {number} */ at) => Math.sign(at - centre) * Math.log1p(Math.abs(at - centre) / DAY / 20);
    const low = Math.min(bend(centre - 20 * DAY), ...dates.map((d) => bend(d.from)));
    const high = Math.max(bend(centre + 6 * DAY), ...dates.map((d) => bend(d.to)));
    // The strip has its name at the left.
    const margin = 36, left = strip ? 110 : margin;
    /** Where a time is drawn; undefined beyond either end. @param {number} at */
    const x = (at) => (bend(at) < low || bend(at) > high ? NaN : left + ((bend(at) - low) / (high - low)) * (width - left - margin));
    /** @type {number[]} */ const lanes = [];
    // The same interval named twice is drawn once.
    const laid = [...Map.groupBy(dates, (d) => `${d.from} ${d.to} ${d.vague}`).values()].map((same) => {
      const d = same.find(({ item }) => item.key === state.selected) ?? same[0];
      const from = x(d.from), to = Math.max(x(d.to), from + 7);
      let lane = lanes.findIndex((end) => end + 2 < from);
      if (lane < 0) lane = lanes.length < LANES ? lanes.length : lanes.indexOf(Math.min(...lanes));
      lanes[lane] = to;
      return { ...d, left: from, width: to - from, lane, times: same.length };
    });
    const base = 14 + lanes.length * 13, height = base + 24;
    for (const [name, value] of Object.entries({ viewBox: `0 0 ${width} ${height}`, width, height })) drawing.setAttribute(name, String(value));
    const stop = laid.find((d) => d.item.key === state.selected) ?? laid[0];
    const marks = laid.map((d) => {
      const { item, lane, vague, times } = d, y = base - 9 - lane * 13, selected = item.key === state.selected;
      const fill = vague ? `url(#hatch-${where})` : undefined;
      return svg('g', { class: `moment${vague ? ' vague' : ''}${selected ? ' selected' : ''}`, role: 'button', tabindex: d === stop ? 0 : -1, 'data-key': item.key, 'aria-label': nameOf(item) },
        svg('rect', { x: d.left - 3, y: y - 7, width: d.width + 6, height: 14, class: 'hit' }),
        d.width <= 9 ? svg('circle', { cx: d.left + d.width / 2, cy: y, r: 5, fill }) : svg('rect', { x: d.left, y: y - 4.5, width: d.width, height: 9, rx: 2, fill }),
        svg('title', {}, `${item.text} · ${valueOf(item)}${times > 1 ? ` ×${times}` : ''}`));
    });
    const held = drawing.contains(focused()) ? focused()?.dataset.key : undefined;
    drawing.replaceChildren(
      svg('defs', {}, svg('pattern', { id: `hatch-${where}`, width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
        svg('rect', { width: 2, height: 5, class: 'hatch' }))),
      svg('line', { x1: left - margin / 2, x2: width - margin / 2, y1: base, y2: base, class: 'axis' }),
      ...ticks(centre, published !== undefined, x, base),
      ...(published === undefined ? [] : [svg('line', { x1: x(centre), x2: x(centre), y1: 4, y2: base + 6, class: 'published-line' })]),
      ...marks);
    if (held) /** @type {SVGElement | null} */ (drawing.querySelector(`[data-key="${held}"]`))?.focus();
  }

  /**
   * Labels that have room: publication first, then the years and months next to it.
   * @param {number} centre @param {boolean} known @param {(at: number) => number} x @param {number} base
   */
  function ticks(centre, known, x, base) {
    const date = new Date(centre), year = date.getUTCFullYear(), month = date.getUTCMonth();
    /** @type {{at: number, label: string}[]} */ const wanted = known ? [{ at: centre, label: date.toISOString().slice(0, 10) }] : [];
    /** A year or a month, so far before publication and so far behind it. @param {number} years @param {number} [months] */
    const want = (years, months = 0) => {
      for (const way of [1, -1]) {
        const start = new Date(0);
        start.setUTCFullYear(year + way * years, months ? month + way * months : 0, 1);
        wanted.push({ at: start.getTime(), label: months ? start.toISOString().slice(0, 7) : String(year + way * years) });
      }
    };
    for (let n = 0; n <= 12; n++) want(n);
    for (let n = 1; n <= 6; n++) want(0, n);
    for (let n = 20; n <= 3000; n += n < 120 ? 10 : 100) want(n);
    /** @type {{at: number, half: number}[]} */ const taken = [];
    return wanted.flatMap(({ at, label }) => {
      const place = x(at), half = label.length * 3.6 + 7;
      if (Number.isNaN(place) || taken.some((o) => Math.abs(o.at - place) < o.half + half)) return [];
      taken.push({ at: place, half });
      return [svg('line', { x1: place, x2: place, y1: base - 3, y2: base + 4, class: 'axis' }),
        svg('text', { x: place, y: base + 18, 'text-anchor': 'middle', class: known && at === centre ? 'tick now' : 'tick' }, label)];
    });
  }

  /** The same in words, for reading and for screen readers. @param {Moment[]} dates @param {number | undefined} published */
  function chronicle(dates, published) {
    const rows = dates.map(({ item }) => h('li', {},
      h('button', { class: item.key === state.selected ? 'moment selected' : 'moment', data: { key: item.key } },
        h('span', { class: 'value' }, valueOf(item)), ' ', h('mark', { class: 'date' }, item.text))));
    if (published !== undefined) rows.splice(dates.filter(({ from }) => from <= published).length, 0, h('li', { class: 'now' }, h('span', {}, t('published'))));
    redraw(list, () => list.replaceChildren(...rows));
  }

  return {
    element,
    update(_, changed) {
      if (changed('items', 'shown', 'hideExtra', 'query', 'tab', 'strip', 'selected', 'info')) draw();
    },
  };
}
