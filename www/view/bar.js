/** The bar: what is open and whether it is kept, undo and redo, language, export and more. */
import { t, uiLang } from '../i18n/index.js';
import { button, h, icon } from './dom.js';

/** @type {CreateView} */
export function createBar(app) {
  const { store, editor } = app;
  const saved = h('span', { class: 'saved' });
  const undo = button(t('undo'), editor.undo, { icon: 'undo', bare: true });
  const redo = button(t('redo'), editor.redo, { icon: 'redo', bare: true });
  const [other, lang] = uiLang() === 'zh' ? ['English', 'en'] : ['中文', 'zh-Hans'];
  const dialog = (/** @type {State['dialog']} */ which) => () => store.set({ dialog: which });
  const exporting = button(t('export'), dialog('export'), { icon: 'export', class: 'primary' });
  const help = h('button', { class: 'bare', 'data-help': '', 'aria-label': t('help'), title: t('help'), on: { click: dialog('help') } }, h('span', { 'aria-hidden': 'true' }, '?'));
  const own = h('div', { class: 'own', role: 'group', 'aria-label': t('document') }, undo, redo,
    button(t('new'), editor.close, { icon: 'plus', bare: true, data: { new: '' } }),
    button(t('documents'), dialog('documents'), { icon: 'file', bare: true }));
  const element = h('header', { class: 'bar' },
    h('button', { class: 'brand', on: { click: editor.close }, title: t('new') }, t('name')), saved, own,
    h('div', { class: 'tools' }, help, h('button', { class: 'language', lang, on: { click: app.switchLanguage } }, other), exporting));
  // What sticks under the bar has to know how high it is.
  app.resized(element, () => document.documentElement.style.setProperty('--bar', `${element.offsetHeight}px`));

  return {
    element,
    update(state, changed) {
      const open = state.phase !== 'empty';
      exporting.hidden = !open;
      own.hidden = !open && !state.redo;
      undo.disabled = !state.undo;
      redo.disabled = !state.redo;
      exporting.disabled = !['done', 'stopped'].includes(state.phase);
      if (changed('saved', 'phase')) {
        const words = t(`saved.${state.saved}`);
        saved.hidden = !open || state.saved === 'no';
        saved.dataset.state = state.saved;
        saved.title = words;
        saved.replaceChildren(...(state.saved === 'saved' ? [icon('check')] : []), h('span', {}, words));
      }
    },
  };
}
