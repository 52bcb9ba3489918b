/** The first sheet: paste, drop or open an article, or take a sample. */
import { samples } from '../samples/index.js';
import { t } from '../i18n/index.js';
import { button, h, icon, redraw } from './dom.js';
import { documentList } from './documents.js';

/** @param {import('./app.d.ts').App} app @returns {import('../types.d.ts').View} */
export function createStart(app) {
  const { editor } = app;
  const go = h('button', { type: 'submit', class: 'primary', hidden: true }, t('start.annotate'));
  const area = h('textarea', {
    id: 'paste', rows: 7, spellcheck: false, 'aria-describedby': 'paste-hint', placeholder: t('start.placeholder'),
    on: {
      input: () => (go.hidden = !area.value.trim()),
      paste: (/** @type {ClipboardEvent} */ event) => {
        if (area.value.trim() || !event.clipboardData || !app.pasteData(event.clipboardData)) return;
        event.preventDefault();
      },
      keydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
      },
    },
  });
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (area.value.trim()) editor.open({ text: area.value });
  };
  const file = h('input', {
    type: 'file', id: 'file', class: 'offscreen', tabindex: -1, 'aria-hidden': 'true', accept: '.txt,.md,.html,.htm,.json,text/plain,text/html,application/json',
    on: { change: () => app.openFiles(file.files ?? []) },
  });
  const recent = h('section', { class: 'recent', 'aria-label': t('documents'), hidden: true });
  const element = h('main', { class: 'start', id: 'main', tabindex: -1 },
    h('div', { class: 'sheet' },
      h('h1', {}, t('start.title')),
      h('p', { class: 'promise' }, t('start.promise')),
      h('form', { on: { submit } },
        h('label', { for: 'paste', class: 'offscreen' }, t('start.label')),
        area,
        h('div', { class: 'actions' },
          go,
          button(t('start.open'), () => file.click(), { icon: 'file' }),
          h('span', { class: 'spacer' }),
          h('span', { class: 'quiet' }, t('start.try')),
          ...samples.map((sample) => button(t(`sample.${sample.id}`), () => editor.open({ text: sample.text }), { class: 'link', data: { sample: sample.id } }))),
        h('p', { id: 'paste-hint', class: 'quiet' }, t('start.hint'))),
      file,
      h('ul', { class: 'legend', 'aria-label': t('legend') },
        ...['figure', 'date', 'organization'].map((type) => h('li', {},
          h('mark', { class: type }, t(`legend.${type}.quote`)), icon('right'), h('span', {}, t(`legend.${type}.value`)))))),
    recent);

  return {
    element,
    update(state, changed) {
      if (changed.has('documents')) {
        recent.hidden = state.documents.length === 0;
        redraw(recent, () => recent.replaceChildren(h('h2', {}, t('documents')), documentList(app, state.documents)));
      }
    },
  };
}
