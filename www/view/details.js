/** One annotation: its value large, how it came about, what it was resolved from, and everything that corrects it. */
import { TYPES } from '../state/overlay.js';
import { t } from '../i18n/index.js';
import { button, copyText, h, redraw } from './dom.js';
import { basisOf, derivation, interval, valueOf } from './format.js';

/** @typedef {import('../types.d.ts').Item} Item */

const KINDS = {
  figure: ['count', 'money', 'percent', 'percentage-point', 'ordinal', 'measure', 'duration', 'ratio', 'multiple', 'fraction', 'age', 'temperature', 'score', 'other'],
  date: ['date', 'time', 'range', 'duration-anchored', 'set', 'vague'],
  organization: ['company', 'government', 'party', 'education', 'research', 'health', 'finance', 'media', 'sport', 'legal', 'military', 'association', 'international', 'other'],
};
/** What can be edited, by type: an attribute, and its choices where it has any. @type {Record<string, [string, string[]?][]>} */
const FIELDS = {
  figure: [['kind', KINDS.figure], ['value'], ['min'], ['max'], ['unit'], ['bound', ['', 'at-least', 'at-most', 'more-than', 'less-than']],
    ['change', ['', 'increase', 'decrease', 'none']], ['basis', ['', 'year-on-year', 'month-on-month', 'quarter-on-quarter', 'cumulative', 'since']], ['of']],
  date: [['kind', KINDS.date], ['start'], ['end'], ['edtf']],
  organization: [['kind', KINDS.organization], ['canonical']],
};
const PATTERNS = /** @type {Record<string, string>} */ ({
  value: '-?\\d+(\\.\\d+)?([\\/:\\-]\\d+(\\.\\d+)?)?', min: '-?\\d+(\\.\\d+)?', max: '-?\\d+(\\.\\d+)?',
  start: '\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2})?', end: '\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2})?',
});

/** @param {import('./app.d.ts').App} app @returns {import('../types.d.ts').View} */
export function createDetails(app) {
  const { store, editor } = app;
  const element = h('section', { class: 'details', 'aria-label': t('details'), hidden: true });
  let formOpen = '';

  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
  });

  function close() {
    const item = current();
    store.set({ selected: null });
    if (item) app.article?.reveal(item, true);
  }

  const current = () => store.state.items.find((item) => item.key === store.state.selected);

  const bare = (/** @type {string} */ words) => words.replace(/\s/g, '');

  /** A link to another annotation. @param {number | undefined} id the core's number */
  function linkTo(id) {
    const target = store.state.items.find((item) => item.auto === id);
    return target && button(target.text, () => app.show(target.key), { class: 'link' });
  }

  /** @param {string} name @param {...(Node | string | undefined | false)} value */
  function line(name, ...value) {
    const parts = value.filter(Boolean);
    return parts.length ? [h('dt', {}, name), h('dd', {}, .../** @type {(Node | string)[]} */ (parts))] : [];
  }

  /** @param {Item} item */
  function facts(item) {
    const a = item.attrs;
    if (item.type === 'figure') {
      const when = linkTo(a.when);
      return [
        ...line(t('kind'), t(`kind.${a.kind}`)), ...line(t('of'), a.of), ...line(t('change'), a.change && t(`change.${a.change}`)),
        ...line(t('basis'), basisOf(item)), ...line(t('when'), when), ...line(t('unit'), a.currency ?? a.unit_text ?? a.unit),
        ...line(t('bound'), a.bound && t(`bound.${a.bound}`)), ...line(t('scope'), a.scope),
        ...line(t('approx'), a.approx && t('yes')), ...line(t('consecutive'), a.consecutive && t('yes')),
      ];
    }
    if (item.type === 'date') {
      const from = linkTo(a.leans_on);
      return [
        ...line(t('kind'), t(`kind.${a.kind}`)), ...line('EDTF', a.edtf && h('code', {}, a.edtf)),
        ...line(t('interval'), a.start && `${a.start.replace('T', ' ')} → ${(a.end ?? '…').replace('T', ' ')}`),
        ...line(t('resolved'), a.resolved && t(`resolved.${a.resolved}`), from && ' ', from,
          a.resolved === 'publication' && !from && ' ', a.resolved === 'publication' && !from && publishedLink()),
        ...line(t('precision'), a.precision && t(`precision.${a.precision}`)), ...line(t('part'), a.part && t(`part.${a.part}`)),
        ...line(t('fiscal'), a.fiscal && t('yes')), ...line(t('note'), a.note),
      ];
    }
    const mentions = store.state.items.filter((i) => i.type === 'organization' && i.attrs.canonical === a.canonical);
    return [
      ...line(t('kind'), t(`kind.${a.kind}`)),
      ...line(t('confidence'), a.confidence !== undefined && `${a.confidence} %`),
      ...(mentions.length > 1 ? line(t('mentions', { n: mentions.length }),
        h('ul', { class: 'mentions' }, ...mentions.slice(0, 40).map((m) => h('li', {}, button(m.text, () => app.show(m.key), { class: m === item ? 'link current' : 'link' }))))) : []),
    ];
  }

  function publishedLink() {
    const { info } = store.state;
    const date = info?.published ?? info?.dateline?.published;
    const control = () => document.getElementById('published')?.focus();
    return date && button(interval(date.slice(0, 10)), control, { class: 'link' });
  }

  /** @param {Item} item */
  function corrections(item) {
    const same = editor.identical(item);
    const types = TYPES.map((type, index) => h('button', {
      class: `type ${type}`, 'aria-pressed': String(type === item.type), title: String(index + 1),
      on: { click: () => editor.correct((now) => editor.relabel(now, type)) },
    }, t(`type.${type}`)));
    const nudge = (/** @type {string} */ label, /** @type {string} */ key, /** @type {number} */ start, /** @type {number} */ end, /** @type {string} */ picture) =>
      button(t(label), () => editor.correct((now) => editor.nudge(now, start, end)), { icon: picture, bare: true, title: `${t(label)}  ${key}` });
    return h('div', { class: 'correct' },
      h('div', { class: 'types', role: 'group', 'aria-label': t('relabel') }, ...types),
      h('div', { class: 'ends', role: 'group', 'aria-label': t('ends') },
        nudge('nudge.start.left', '[', -1, 0, 'left'), nudge('nudge.start.right', ']', 1, 0, 'right'),
        h('span', { class: 'quiet', 'aria-hidden': 'true' }, item.text.length > 16 ? `${item.text.slice(0, 7)}…${item.text.slice(-7)}` : item.text),
        nudge('nudge.end.left', '{', 0, -1, 'left'), nudge('nudge.end.right', '}', 0, 1, 'right')),
      h('div', { class: 'more' },
        button(t('edit.attributes'), () => openForm(item), { icon: 'edit', class: 'link' }),
        button(t('edit.block'), () => editor.correct((now) => app.article?.beginEdit(now.block)), { class: 'link' }),
        button(t('delete'), () => editor.correct(editor.remove), { icon: 'trash', class: 'link' }),
        item.origin !== 'auto' && button(t(item.origin === 'user' ? 'restore.none' : 'restore'), () => editor.correct(editor.restore), { icon: 'restore', class: 'link' }),
        same.length > 0 && button(t('apply.all', { n: same.length }), () => editor.correct(editor.applyToAll), { icon: 'check', class: 'link' })));
  }

  /** @param {Item} item */
  function openForm(item) {
    formOpen = item.key;
    draw();
    /** @type {HTMLElement | null} */ (element.querySelector('form select, form input'))?.focus();
  }

  /** @param {Item} item */
  function form(item) {
    const inputs = FIELDS[item.type].map(([name, choices]) => {
      const value = String(item.attrs[name] ?? '');
      const input = choices
        ? h('select', { name, id: `field-${name}` }, ...choices.map((choice) => h('option', { value: choice, selected: choice === value }, choice ? t(`${['kind', 'bound', 'change', 'basis'].includes(name) ? name : 'kind'}.${choice}`) : '–')))
        : h('input', { name, id: `field-${name}`, value, autocomplete: 'off', pattern: PATTERNS[name] ?? '.*', title: PATTERNS[name] ? t(`field.${name}`) : '' });
      return { name, value, input, row: h('div', { class: 'field' }, h('label', { for: `field-${name}` }, t(`field.${name}`)), input) };
    });
    const done = () => {
      formOpen = '';
      draw();
      /** @type {HTMLElement | null} */ (element.querySelector('button'))?.focus();
    };
    const submit = (/** @type {Event} */ event) => {
      event.preventDefault();
      const own = store.state.doc?.corrections.find((c) => c.id === item.correction)?.to?.attrs ?? {};
      const edits = { ...own };
      for (const { name, value, input } of inputs) if (input.value !== value) edits[name] = input.value || null;
      formOpen = '';
      editor.correct((now) => editor.setAttributes(now, edits));
    };
    return h('form', { class: 'fields', on: { submit, keydown: (/** @type {KeyboardEvent} */ e) => {
      if (e.key !== 'Escape') return;
      e.stopPropagation();
      done();
    } } }, ...inputs.map(({ row }) => row),
    h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'primary' }, t('apply')), button(t('cancel'), done)));
  }

  function draw() {
    const item = current();
    element.hidden = !item;
    element.dataset.type = item?.type ?? '';
    if (!item) return element.replaceChildren();
    if (formOpen !== item.key) formOpen = '';
    // What is being typed in the form stays.
    else if (element.querySelector('form')) return undefined;
    const value = valueOf(item), explained = derivation(item);
    element.replaceChildren(
      h('div', { class: 'head' },
        h('span', { class: `tag ${item.type}` }, t(`type.${item.type}`)),
        item.origin !== 'auto' && h('span', { class: 'origin' }, t(`origin.${item.origin}`)),
        h('span', { class: 'spacer' }),
        button(t('copy'), async () => app.say(t((await copyText(value)) ? 'copied' : 'copy.failed')), { icon: 'copy', bare: true }),
        button(t('close'), close, { icon: 'close', bare: true })),
      h('p', { class: 'big' }, value),
      ...(bare(value) === bare(item.text) && !explained ? [] : [h('p', { class: 'derivation' }, h('q', { lang: store.state.info?.lang }, item.text), explained && ` = ${explained}`)]),
      ...(formOpen ? [form(item)] : [h('dl', {}, ...facts(item)), corrections(item)]));
    return undefined;
  }

  element.addEventListener('edit-attributes', () => {
    const item = current();
    if (item) openForm(item);
  });

  return {
    element,
    update(state, changed) {
      if (['selected', 'items', 'info'].some((key) => changed.has(key))) redraw(element, draw);
    },
  };
}
