/** Three dialogs: export, documents, help. */
import { t } from '../i18n/index.js';
import { setPreference } from '../state/storage.js';
import { button, copyText, download, h, redraw } from './dom.js';
import { documentList } from './documents.js';
import { valueOf } from './format.js';

/** Formats: name in the core, file ending, media type. @type {[string, string, string][]} */
const FORMATS = [
  ['json', 'json', 'application/json'], ['csv', 'csv', 'text/csv;charset=utf-8'], ['jsonl', 'jsonl', 'application/jsonl'],
  ['jsonld', 'jsonld', 'application/ld+json'], ['html', 'html', 'text/html;charset=utf-8'],
];
const KEYS = /** @type {[string, string][]} */ ([
  ['J  K', 'key.next'], ['N  Shift+N', 'key.mention'], ['1  2  3', 'key.type'], ['Delete', 'key.delete'], ['[  ]', 'key.start'], ['{  }', 'key.end'],
  ['Enter', 'key.attributes'], ['E', 'key.edit'], ['A', 'key.all'], ['R', 'key.restore'], ['/', 'key.search'], ['Ctrl+Z', 'key.undo'], ['Ctrl+Shift+Z', 'key.redo'], ['Esc', 'key.close'], ['?', 'key.help'],
]);

/** @param {import('./app.d.ts').App} app @returns {import('../types.d.ts').View} */
export function createDialogs(app) {
  const { store, editor } = app;
  const element = h('dialog', { class: 'dialog', 'aria-labelledby': 'dialog-title', on: {
    close: () => store.set({ dialog: null }),
    click: (/** @type {MouseEvent} */ event) => event.target === element && element.close(),
  } });
  let before = /** @type {HTMLElement | null} */ (null);

  /** Title, and publication date where there is one, as a file name. */
  function fileName() {
    const { info } = store.state;
    const date = (info?.published ?? info?.dateline?.published ?? '').slice(0, 10);
    const title = editor.title().replace(/[\\/:*?"<>|\s.]+/g, ' ').trim().slice(0, 60);
    return [date, title || t('untitled')].filter(Boolean).join(' ');
  }

  /** @param {string} format @param {(content: string) => void | Promise<void>} use */
  async function deliver(format, use) {
    try {
      const visible = element.querySelector('input');
      await use(await editor.exported(format, Boolean(visible?.checked)));
    } catch (error) {
      app.say(t('export.failed', { reason: String(/** @type {Error} */ (error).message) }));
    }
  }

  function exporting() {
    const saved = (/** @type {string} */ format) => FORMATS.find(([name]) => name === format) ?? FORMATS[0];
    const rows = FORMATS.map(([format]) => h('li', {},
      h('span', {}, h('strong', {}, t(`format.${format}`)), h('span', { class: 'quiet' }, t(`format.${format}.hint`))),
      button(t('copy'), () => deliver(format, async (content) => app.say(t((await copyText(content)) ? 'copied' : 'copy.failed'))), { icon: 'copy', bare: true, data: { copy: format }, title: `${t('copy')} ${format}` }),
      button(t('download'), () => deliver(format, (content) => {
        const [, ending, type] = saved(format);
        download(`${fileName()}.${ending}`, content, type);
        app.say(t('downloaded', { name: `${fileName()}.${ending}` }));
      }), { icon: 'export', data: { download: format } })));
    const { state } = store;
    const some = !Object.values(state.shown).every(Boolean) || state.hideExtra;
    return [
      h('ul', { class: 'formats' }, ...rows,
        h('li', {}, h('span', {}, h('strong', {}, t('format.text')), h('span', { class: 'quiet' }, t('format.text.hint'))),
          button(t('copy'), async () => app.say(t((await copyText(asText())) ? 'copied' : 'copy.failed')), { icon: 'copy', data: { copy: 'text' } })),
        h('li', {}, h('span', {}, h('strong', {}, t('print')), h('span', { class: 'quiet' }, t('print.hint'))),
          button(t('print'), () => {
            element.close();
            setTimeout(() => print());
          }))),
      h('label', { class: 'toggle', for: 'visible', hidden: !some }, h('input', { type: 'checkbox', id: 'visible', checked: some }), t('export.visible')),
    ];
  }

  /** What is seen in the list, a line each. */
  function asText() {
    return app.visible(store.state).map((item) => [item.text, valueOf(item)].join('\t')).join('\n');
  }

  function help() {
    const keys = h('input', { type: 'checkbox', id: 'keys', checked: store.state.keys, on: { change: () => {
      store.set({ keys: keys.checked });
      setPreference('keys', keys.checked ? '' : 'off');
    } } });
    return [
      h('dl', { class: 'keys' }, ...KEYS.flatMap(([key, action]) => [h('dt', {}, ...key.split('  ').map((k) => h('kbd', {}, k))), h('dd', {}, t(action))])),
      h('label', { class: 'toggle', for: 'keys' }, keys, t('keys.on')),
      h('p', { class: 'quiet' }, t('help.text')),
    ];
  }

  return {
    element,
    update(state, changed) {
      if (!changed.has('dialog') && !(state.dialog === 'documents' && changed.has('documents'))) return;
      if (!state.dialog) {
        if (element.open) element.close();
        if (changed.has('dialog')) before?.focus();
        return;
      }
      const content = state.dialog === 'export' ? exporting() : state.dialog === 'help' ? help()
        : [state.documents.length ? documentList(app, state.documents, () => element.close()) : h('p', { class: 'quiet' }, t('documents.none')), h('p', { class: 'quiet' }, t('documents.where'))];
      element.className = `dialog ${state.dialog}`;
      redraw(element, () => element.replaceChildren(
        h('div', { class: 'head' }, h('h2', { id: 'dialog-title' }, t(`dialog.${state.dialog}`)), button(t('close'), () => element.close(), { icon: 'close', bare: true })),
        ...content));
      if (!element.open) {
        before = /** @type {HTMLElement | null} */ (document.activeElement);
        element.showModal();
      }
      if (changed.has('dialog') && state.dialog === 'documents') editor.refresh();
    },
  };
}
