/** Figures as a table, to sort, to group by unit and to copy; below it the changes that the article states, by basis. */
import { t } from '../i18n/index.js';
import { button, copyText, h, redraw } from './dom.js';
import { basisOf, grouped, interval, unitOf, valueOf } from './format.js';

/** @typedef {import('../types.d.ts').Item} Item */

const LIMIT = 500;

/** The number that a figure sorts by: a float serves for order alone. @param {Item} item */
const magnitude = ({ attrs: a }) => Number(a.value ?? a.min ?? a.max ?? NaN);

/** @param {import('./app.d.ts').App} app @returns {import('../types.d.ts').View} */
export function createTable(app) {
  const { store } = app;
  let sort = { column: 'place', down: false };
  let byUnit = false;
  const group = h('input', { type: 'checkbox', id: 'by-unit', on: { change: () => {
    byUnit = group.checked;
    draw();
  } } });
  const head = h('div', { class: 'table-head' }, h('label', { class: 'toggle', for: 'by-unit' }, group, t('table.group')),
    button(t('table.copy'), async () => app.say(t((await copyText(tsv())) ? 'copied' : 'copy.failed')), { icon: 'copy', class: 'link' }));
  const body = h('tbody');
  const table = h('table', { class: 'figures' }, h('caption', { class: 'offscreen' }, t('tab.table')));
  const frame = h('div', { class: 'table-frame', tabindex: 0, role: 'region', 'aria-label': t('tab.table') }, table);
  const plot = h('section', { class: 'changes', 'aria-label': t('changes'), hidden: true });
  const empty = h('p', { class: 'empty' }, t('table.none'));
  const element = h('div', { class: 'table' }, head, empty, frame, plot);

  /** @type {[string, (item: Item) => string, ((item: Item) => number | string)?][]} */
  const columns = [
    ['quote', (item) => item.text],
    ['value', (item) => (['value', 'min', 'max'].some((key) => key in item.attrs) ? number(item) : ''), magnitude],
    ['unit', unitOf],
    ['of', (item) => item.attrs.of ?? item.attrs.scope ?? ''],
    ['change', (item) => [item.attrs.change && item.attrs.change !== 'none' && { increase: '↑', decrease: '↓' }[/** @type {string} */ (item.attrs.change)], basisOf(item)].filter(Boolean).join(' ')],
    ['when', when],
    ['kind', (item) => t(`kind.${item.attrs.kind}`)],
  ];

  /** @param {Item} item */
  function number(item) {
    const { value, min, max } = item.attrs;
    return value !== undefined ? grouped(String(value)) : [min, max].filter((x) => x !== undefined).map((x) => grouped(String(x))).join(' – ');
  }

  /** @param {Item} item */
  function when(item) {
    const date = store.state.items.find((i) => i.type === 'date' && i.auto === item.attrs.when);
    return date && item.attrs.when !== undefined ? (date.attrs.start ? interval(date.attrs.start, date.attrs.end) : date.text) : '';
  }

  const figures = () => app.visible(store.state).filter((item) => item.type === 'figure');

  function sorted() {
    const items = figures();
    const column = columns.find(([name]) => name === sort.column);
    if (column) {
      const key = column[2] ?? column[1];
      const rank = (/** @type {Item} */ item) => {
        const value = key(item);
        return Number.isNaN(value) || value === '' ? null : value;
      };
      items.sort((a, b) => {
        const [x, y] = [rank(a), rank(b)];
        if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
        const order = typeof x === 'number' ? x - Number(y) : x.localeCompare(String(y));
        return sort.down ? -order : order;
      });
    }
    return items;
  }

  function tsv() {
    const clean = (/** @type {string} */ text) => text.replace(/[\t\n\r]+/g, ' ');
    return [columns.map(([name]) => t(name)), ...sorted().map((item) => columns.map(([name, cell]) => (name === 'value' ? plain(item) : clean(cell(item)))))]
      .map((cells) => cells.join('\t')).join('\n');
  }

  /** The value without grouping, for a spreadsheet. @param {Item} item */
  const plain = ({ attrs: { value, min, max } }) => String(value ?? [min, max].filter((x) => x !== undefined).join('–'));

  function draw() {
    const items = sorted();
    empty.hidden = items.length > 0 || store.state.phase !== 'done';
    frame.hidden = head.hidden = !items.length;
    const header = h('tr', {}, ...columns.map(([name]) => h('th', {
      scope: 'col', class: name, 'aria-sort': sort.column === name ? (sort.down ? 'descending' : 'ascending') : undefined,
    }, button(t(name), () => {
      sort = { column: name, down: sort.column === name ? !sort.down : name === 'value' };
      redraw(element, draw);
    }))));
    const groups = new Map();
    for (const item of items.slice(0, LIMIT)) {
      const key = byUnit ? unitOf(item) || t('table.unitless') : '';
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(item);
    }
    const rows = [...groups].flatMap(([unit, members]) => [
      ...(byUnit ? [h('tr', { class: 'group' }, h('th', { colspan: columns.length, scope: 'rowgroup' }, `${unit} · ${members.length}`))] : []),
      ...members.map((/** @type {Item} */ item) => h('tr', { class: item.key === store.state.selected ? 'selected' : '' },
        ...columns.map(([name, cell]) => h('td', { class: name },
          name === 'quote' ? button(item.text, () => app.show(item.key), { class: 'link quote', data: { key: item.key } }) : cell(item))))),
    ]);
    body.replaceChildren(...rows);
    table.replaceChildren(/** @type {Node} */ (table.firstChild), h('thead', {}, header), body);
    drawPlot(items);
  }

  /** Bars of changes; one plot a unit and basis, never units mixed. @param {Item[]} items */
  function drawPlot(items) {
    /** @type {Map<string, Item[]>} */ const groups = new Map();
    for (const item of items) {
      const { change, value, kind } = item.attrs;
      if (!['increase', 'decrease'].includes(change) || value === undefined || !['percent', 'percentage-point'].includes(kind)) continue;
      const key = [unitOf(item), basisOf(item) || t('changes.plain')].join(' · ');
      groups.set(key, [...groups.get(key) ?? [], item]);
    }
    plot.hidden = !groups.size;
    plot.replaceChildren(h('h2', {}, t('changes')), ...[...groups].map(([name, members]) => {
      const most = Math.max(...members.map((item) => Math.abs(magnitude(item))), 1e-9);
      return h('figure', {}, h('figcaption', {}, name), h('ul', { role: 'list' }, ...members.slice(0, 30).map((item) => {
        const down = item.attrs.change === 'decrease';
        const bar = h('span', { class: `bar ${down ? 'down' : 'up'}` });
        bar.style.width = `${Math.max(1.5, (Math.abs(magnitude(item)) / most) * 100)}%`;
        return h('li', {}, h('button', { class: 'delta', data: { key: item.key }, on: { click: () => app.show(item.key) } },
          h('span', { class: 'label' }, item.attrs.of ?? contextOf(item)), h('span', { class: 'track' }, bar), h('span', { class: 'value' }, valueOf(item))));
      })));
    }));
  }

  /** The words before a figure, where it does not say what it measures. @param {Item} item */
  function contextOf(item) {
    const block = store.state.blocks[item.block];
    const before = (store.state.doc?.text ?? '').slice(block?.start ?? 0, item.start);
    const clauses = before.split(/[，。；、;：:]|[,.]\s/).map((clause) => clause.trim());
    // A clause that only says "up, year on year" leans on one before it.
    const own = clauses.findLast((clause) => clause.length > 3 && !/^(同比|环比|環比|較|较|比|增长|增長|下降|上升)/.test(clause)) ?? '';
    const named = own === clauses.at(-1) ? own : own.replace(/[达達]?[\d.,]+\s*[^\s\d]{0,3}$/, '');
    return (/[\u4e00-\u9fff]/.test(named) ? named.slice(-12) : named.split(' ').slice(-4).join(' ')) || item.text;
  }

  return {
    element,
    update(state, changed) {
      if (state.tab === 'table' && ['items', 'shown', 'hideExtra', 'query', 'tab', 'phase', 'selected'].some((key) => changed.has(key))) redraw(element, draw);
    },
  };
}
