/** The bar: what is open and whether it is kept, undo and redo, language, export and more. */
import { t, uiLang } from '../i18n/index.js';
import { button, h, icon } from './dom.js';

/** @param {import('./app.d.ts').App} app @returns {import('../types.d.ts').View} */
export function createBar(app) {
  const { store, editor } = app;
  const name = h('button', { class: 'brand', on: { click: () => editor.close() }, title: t('new') }, t('name'));
  const saved = h('span', { class: 'saved' });
  const undo = button(t('undo'), () => editor.undo(), { icon: 'undo', bare: true });
  const redo = button(t('redo'), () => editor.redo(), { icon: 'redo', bare: true });
  const other = uiLang() === 'zh' ? 'English' : '中文';
  const language = h('button', {
    class: 'language', lang: uiLang() === 'zh' ? 'en' : 'zh-Hans', on: { click: () => app.switchLanguage() },
  }, other);
  const dialog = (/** @type {'export' | 'documents' | 'help'} */ which) => () => store.set({ dialog: which });
  const exporting = button(t('export'), dialog('export'), { icon: 'export', class: 'primary' });
  const documents = button(t('documents'), dialog('documents'), { icon: 'file', bare: true });
  const fresh = button(t('new'), () => editor.close(), { icon: 'plus', bare: true, data: { new: '' } });
  const help = h('button', { class: 'bare', 'data-help': '', 'aria-label': t('help'), title: t('help'), on: { click: dialog('help') } }, h('span', { 'aria-hidden': 'true' }, '?'));
  const own = h('div', { class: 'own', role: 'group', 'aria-label': t('document') }, undo, redo, fresh, documents);
  const element = h('header', { class: 'bar' }, name, saved, own, h('div', { class: 'tools' }, help, language, exporting));
  // What sticks under the bar has to know how high it is.
  const watcher = new ResizeObserver(() => document.documentElement.style.setProperty('--bar', `${element.offsetHeight}px`));
  watcher.observe(element);

  return {
    element,
    destroy: () => watcher.disconnect(),
    update(state, changed) {
      const open = state.phase !== 'empty';
      exporting.hidden = !open;
      own.hidden = !open && !state.redo;
      undo.disabled = !state.undo;
      redo.disabled = !state.redo;
      exporting.disabled = !['done', 'stopped'].includes(state.phase);
      if (changed.has('saved') || changed.has('phase')) {
        saved.hidden = !open || state.saved === 'no';
        saved.dataset.state = state.saved;
        saved.title = t(`saved.${state.saved}`);
        saved.replaceChildren(...(state.saved === 'saved' ? [icon('check')] : []), h('span', {}, t(`saved.${state.saved}`)));
      }
    },
  };
}
