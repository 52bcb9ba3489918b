/** The first sheet: paste, drop or open an article, or take a sample. */
import { SAMPLES, sampleText } from '../samples/index.js';
import { TYPES } from '../state/marks.js';
import { t } from '../i18n/index.js';
import { button, h, icon, redraw } from './dom.js';
import { documentList } from './documents.js';

/** @type {CreateView} */
export function createStart(app) {
  const { editor } = app;
  const openSample = async (/** @type {string} */ id) => editor.open({ text: await sampleText(id) });
  const go = h('button', { type: 'submit', class: 'primary', hidden: true }, t('start.annotate'));
  const area = h('textarea', {
    id: 'paste', rows: 7, spellcheck: false, 'aria-describedby': 'paste-hint', placeholder: t('start.placeholder'),
    on: {
      input: () => (go.hidden = !area.value.trim()),
      paste: (/** @type {ClipboardEvent} */ event) => {
        if (!area.value.trim() && event.clipboardData && app.pasteData(event.clipboardData)) event.preventDefault();
      },
      keydown: (/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && form.requestSubmit(),
    },
  });
  const file = h('input', {
    type: 'file', id: 'file', class: 'offscreen', tabindex: -1, 'aria-hidden': 'true', accept: '.txt,.md,.html,.htm,.json,text/plain,text/html,application/json',
    on: { change: () => app.openFiles(file.files ?? []) },
  });
  const form = h('form', { on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    if (area.value.trim()) editor.open({ text: area.value });
  } } },
  h('label', { for: 'paste', class: 'offscreen' }, t('start.label')),
  area,
  h('div', { class: 'actions' },
    go,
    button(t('start.open'), () => file.click(), { icon: 'file' }),
    h('span', { class: 'spacer' }),
    h('span', { class: 'quiet' }, t('start.try')),
    ...SAMPLES.map((id) => button(t(`sample.${id}`), () => openSample(id), { class: 'link', data: { sample: id } }))),
  h('p', { id: 'paste-hint', class: 'quiet' }, t('start.hint')));
  const recent = h('section', { class: 'recent', 'aria-label': t('documents'), hidden: true });
  const element = h('main', { class: 'start', tabindex: -1 },
    h('div', { class: 'sheet' },
      h('h1', {}, t('start.title')),
      h('p', { class: 'promise' }, t('start.promise')),
      form, file,
      h('ul', { class: 'legend', 'aria-label': t('legend') }, ...TYPES.map((type) => h('li', {},
        h('mark', { class: type }, t(`legend.${type}.quote`)), icon('right'), h('span', {}, t(`legend.${type}.value`)))))),
    recent);

  return {
    element,
    update({ documents, phase }, changed) {
      if (changed('documents')) {
        recent.hidden = !documents.length;
        redraw(recent, () => recent.replaceChildren(h('h2', {}, t('documents')), documentList(app)));
      }
      if (changed('phase') && phase === 'empty') {
        area.value = '';
        go.hidden = true;
        area.focus();
      }
    },
  };
}
