/** The panel beside the article: chips that are legend, filter and count at once; search; list, table or timeline; details. */
import { TYPES } from '../state/marks.js';
import { t } from '../i18n/index.js';
import { button, h, icon, roving, toggle } from './dom.js';
import { late } from './late.js';

/** @type {CreateView} */
export function createPanel(app) {
  const { store } = app;
  const { state } = store;
  const details = late(app, ({ createDetails }) => createDetails(app));
  const pages = {
    list: late(app, ({ createList }) => createList(app)),
    table: late(app, ({ createTable }) => createTable(app)),
    timeline: late(app, ({ createTimeline }) => createTimeline(app, 'panel')),
  };
  const names = /** @type {(keyof typeof pages)[]} */ (Object.keys(pages));
  const chips = TYPES.map((type) => h('button', {
    class: `chip ${type}`, on: { click: () => store.set({ shown: { ...state.shown, [type]: !state.shown[type] } }) },
  }, h('span', { class: 'name' }, t(`types.${type}`)), ' ', h('span', { class: 'count' })));
  // On a phone the list lies below the article.
  const below = button(t('to.list'), () => {
    tablist.scrollIntoView();
    tabs[names.indexOf(state.tab)].focus({ preventScroll: true });
  }, { icon: 'list', bare: true, class: 'bare below' });
  const search = h('input', {
    type: 'search', id: 'search', placeholder: t('search'), 'aria-label': t('search'), autocomplete: 'off',
    on: { input: () => store.set({ query: search.value }), keydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'Escape' && event.key !== 'ArrowDown') return;
      event.preventDefault();
      if (event.key === 'ArrowDown') return app.enterList?.();
      if (!search.value) document.getElementById('main')?.focus({ preventScroll: true });
      store.set({ query: '' });
    } },
  });
  const extra = toggle('extra', t('hide.extra'), (hideExtra) => store.set({ hideExtra }));
  const tabs = names.map((tab) => h('button', {
    role: 'tab', id: `tab-${tab}`, 'aria-controls': `view-${tab}`, on: { click: () => store.set({ tab }), focus: () => store.set({ tab }) },
  }, t(`tab.${tab}`)));
  const tablist = h('div', { role: 'tablist', class: 'tabs', 'aria-label': t('views') }, ...tabs);
  roving(tablist, '[role=tab]');
  const panels = names.map((tab) => h('div', { role: 'tabpanel', id: `view-${tab}`, 'aria-labelledby': `tab-${tab}`, class: 'page' }, pages[tab].element));
  const element = h('aside', { class: 'panel', 'aria-label': t('annotations') },
    h('div', { class: 'filters' },
      h('div', { class: 'chips', role: 'group', 'aria-label': t('legend') }, ...chips, below),
      h('div', { class: 'find' }, icon('search'), search), extra.element),
    tablist, ...panels, details.element);

  return {
    element,
    update(state, changed) {
      if (changed('items', 'tally', 'shown', 'phase', 'hideExtra') || (changed('blocks') && state.editing === null)) {
        TYPES.forEach((type, index) => {
          const n = state.hideExtra ? state.items.filter((item) => item.type === type && !app.isExtra(item.block)).length : state.tally[index];
          /** @type {HTMLElement} */ (chips[index].lastElementChild).textContent = n.toLocaleString();
          chips[index].ariaPressed = String(state.shown[type]);
        });
        extra.element.hidden = !state.blocks.some((_, index) => app.isExtra(index));
        extra.input.checked = state.hideExtra;
      }
      if (changed('tab')) {
        names.forEach((tab, index) => {
          const on = state.tab === tab;
          tabs[index].ariaSelected = String(on);
          tabs[index].tabIndex = on ? 0 : -1;
          panels[index].hidden = !on;
        });
      }
      if (search.value !== state.query) search.value = state.query;
      for (const view of [...Object.values(pages), details]) view.update(state, changed);
    },
  };
}
