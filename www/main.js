/** The page: builds the views once, and again when the language changes; takes what is pasted, dropped or opened. */
import { createEngine } from './engine/client.js';
import { setUiLang, t, uiLang } from './i18n/index.js';
import { keepOffline } from './offline.js';
import { readFile, readPaste } from './ingest/index.js';
import { loadBytes } from './resources.js';
import { createEditor } from './state/editor.js';
import { preference, setPreference } from './state/storage.js';
import { createStore, initialState } from './state/store.js';
import { createArticle } from './view/article.js';
import { createBar } from './view/bar.js';
import { createDialogs } from './view/dialogs.js';
import { h } from './view/dom.js';
import { nameOf, valueOf } from './view/format.js';
import { createKeys } from './view/keys.js';
import { createNotices } from './view/notices.js';
import { createPanel } from './view/panel.js';
import { createPublished } from './view/published.js';
import { createSelection } from './view/selection.js';
import { createStart } from './view/start.js';
import { createTimeline } from './view/timeline.js';

const store = createStore(initialState());
const editor = createEditor(store, createEngine());
const root = /** @type {HTMLElement} */ (document.getElementById('app'));
/** @type {(() => void) | undefined} */ let dismantle;

/** @type {import('./view/app.d.ts').App} */
const app = {
  store,
  editor,
  show(key, focus = false) {
    const item = store.state.items.find((i) => i.key === key);
    if (!item) return;
    store.set({ selected: key, ...(item && !store.state.shown[item.type] ? { shown: { ...store.state.shown, [item.type]: true } } : {}) });
    app.article?.reveal(item, focus);
  },
  visible(state) {
    const needle = state.query.trim().toLowerCase();
    return state.items.filter((item) => state.shown[item.type]
      && !(state.hideExtra && ['boilerplate', 'related'].includes(state.blocks[item.block]?.role))
      && (!needle || item.text.toLowerCase().includes(needle) || valueOf(item).toLowerCase().includes(needle) || nameOf(item).toLowerCase().includes(needle)));
  },
  say: () => undefined,
  switchLanguage() {
    const lang = uiLang() === 'zh' ? 'en' : 'zh';
    setPreference('lang', lang);
    setUiLang(lang);
    build();
    /** @type {HTMLElement | null} */ (document.querySelector('.language'))?.focus();
  },
  async openFiles(files) {
    for (const file of files) {
      try {
        const read = await readFile(file);
        if (read.json) await editor.openFile(read.json);
        else await editor.open(read);
        if (read.note) app.say(read.note);
      } catch (error) {
        const { kind, message } = /** @type {{kind?: string, message: string}} */ (error);
        app.say(t('file.failed', { name: file.name, reason: kind === 'encoding' ? t('file.encoding') : message }));
      }
      return;
    }
  },
  pasteData(data) {
    if (data.files.length) {
      app.openFiles(data.files);
      return true;
    }
    const read = readPaste(data);
    if (!read) return false;
    editor.open(read);
    return true;
  },
};

/** Builds the interface in the current language; state and document stay. */
function build() {
  dismantle?.();
  const start = createStart(app), bar = createBar(app), published = createPublished(app), article = createArticle(app);
  app.article = article;
  const panel = createPanel(app), strip = createTimeline(app, 'strip'), selection = createSelection(app), dialogs = createDialogs(app), notices = createNotices(app);
  app.say = notices.say;
  const views = [start, bar, published, article, panel, strip, selection, dialogs, notices];
  const heading = h('h1', { class: 'offscreen' }, t('untitled'));
  const reading = h('main', { class: 'reading', id: 'main', tabindex: -1 }, heading, published.element, article.element, selection.element);
  const work = h('div', { class: 'work' }, reading, panel.element, strip.element);
  const skip = h('a', { class: 'skip', href: '#main' }, t('skip'));
  root.replaceChildren(skip, bar.element, notices.element, start.element, work, dialogs.element);
  const keys = createKeys(app, { search: panel.search, choose: selection.choose, details: panel.element.querySelector('.details') });
  document.addEventListener('keydown', keys);

  let wasEmpty = /** @type {boolean | null} */ (null);
  /** @param {import('./types.d.ts').State} state @param {Set<string>} changed */
  const update = (state, changed) => {
    const empty = state.phase === 'empty';
    /** @type {HTMLElement} */ (start.element).hidden = !empty;
    work.hidden = empty;
    if (empty) start.element.id = 'main', reading.removeAttribute('id');
    else reading.id = 'main', start.element.removeAttribute('id');
    work.dataset.tab = state.tab;
    work.dataset.phase = state.phase;
    work.dataset.model = state.model;
    work.dataset.details = state.selected ? 'open' : '';
    heading.hidden = state.blocks.some((block) => block.role === 'title');
    for (const view of views) view.update(state, changed);
    if (empty !== wasEmpty) {
      const area = /** @type {HTMLTextAreaElement | null} */ (start.element.querySelector('textarea'));
      if (empty && area) {
        area.value = '';
        area.focus();
      } else if (!empty) {
        window.scrollTo(0, 0);
        if (wasEmpty) reading.focus({ preventScroll: true });
      }
      wasEmpty = empty;
    }
    if (changed.has('blocks') || changed.has('phase')) document.title = empty ? t('name') : `${editor.title() || t('untitled')} · ${t('name')}`;
  };
  const unsubscribe = store.subscribe(update);
  update(store.state, new Set(Object.keys(store.state)));
  dismantle = () => {
    unsubscribe();
    document.removeEventListener('keydown', keys);
    for (const view of [...views, panel.list]) /** @type {any} */ (view).destroy?.();
  };
}

document.addEventListener('paste', (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.defaultPrevented || target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName) || store.state.dialog) return;
  if (event.clipboardData && app.pasteData(event.clipboardData)) event.preventDefault();
});
document.addEventListener('dragover', (event) => {
  event.preventDefault();
  document.body.classList.add('dragging');
});
for (const end of ['dragleave', 'drop']) document.addEventListener(end, () => document.body.classList.remove('dragging'));
document.addEventListener('drop', (event) => {
  if (event.defaultPrevented || !event.dataTransfer) return;
  event.preventDefault();
  app.pasteData(event.dataTransfer);
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') editor.flush(true);
});
window.addEventListener('pagehide', () => editor.flush(true));

keepOffline((takeOver) => store.set({ newVersion: takeOver }));
setUiLang(preference('lang') || (/^zh\b/i.test(navigator.language) ? 'zh' : 'en'));
store.set({ keys: preference('keys') !== 'off' });
build();
editor.reopen().then(async () => {
  // Figures and dates are painted first; organizations follow when the weights arrive.
  const first = store.state.info?.lang.slice(0, 2) ?? uiLang();
  await editor.loadModels({ langs: [first, first === 'zh' ? 'en' : 'zh'], load: (lang) => loadBytes(`model.${lang}`) });
});
