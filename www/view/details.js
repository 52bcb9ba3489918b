/** One annotation: its value large, how it came about, what it was resolved from, and everything that corrects it. */
import { TYPES } from '../state/marks.js';
import { bodyOf } from '../state/overlay.js';
import { t, word } from '../i18n/index.js';
import { button, h, redraw } from './dom.js';
import { basisOf, derivation, publishedOf, valueOf } from './format.js';

/** @typedef {Node | string | undefined | false} Part */

/** What is told of each type, where it is known. @type {Record<string, string[]>} */
const FACTS = {
  figure: ['kind', 'of', 'change', 'basis', 'when', 'unit', 'bound', 'scope', 'approx', 'consecutive'],
  date: ['kind', 'EDTF', 'interval', 'resolved', 'precision', 'part', 'fiscal', 'note'],
  organization: ['kind', 'confidence', 'mentions'],
};
/** What can be edited of each type. @type {Record<string, string[]>} */
const FIELDS = {
  figure: ['kind', 'value', 'min', 'max', 'unit', 'bound', 'change', 'basis', 'of'],
  date: ['kind', 'start', 'end', 'edtf'],
  organization: ['kind', 'canonical'],
};
/** Values that can be chosen from. @type {Record<string, string[]>} */
const CHOICES = {
  'figure.kind': ['count', 'money', 'percent', 'percentage-point', 'ordinal', 'measure', 'duration', 'ratio', 'multiple', 'fraction', 'age', 'temperature', 'score', 'other'],
  'date.kind': ['date', 'time', 'range', 'duration-anchored', 'set', 'vague'],
  'organization.kind': ['company', 'government', 'party', 'education', 'research', 'health', 'finance', 'media', 'sport', 'legal', 'military', 'association', 'international', 'other'],
  'figure.bound': ['', 'at-least', 'at-most', 'more-than', 'less-than'],
  'figure.change': ['', 'increase', 'decrease', 'none'],
  'figure.basis': ['', 'year-on-year', 'month-on-month', 'quarter-on-quarter', 'cumulative', 'since'],
};
const NUMBER = '-?\\d+(\\.\\d+)?', MOMENT = '\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2})?';
const PATTERNS = /** @type {Record<string, string>} */ ({ value: `${NUMBER}([\\/:\\-]\\d+(\\.\\d+)?)?`, min: NUMBER, max: NUMBER, start: MOMENT, end: MOMENT });
/** Buttons that move an end: message, key, characters at either end, picture. @type {[string, string, number, number, string][]} */
const NUDGES = [
  ['nudge.start.left', '[', -1, 0, 'left'], ['nudge.start.right', ']', 1, 0, 'right'], ['nudge.end.left', '{', 0, -1, 'left'], ['nudge.end.right', '}', 0, 1, 'right'],
];

/** @type {CreateView} */
export function createDetails(app) {
  const { store, editor } = app, { state } = store;
  /** Leaves the form, else the annotation. @param {KeyboardEvent} event */
  const leave = (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    if (formOf) closeForm();
    else close();
  };
  const element = h('section', { class: 'details', 'aria-label': t('details'), hidden: true, on: { keydown: leave } });
  /** The key of the item whose values are being edited. */
  let formOf = '';

  function close() {
    const item = editor.selected();
    store.set({ selected: null });
    if (item) app.article.reveal(item, true);
  }

  /** @param {Item | undefined} item @param {string} [label] */
  const linkTo = (item, label = 'link') => item && h('button', { class: label, data: { key: item.key } }, item.text);
  /** @param {number | undefined} id the core's number of another annotation */
  const linkToId = (id) => (id === undefined ? undefined : linkTo(state.items.find((item) => item.auto === id)));

  /** What is told beside a fact's name, where there is anything. @param {Item} item @param {string} name @param {Item[]} mentions @returns {Part[]} */
  function fact(item, name, mentions) {
    const { attrs: a } = item, value = a[name];
    switch (name) {
      case 'basis': return [basisOf(item)];
      case 'when': return [linkToId(value)];
      case 'unit': return [a.currency ?? a.unit_text ?? value];
      case 'EDTF': return [a.edtf && h('code', {}, a.edtf)];
      case 'interval': return [a.start && `${a.start} → ${a.end ?? '…'}`.replaceAll('T', ' ')];
      case 'resolved': return [value && `${t(`resolved.${value}`)} `, linkToId(a.leans_on) ?? (value === 'publication' ? publishedLink() : undefined)];
      case 'confidence': return [value === undefined ? '' : `${value} %`];
      case 'mentions': return [mentions.length > 1 && h('ul', { class: 'mentions' }, ...mentions.slice(0, 40).map((m) => h('li', {}, linkTo(m, m === item ? 'link current' : 'link'))))];
      default: return [value === undefined ? '' : value === true ? t('yes') : value && (word(name, value) ?? String(value))];
    }
  }

  function publishedLink() {
    const date = publishedOf(state).slice(0, 10);
    return date && button(date, () => document.getElementById('published')?.focus(), { class: 'link' });
  }

  /** @param {Item} item */
  function facts(item) {
    const mentions = state.items.filter((i) => bodyOf(i) === bodyOf(item));
    return h('dl', {}, ...FACTS[item.type].flatMap((name) => {
      const parts = fact(item, name, mentions);
      return parts.some(Boolean) ? [h('dt', {}, t(name, { n: mentions.length })), h('dd', {}, ...parts)] : [];
    }));
  }

  /** Everything that corrects it. @param {Item} item */
  function corrections(item) {
    const same = editor.identical(item).length;
    const nudges = NUDGES.map(([label, key, start, end, picture]) =>
      button(t(label), () => editor.correct((now) => editor.nudge(now, start, end)), { icon: picture, bare: true, title: `${t(label)}  ${key}` }));
    /** @param {string} label @param {() => unknown} press @param {string} [icon] */
    const link = (label, press, icon) => button(label, press, { icon, class: 'link' });
    return h('div', { class: 'correct' },
      h('div', { class: 'types', role: 'group', 'aria-label': t('relabel') }, ...TYPES.map((type, index) => h('button', {
        class: `type ${type}`, 'aria-pressed': String(type === item.type), title: String(index + 1),
        on: { click: () => editor.correct((now) => editor.relabel(now, type)) },
      }, t(`type.${type}`)))),
      h('div', { class: 'ends', role: 'group', 'aria-label': t('ends') }, ...nudges.slice(0, 2),
        h('span', { class: 'quiet', 'aria-hidden': 'true' }, item.text.length > 16 ? `${item.text.slice(0, 7)}…${item.text.slice(-7)}` : item.text),
        ...nudges.slice(2)),
      h('div', { class: 'more' },
        link(t('edit.attributes'), editAttributes, 'edit'),
        link(t('edit.block'), () => editor.correct((now) => app.beginEdit(now.block))),
        link(t('delete'), () => editor.correct(editor.remove), 'trash'),
        item.origin !== 'auto' && link(t(item.origin === 'user' ? 'restore.none' : 'restore'), () => editor.correct(editor.restore), 'restore'),
        same > 0 && link(t('apply.all', { n: same }), () => editor.correct(editor.applyToAll), 'check')));
  }

  function editAttributes() {
    formOf = state.selected ?? '';
    draw();
    /** @type {HTMLElement | null} */ (element.querySelector('form select, form input'))?.focus();
  }

  function closeForm() {
    formOf = '';
    draw();
    element.querySelector('button')?.focus();
  }

  /** @param {Item} item */
  function form(item) {
    const inputs = FIELDS[item.type].map((name) => {
      const value = String(item.attrs[name] ?? ''), id = `field-${name}`;
      return CHOICES[`${item.type}.${name}`]
        ? h('select', { name, id }, ...CHOICES[`${item.type}.${name}`].map((choice) =>
          h('option', { value: choice, selected: choice === value }, choice ? t(`${name}.${choice}`) : '–')))
        : h('input', { name, id, value, autocomplete: 'off', pattern: PATTERNS[name] ?? '.*', title: PATTERNS[name] ? t(`field.${name}`) : '' });
    });
    const submit = (/** @type {Event} */ event) => {
      event.preventDefault();
      const changed = inputs.filter(({ name, value }) => value !== String(item.attrs[name] ?? ''));
      const edits = Object.fromEntries(changed.map(({ name, value }) => [name, value || null]));
      formOf = '';
      editor.correct((now) => editor.setAttributes(now, edits));
    };
    return h('form', { class: 'fields', on: { submit } },
      ...inputs.map((input) => h('div', { class: 'field' }, h('label', { for: input.id }, t(`field.${input.name}`)), input)),
      h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'primary' }, t('apply')), button(t('cancel'), closeForm)));
  }

  function draw() {
    const item = editor.selected();
    element.hidden = !item;
    element.dataset.type = item?.type ?? '';
    if (formOf !== item?.key) formOf = '';
    // What is being typed in the form stays.
    else if (element.querySelector('form')) return;
    if (!item) return element.replaceChildren();
    const value = valueOf(item), explained = derivation(item), bare = (/** @type {string} */ words) => words.replace(/\s/g, '');
    element.replaceChildren(
      h('div', { class: 'head' },
        h('span', { class: `tag ${item.type}` }, t(`type.${item.type}`)),
        ...(item.origin === 'auto' ? [] : [h('span', { class: 'origin' }, t(`origin.${item.origin}`))]),
        h('span', { class: 'spacer' }),
        button(t('copy'), () => app.copy(value), { icon: 'copy', bare: true }),
        button(t('close'), close, { icon: 'close', bare: true })),
      h('p', { class: 'big' }, value),
      ...(bare(value) === bare(item.text) && !explained ? [] : [h('p', { class: 'derivation' }, h('q', { lang: state.info?.lang }, item.text), explained && ` = ${explained}`)]),
      ...(formOf ? [form(item)] : [facts(item), corrections(item)]));
  }

  app.editAttributes = editAttributes;
  return {
    element,
    update(_, changed) {
      if (changed('selected', 'items', 'info')) redraw(element, draw);
    },
  };
}
