/**
 * The page: builds the views once, and again when the language changes; takes what is pasted, dropped or opened. What the
 * first marks do without comes behind them, as the module rest.js.
 */
import { createEngine } from './engine/client.js';
import { setUiLang, t, uiLang } from './i18n/index.js';
import { readPaste } from './ingest/paste.js';
import { loadBytes, loadStyle, pathOf } from './resources.js';
import { createEditor } from './state/editor.js';
import { preference, setPreference } from './state/storage.js';
import { createStore, initialState } from './state/store.js';
import { createArticle } from './view/article.js';
import { createBar } from './view/bar.js';
import { closest, h } from './view/dom.js';
import { late } from './view/late.js';
import { createNotices } from './view/notices.js';
import { createPanel } from './view/panel.js';
import { createStart } from './view/start.js';

const store = createStore(initialState());
const { state } = store;
const engine = createEngine();
/** @type {PromiseWithResolvers<Rest>} */ const arrival = Promise.withResolvers();
/** @type {Promise<Rest | undefined> | undefined} */ let coming;
const editor = /** @type {Editor} */ (createEditor(store, engine, arrival.promise));
const root = /** @type {HTMLElement} */ (document.getElementById('app'));
let built = new AbortController();
/** How often rest.js could not be had. */
let failures = 0;

/** What views are made from; the parts that they are themselves are put in as they are built. */
const app = /** @type {App} */ (/** @type {Partial<App>} */ ({
  store,
  editor,
  isExtra: (block) => /^(boilerplate|related)$/.test(state.blocks[block]?.role),
  resized(element, then) {
    const watcher = new ResizeObserver(then);
    watcher.observe(element);
    app.signal.addEventListener('abort', () => watcher.disconnect());
  },
  async switchLanguage() {
    await app.whole();
    try {
      await setUiLang(uiLang() === 'zh' ? 'en' : 'zh');
    } catch {
      return app.say(t('language.missing'));
    }
    setPreference('lang', uiLang());
    build();
    /** @type {HTMLElement | null} */ (document.querySelector('.language'))?.focus();
  },
  async openFiles([file]) {
    if (file) (await app.whole())?.openFile(app, file);
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
  whole: () => (coming ??= complete()),
}));

/** Browsers remember that they could not have a module, and do not ask for it again: then it has another address. @returns {Promise<Rest>} */
const importRest = () => (failures ? import(`${new URL(pathOf('rest'), document.baseURI)}?${failures}`) : import('./rest.js')).catch((error) => {
  failures++;
  throw error;
});

/** Loads the rest of the page and gives everything its part of it. */
async function complete() {
  const [rest] = await Promise.all([importRest(), loadStyle('rest.style'), setUiLang(uiLang(), true)]).catch(() => []);
  if (!rest) {
    coming = undefined;
    // What waits for the rest would have saved the document in the end.
    if (state.doc) editor.save();
    store.set({ rest: 'missing', dialog: null });
    return undefined;
  }
  rest.complete(app);
  app.rest = rest;
  arrival.resolve(rest);
  store.set({ rest: 'there' });
  return rest;
}

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
  const start = createStart(app), bar = createBar(app), panel = createPanel(app);
  const published = late(app, ({ createPublished }) => createPublished(app), h('div', { class: 'published' }));
  const selection = late(app, ({ createSelection }) => createSelection(app));
  const strip = late(app, ({ createTimeline }) => createTimeline(app, 'strip')), dialogs = late(app, ({ createDialogs }) => createDialogs(app));
  const heading = h('h1', { class: 'offscreen' }, t('untitled'));
  const reading = h('main', { class: 'reading', tabindex: -1 }, heading, published.element, article.element, selection.element);
  const work = h('div', { class: 'work' }, reading, panel.element, strip.element);
  root.replaceChildren(h('a', { class: 'skip', href: '#main' }, t('skip')), bar.element, notices.element, start.element, work, dialogs.element);

  /** @param {Changed} changed */
  const update = (changed) => {
    const { phase, tab, model, selected, blocks, progress, rest, dialog } = state, empty = phase === 'empty', opened = !empty && work.hidden;
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
    // Behind the first marks, or what a person asked for before them.
    if (dialog || (rest !== 'there' && changed('phase', 'progress') && (progress > 0 || phase === 'failed'))) app.whole();
  };
  store.listen((keys) => update((...some) => some.some((key) => keys.has(key))));
  work.hidden = state.phase === 'empty';
  update(() => true);
}

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

const wanted = preference('lang') || (/^zh\b/i.test(navigator.language) ? 'zh' : 'en');
// Words in the other language are better than none.
await setUiLang(wanted).catch(() => setUiLang(wanted === 'zh' ? 'en' : 'zh'));
store.set({ keys: preference('keys') !== 'off' });
build();
await editor.reopen();
// Figures and dates are painted first; the rest of the page and organizations follow when they arrive.
const first = state.info?.lang.slice(0, 2) ?? uiLang();
await engine.ready(first).catch(() => undefined);
await app.whole();
await editor.loadModels({ langs: [first, first === 'zh' ? 'en' : 'zh'], load: (lang) => loadBytes(`model.${lang}`) });
