/**
 * The rest of the page: all that the first marks do without. It is one module, so that it is there whole or not at all.
 */
import { keepOffline } from './offline.js';
import { readFile } from './ingest/file.js';
import { t } from './i18n/index.js';
import { createCorrections } from './state/corrections.js';
import { closest, copyText } from './view/dom.js';
import { nameOf, valueOf } from './view/format.js';
import { onKey } from './view/keys.js';

export { locate, overlay } from './state/overlay.js';
export { createDetails } from './view/details.js';
export { createDialogs } from './view/dialogs.js';
export { createEditing } from './view/editing.js';
export { createList } from './view/list.js';
export { createPublished } from './view/published.js';
export { createSelection } from './view/selection.js';
export { createTable } from './view/table.js';
export { createTimeline } from './view/timeline.js';

/** Gives the page what it was without. @param {App} app */
export function complete(app) {
  const { store, editor } = app, { state } = store;
  Object.assign(editor, createCorrections(editor.core));
  Object.assign(app, /** @type {Partial<App>} */ ({
    show(key, focus = false) {
      const item = state.items.find((i) => i.key === key);
      if (!item) return;
      store.set({ selected: key, shown: state.shown[item.type] ? state.shown : { ...state.shown, [item.type]: true } });
      app.article.reveal(item, focus);
    },
    visible() {
      const needle = state.query.trim().toLowerCase();
      return state.items.filter((item) => state.shown[item.type] && !(state.hideExtra && app.isExtra(item.block))
        && (!needle || [item.text, valueOf(item), nameOf(item)].some((words) => words.toLowerCase().includes(needle))));
    },
    async copy(text) {
      app.say(t((await copyText(text)) ? 'copied' : 'copy.failed'));
    },
  }));
  // Whatever stands for an annotation shows it; marks in the article do more.
  document.addEventListener('click', (event) => {
    const key = closest(event, '[data-key]:not(.blocks mark)')?.dataset.key;
    if (key) app.show(key);
  });
  document.addEventListener('pointerover', (event) => store.set({ hovered: closest(event, '[data-key]')?.dataset.key ?? null }));
  document.addEventListener('keydown', (event) => onKey(app, event));
  keepOffline((takeOver) => store.set({ newVersion: takeOver }));
}

/** @param {App} app @param {File} file */
export async function openFile({ editor, say }, file) {
  try {
    const read = await readFile(file);
    if (read.json) await editor.openFile(read.json);
    else await editor.open(read);
    if (read.note) say(read.note);
  } catch (error) {
    const { kind, message } = /** @type {{kind?: string, message: string}} */ (error);
    say(t('file.failed', { name: file.name, reason: kind === 'encoding' ? t('file.encoding') : message }));
  }
}
