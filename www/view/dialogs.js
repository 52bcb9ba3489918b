/** Three dialogs: export, documents, help. */
import { t } from '../i18n/index.js';
import { setPreference } from '../state/storage.js';
import { button, h, redraw, toggle } from './dom.js';
import { documentList } from './documents.js';
import { publishedOf, valueOf } from './format.js';
import { KEYS } from './keys.js';

/** Formats of the core, which are the files' endings too, and their media types. */
const FORMATS = { json: 'application/json', csv: 'text/csv;charset=utf-8', jsonl: 'application/jsonl', jsonld: 'application/ld+json', html: 'text/html;charset=utf-8' };

/** @type {CreateView} */
export function createDialogs(app) {
  const { store, editor } = app;
  const { state } = store;
  const element = h('dialog', { 'aria-labelledby': 'dialog-title', on: {
    close: () => store.set({ dialog: null }),
    click: (/** @type {MouseEvent} */ event) => event.target === element && element.close(),
  } });

  /** Title, and publication date where there is one, as a file name. */
  function fileName() {
    const title = editor.title().replace(/[\\/:*?"<>|\s.]+/g, ' ').trim().slice(0, 60);
    return [publishedOf(state).slice(0, 10), title || t('untitled')].filter(Boolean).join(' ');
  }

  /** @param {string} name @param {string} hint @param {...Node} buttons */
  const row = (name, hint, ...buttons) => h('li', {},
    h('span', {}, h('strong', {}, t(name)), h('span', { class: 'quiet' }, t(hint))), ...buttons);

  function exporting() {
    const some = !Object.values(state.shown).every(Boolean) || state.hideExtra;
    const visible = toggle('visible', t('export.visible'));
    visible.input.checked = some;
    visible.element.hidden = !some;
    /** @param {string} format @param {(content: string) => unknown} use */
    const deliver = async (format, use) => {
      try {
        await use(await editor.exported(format, visible.input.checked));
      } catch (error) {
        app.say(t('export.failed', { reason: String(/** @type {Error} */ (error).message) }));
      }
    };
    const rows = Object.entries(FORMATS).map(([format, type]) => row(`format.${format}`, `format.${format}.hint`,
      button(t('copy'), () => deliver(format, app.copy), { icon: 'copy', bare: true, data: { copy: format }, title: `${t('copy')} ${format}` }),
      button(t('download'), () => deliver(format, (content) => {
        const name = `${fileName()}.${format}`;
        download(name, content, type);
        app.say(t('downloaded', { name }));
      }), { icon: 'export', data: { download: format } })));
    // What is seen in the list, a line each.
    const text = () => app.visible().map((item) => `${item.text}\t${valueOf(item)}`).join('\n');
    return [
      h('ul', { class: 'formats' }, ...rows,
        row('format.text', 'format.text.hint', button(t('copy'), () => app.copy(text()), { icon: 'copy', data: { copy: 'text' } })),
        row('print', 'print.hint', button(t('print'), () => {
          element.close();
          setTimeout(print);
        }))),
      visible.element,
    ];
  }

  function documents() {
    const list = state.documents.length ? documentList(app) : h('p', { class: 'quiet' }, t('documents.none'));
    return [list, h('p', { class: 'quiet' }, t('documents.where'))];
  }

  function help() {
    const single = toggle('keys', t('keys.on'), (keys) => {
      store.set({ keys });
      setPreference('keys', keys ? '' : 'off');
    });
    single.input.checked = state.keys;
    return [
      h('dl', { class: 'keys' }, ...KEYS.flatMap(([action, keys]) => [h('dt', {}, ...Object.keys(keys).map((key) => h('kbd', {}, key))), h('dd', {}, t(action))])),
      single.element,
      h('p', { class: 'quiet' }, t('help.text')),
    ];
  }

  const contents = { export: exporting, documents, help };
  return {
    element,
    update({ dialog }, changed) {
      if (!changed('dialog') && !(dialog === 'documents' && changed('documents'))) return;
      if (!dialog) return element.close();
      element.className = `dialog ${dialog}`;
      redraw(element, () => element.replaceChildren(
        h('div', { class: 'head' }, h('h2', { id: 'dialog-title' }, t(`dialog.${dialog}`)), button(t('close'), () => element.close(), { icon: 'close', bare: true })),
        ...contents[dialog]()));
      if (!element.open) element.showModal();
      if (dialog === 'documents' && changed('dialog')) editor.refresh();
    },
  };
}

/** @param {string} name @param {string} content @param {string} type */
function download(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
