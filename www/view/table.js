/** Figures as a table, to sort, to group by unit and to copy; below it the changes that the article states, by basis. */
import { t } from '../i18n/index.js';
import { button, h, redraw, toggle } from './dom.js';
import { basisOf, interval, numberOf, unitOf, valueOf } from './format.js';

const LIMIT = 500;

/** The number that a figure sorts by: a float serves for order alone. @param {Item} item */
const magnitude = ({ attrs: a }) => Number(a.value ?? a.min ?? a.max ?? NaN);

/** @type {CreateView} */
export function createTable(app) {
  const { state } = app.store;
  let sort = { column: '', down: false };
  const byUnit = toggle('by-unit', t('table.group'), draw);
  const head = h('div', { class: 'table-head' }, byUnit.element,
    button(t('table.copy'), () => app.copy(tsv()), { icon: 'copy', class: 'link' }));
  const titles = h('thead'), body = h('tbody');
  const table = h('table', { class: 'figures' }, h('caption', { class: 'offscreen' }, t('tab.table')), titles, body);
  const frame = h('div', { class: 'table-frame', tabindex: 0, role: 'region', 'aria-label': t('tab.table') }, table);
  const plot = h('section', { class: 'changes', 'aria-label': t('changes'), hidden: true });
  const empty = h('p', { class: 'empty' }, t('table.none'));
  const element = h('div', { class: 'table' }, head, empty, frame, plot);

  /** What stands in each column, and what it is sorted by where that is something else. @type {Record<string, [(item: Item) => string, ((item: Item) => number)?]>} */
  const columns = {
    quote: [(item) => item.text],
    value: [(item) => numberOf(item), magnitude],
    unit: [unitOf],
    of: [({ attrs }) => attrs.of ?? attrs.scope ?? ''],
    change: [(item) => [{ increase: '↑', decrease: '↓' }[/** @type {string} */ (item.attrs.change)], basisOf(item)].filter(Boolean).join(' ')],
    when: [({ attrs }) => {
      const date = attrs.when === undefined ? undefined : state.items.find((i) => i.auto === attrs.when);
      return date?.attrs.start ? interval(date.attrs.start, date.attrs.end) : date?.text ?? '';
    }],
    kind: [(item) => t(`kind.${item.attrs.kind}`)],
  };

  function sorted() {
    const items = app.visible().filter((item) => item.type === 'figure');
    if (!sort.column) return items;
    const [cell, rank = cell] = columns[sort.column];
    return items.sort((a, b) => {
      const [x, y] = [rank(a), rank(b)], [noX, noY] = [x, y].map((value) => value === '' || Number.isNaN(value));
      // What has no value comes last, whichever way.
      if (noX || noY) return Number(noX) - Number(noY);
      const order = typeof x === 'number' ? x - Number(y) : x.localeCompare(String(y));
      return sort.down ? -order : order;
    });
  }

  /** Values without grouping, for a spreadsheet. */
  function tsv() {
    const cells = sorted().map((item) => Object.entries(columns)
      .map(([name, [cell]]) => (name === 'value' ? numberOf(item, String).replaceAll(' ', '') : cell(item)).replace(/[\t\n]/g, ' ')));
    return [Object.keys(columns).map((name) => t(name)), ...cells].map((row) => row.join('\t')).join('\n');
  }

  function draw() {
    const items = sorted();
    empty.hidden = items.length > 0 || state.phase !== 'done';
    frame.hidden = head.hidden = !items.length;
    titles.replaceChildren(h('tr', {}, ...Object.keys(columns).map((name) => h('th', {
      scope: 'col', class: name, 'aria-sort': sort.column === name ? (sort.down ? 'descending' : 'ascending') : undefined,
    }, button(t(name), () => {
      sort = { column: name, down: sort.column === name ? !sort.down : name === 'value' };
      redraw(element, draw);
    })))));
    const grouping = byUnit.input.checked;
    const groups = Map.groupBy(items.slice(0, LIMIT), (item) => (grouping ? unitOf(item) || t('table.unitless') : ''));
    body.replaceChildren(...[...groups].flatMap(([unit, members]) => [
      ...(grouping ? [h('tr', { class: 'group' }, h('th', { colspan: titles.rows[0].cells.length, scope: 'rowgroup' }, `${unit} · ${members.length}`))] : []),
      ...members.map((item) => h('tr', { class: item.key === state.selected ? 'selected' : '' },
        ...Object.entries(columns).map(([name, [cell]]) => h('td', { class: name },
          name === 'quote' ? h('button', { class: 'link quote', data: { key: item.key } }, item.text) : cell(item))))),
    ]));
    drawPlot(items);
  }

  /** Bars of changes; one plot a unit and basis, never units mixed. @param {Item[]} items */
  function drawPlot(items) {
    const changes = items.filter(({ attrs: { change, value, kind } }) => /^(in|de)crease$/.test(change) && /^percent/.test(kind) && value !== undefined);
    const groups = Map.groupBy(changes, (item) => `${unitOf(item)} · ${basisOf(item) || t('changes.plain')}`);
    plot.hidden = !changes.length;
    plot.replaceChildren(h('h2', {}, t('changes')), ...[...groups].map(([name, members]) => {
      const most = Math.max(...members.map((item) => Math.abs(magnitude(item))), 1e-9);
      return h('figure', {}, h('figcaption', {}, name), h('ul', { role: 'list' }, ...members.slice(0, 30).map((item) => {
        const bar = h('span', { class: `bar ${item.attrs.change === 'decrease' ? 'down' : 'up'}` });
        bar.style.width = `${Math.max(1.5, (Math.abs(magnitude(item)) / most) * 100)}%`;
        return h('li', {}, h('button', { class: 'delta', data: { key: item.key } },
          h('span', { class: 'label' }, item.attrs.of ?? contextOf(item)), h('span', { class: 'track' }, bar), h('span', { class: 'value' }, valueOf(item))));
      })));
    }));
  }

  /** The words before a figure, where it does not say what it measures. @param {Item} item */
  function contextOf(item) {
    const before = (state.doc?.text ?? '').slice(state.blocks[item.block]?.start ?? 0, item.start);
    const clauses = before.split(/[，。；、;：:]|[,.]\s/).map((clause) => clause.trim());
    // A clause that only says "up, year on year" leans on one before it.
    const own = clauses.findLast((clause) => clause.length > 3 && !/^(同比|环比|環比|較|较|比|增长|增長|下降|上升)/.test(clause)) ?? '';
    const named = own === clauses.at(-1) ? own : own.replace(/[达達]?[\d.,]+\s*[^\s\d]{0,3}$/, '');
    return (/[\u4e00-\u9fff]/.test(named) ? named.slice(-12) : named.split(' ').slice(-4).join(' ')) || item.text;
  }

  return {
    element,
    update({ tab }, changed) {
      if (tab === 'table' && changed('items', 'shown', 'hideExtra', 'query', 'tab', 'phase', 'selected')) redraw(element, draw);
    },
  };
}
