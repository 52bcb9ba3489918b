/** The panel beside the article: chips that are legend, filter and count at once; search; list, table or timeline; details. */
import { TYPES } from '../state/overlay.js';
import { t } from '../i18n/index.js';
import { button, h, icon, roving } from './dom.js';
import { createDetails } from './details.js';
import { createList } from './list.js';
import { createTable } from './table.js';
import { createTimeline } from './timeline.js';

const TABS = /** @type {const} */ (['list', 'table', 'timeline']);

/** @param {import('./app.d.ts').App} app @returns {import('../types.d.ts').View & {search: HTMLInputElement, list: ReturnType<typeof createList>}} */
export function createPanel(app) {
  const { store } = app;
  const counts = TYPES.map(() => h('span', { class: 'count' }));
  const chips = TYPES.map((type, index) => h('button', {
    class: `chip ${type}`, 'aria-pressed': 'true',
    on: { click: () => store.set({ shown: { ...store.state.shown, [type]: !store.state.shown[type] } }) },
  }, h('span', { class: 'name' }, t(`types.${type}`)), ' ', counts[index]));
  // On a phone the list lies below the article.
  const below = button(t('to.list'), () => {
    tablist.scrollIntoView();
    tabs[TABS.indexOf(store.state.tab)].focus({ preventScroll: true });
  }, { icon: 'list', bare: true, class: 'bare below' });
  const legend = h('div', { class: 'chips', role: 'group', 'aria-label': t('legend') }, ...chips, below);
  const search = h('input', {
    type: 'search', id: 'search', placeholder: t('search'), 'aria-label': t('search'), autocomplete: 'off',
    on: { input: () => store.set({ query: search.value }), keydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Escape') {
        event.preventDefault();
        if (!search.value) document.getElementById('main')?.focus({ preventScroll: true });
        store.set({ query: '' });
      }
      if (event.key === 'ArrowDown') {
        event.preventDefault();
        list.focusFirst();
      }
    } },
  });
  const extra = h('input', { type: 'checkbox', id: 'extra', on: { change: () => store.set({ hideExtra: extra.checked }) } });
  const extraLabel = h('label', { class: 'toggle', for: 'extra' }, extra, t('hide.extra'));
  const list = createList(app), table = createTable(app), timeline = createTimeline(app, 'panel');
  const views = { list, table, timeline };
  const tabs = TABS.map((tab) => h('button', {
    role: 'tab', id: `tab-${tab}`, 'aria-controls': `view-${tab}`, on: { click: () => store.set({ tab }) },
  }, t(`tab.${tab}`)));
  const tablist = h('div', { role: 'tablist', class: 'tabs', 'aria-label': t('views') }, ...tabs);
  roving(tablist, '[role=tab]');
  tablist.addEventListener('keyup', (event) => {
    if (/^Arrow/.test(event.key) && event.target instanceof HTMLElement) event.target.click();
  });
  const pages = TABS.map((tab) => h('div', { role: 'tabpanel', id: `view-${tab}`, 'aria-labelledby': `tab-${tab}`, class: 'page' }, /** @type {HTMLElement} */ (views[tab].element)));
  const details = createDetails(app);
  const element = h('aside', { class: 'panel', 'aria-label': t('annotations') },
    h('div', { class: 'filters' }, legend, h('div', { class: 'find' }, icon('search'), search), extraLabel), tablist, ...pages, details.element);

  return {
    element,
    search,
    list,
    update(state, changed) {
      if (changed.has('items') || changed.has('tally') || changed.has('shown') || changed.has('phase') || changed.has('hideExtra') || (changed.has('blocks') && state.editing === null)) {
        const extras = new Set(state.blocks.flatMap((b, i) => (b.role === 'boilerplate' || b.role === 'related' ? [i] : [])));
        TYPES.forEach((type, index) => {
          const n = state.hideExtra ? state.items.filter((item) => item.type === type && !extras.has(item.block)).length : state.tally[index];
          counts[index].textContent = n.toLocaleString();
          chips[index].setAttribute('aria-pressed', String(state.shown[type]));
        });
        extraLabel.hidden = !extras.size;
        extra.checked = state.hideExtra;
      }
      if (changed.has('tab') || changed.has('phase')) {
        TABS.forEach((tab, index) => {
          const on = state.tab === tab;
          tabs[index].setAttribute('aria-selected', String(on));
          tabs[index].tabIndex = on ? 0 : -1;
          pages[index].hidden = !on;
        });
        element.dataset.tab = state.tab;
      }
      if (search.value !== state.query) search.value = state.query;
      for (const view of [list, table, timeline, details]) view.update(state, changed);
    },
  };
}
