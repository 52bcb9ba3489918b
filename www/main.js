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
import { closest, copyText, h } from './view/dom.js';
import { nameOf, valueOf } from './view/format.js';
import { onKey } from './view/keys.js';
import { createNotices } from './view/notices.js';
import { createPanel } from './view/panel.js';
import { createPublished } from './view/published.js';
import { createSelection } from './view/selection.js';
import { createStart } from './view/start.js';
import { createTimeline } from './view/timeline.js';

const store = createStore(initialState());
const { state } = store;
const editor = createEditor(store, createEngine());
const root = /** @type {HTMLElement} */ (document.getElementById('app'));
let built = new AbortController();

/** What views are made from; the parts that they are themselves are put in as they are built. */
const app = /** @type {App} */ (/** @type {Partial<App>} */ ({
  store,
  editor,
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
  isExtra: (block) => /^(boilerplate|related)$/.test(state.blocks[block]?.role),
  async copy(text) {
    app.say(t((await copyText(text)) ? 'copied' : 'copy.failed'));
  },
  resized(element, then) {
    const watcher = new ResizeObserver(then);
    watcher.observe(element);
    app.signal.addEventListener('abort', () => watcher.disconnect());
  },
  switchLanguage() {
    setUiLang(uiLang() === 'zh' ? 'en' : 'zh');
    setPreference('lang', uiLang());
    build();
    /** @type {HTMLElement | null} */ (document.querySelector('.language'))?.focus();
  },
  async openFiles([file]) {
    if (!file) return;
    try {
      const read = await readFile(file);
      if (read.json) await editor.openFile(read.json);
      else await editor.open(read);
      if (read.note) app.say(read.note);
    } catch (error) {
      const { kind, message } = /** @type {{kind?: string, message: string}} */ (error);
      app.say(t('file.failed', { name: file.name, reason: kind === 'encoding' ? t('file.encoding') : message }));
    }
  },
  pasteData(data) {
    if (data.files.length) {
      app.openFiles(data.files);
      return true;
    }
    const read = readPaste(data);
    if (read) editor.open(read);
    return Boolean(read);
  },
}));

/** Builds the interface in the current language; state and document stay. */
function build() {
  built.abort();
  built = new AbortController();
  const { signal } = built;
  app.signal = signal;
  const notices = createNotices(app);
  app.say = notices.say;
  const article = createArticle(app);
  app.article = article;
  const panel = createPanel(app), selection = createSelection(app);
  app.editAttributes = panel.editAttributes;
  app.choose = selection.choose;
  const start = createStart(app), bar = createBar(app), published = createPublished(app), strip = createTimeline(app, 'strip'), dialogs = createDialogs(app);
  const heading = h('h1', { class: 'offscreen' }, t('untitled'));
  const reading = h('main', { class: 'reading', tabindex: -1 }, heading, published.element, article.element, selection.element);
  const work = h('div', { class: 'work' }, reading, panel.element, strip.element);
  root.replaceChildren(h('a', { class: 'skip', href: '#main' }, t('skip')), bar.element, notices.element, start.element, work, dialogs.element);

  /** @param {Changed} changed */
  const update = (changed) => {
    const { phase, tab, model, selected, blocks } = state, empty = phase === 'empty', opened = !empty && work.hidden;
    start.element.hidden = !empty;
    work.hidden = empty;
    start.element.id = empty ? 'main' : '';
    reading.id = empty ? '' : 'main';
    Object.assign(work.dataset, { tab, phase, model, details: selected ? 'open' : '' });
    heading.hidden = blocks.some((block) => block.role === 'title');
    for (const view of [start, bar, published, article, panel, strip, selection, dialogs, notices]) view.update(state, changed);
    if (opened) {
      window.scrollTo(0, 0);
      reading.focus({ preventScroll: true });
    }
    if (changed('blocks', 'phase')) document.title = empty ? t('name') : `${editor.title() || t('untitled')} · ${t('name')}`;
  };
  store.listen((keys) => update((...some) => some.some((key) => keys.has(key))));
  work.hidden = state.phase === 'empty';
  update(() => true);
}

// Whatever stands for an annotation shows it; marks in the article do more.
document.addEventListener('click', (event) => {
  const key = closest(event, '[data-key]:not(.blocks mark)')?.dataset.key;
  if (key) app.show(key);
});
document.addEventListener('pointerover', (event) => store.set({ hovered: closest(event, '[data-key]')?.dataset.key ?? null }));
document.addEventListener('keydown', (event) => onKey(app, event));
document.addEventListener('paste', (event) => {
  if (event.defaultPrevented || state.dialog || closest(event, 'input, textarea, [contenteditable]')) return;
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
  const first = state.info?.lang.slice(0, 2) ?? uiLang();
  await editor.loadModels({ langs: [first, first === 'zh' ? 'en' : 'zh'], load: (lang) => loadBytes(`model.${lang}`) });
});
