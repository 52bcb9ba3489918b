/** The keyboard. Single keys are off in text fields and can be turned off altogether (WCAG 2.1.4). */
import { TYPES } from '../state/marks.js';
import { bodyOf } from '../state/overlay.js';
import { t } from '../i18n/index.js';
import { focused } from './dom.js';

/** @typedef {(app: App) => unknown} Action */

/** @param {number} way @param {(item: Item, here?: Item) => boolean} [fits] @returns {Action} */
const move = (way, fits = () => true) => (app) => {
  const here = app.editor.selected();
  const items = app.visible().filter((item) => fits(item, here));
  const from = app.store.state.selected ?? focused()?.dataset.key;
  const at = items.findIndex((item) => item.key === from);
  const to = items[at < 0 && way > 0 ? 0 : (Math.max(at, 0) + way + items.length) % items.length];
  if (to) app.show(to.key, true);
};

/** @param {Item} item @param {Item} [here] */
const sameBody = (item, here) => !here || bodyOf(item) === bodyOf(here);

/** What a key does to what is selected. @param {(item: Item, app: App) => unknown} command @returns {Action} */
const correct = (command) => (app) => app.editor.correct((item) => command(item, app));

/** @param {number} start @param {number} end */
const nudge = (start, end) => correct((item, { editor }) => editor.nudge(item, start, end));

/** @param {number} index @returns {Action} */
const type = (index) => (app) => app.choose(index) || correct((item, { editor }) => editor.relabel(item, TYPES[index]))(app);

/** Selects the mark that has the focus, then opens its values. @param {App} app */
function enter(app) {
  const key = focused()?.dataset.key;
  if (key === app.store.state.selected) app.editAttributes();
  else app.store.set({ selected: key });
}

/** The mark before or behind the one that has the focus. @param {number} way @returns {Action} */
const step = (way) => (app) => {
  const marks = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.blocks mark')]);
  const to = marks[marks.findIndex((mark) => mark === focused()) + way];
  if (to) app.show(String(to.dataset.key), true);
};

/** The rows of the sheet that explains the keys: a message, and what each key does. @type {[string, Record<string, Action>][]} */
export const KEYS = [
  ['key.next', { J: move(1), K: move(-1) }],
  ['key.mention', { N: move(1, sameBody), 'Shift+N': move(-1, sameBody) }],
  ['key.type', { 1: type(0), 2: type(1), 3: type(2) }],
  ['key.delete', { Delete: correct((item, { editor, say }) => editor.remove(item).then(() => say(t('removed.one', { text: item.text })))) }],
  ['key.start', { '[': nudge(-1, 0), ']': nudge(1, 0) }],
  ['key.end', { '{': nudge(0, -1), '}': nudge(0, 1) }],
  ['key.attributes', { Enter: enter }],
  ['key.edit', { E: correct((item, { beginEdit }) => beginEdit(item.block)) }],
  ['key.all', { A: correct((item, { editor }) => editor.applyToAll(item)) }],
  ['key.restore', { R: correct((item, { editor }) => editor.restore(item)) }],
  ['key.search', { '/': () => document.getElementById('search')?.focus() }],
  ['key.undo', { 'Ctrl+Z': ({ editor }) => editor.undo() }],
  ['key.redo', { 'Ctrl+Shift+Z': ({ editor }) => editor.redo() }],
  ['key.close', { Esc: ({ store }) => store.set({ selected: null }) }],
  ['key.help', { '?': ({ store }) => store.set({ dialog: 'help' }) }],
];
const EVERYWHERE = /** @type {Record<string, Action>} */ (Object.assign({ 'Ctrl+Y': (/** @type {App} */ { editor }) => editor.redo() }, ...KEYS.map(([, keys]) => keys)));
/** On a mark that has the focus, even where single keys are turned off. @type {Record<string, Action>} */
const ON_MARK = { Enter: enter, ' ': enter, ARROWLEFT: step(-1), ARROWUP: step(-1), ARROWRIGHT: step(1), ARROWDOWN: step(1) };

/** A key as the sheet names it. @param {KeyboardEvent} event */
function nameOf({ key, ctrlKey, metaKey, shiftKey }) {
  const name = { Backspace: 'Delete', Delete: 'Delete', Escape: 'Esc', Enter: 'Enter' }[key] ?? key.toUpperCase();
  return (ctrlKey || metaKey ? 'Ctrl+' : '') + (shiftKey && /^[NZ]$/.test(name) ? 'Shift+' : '') + name;
}

/** @param {App} app @param {KeyboardEvent} event */
export function onKey(app, event) {
  const { state } = app.store, target = /** @type {HTMLElement} */ (event.target);
  const typing = target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select');
  if (typing || event.isComposing || event.defaultPrevented || event.altKey || document.querySelector('dialog[open]')) return;
  const name = nameOf(event), onMark = target.matches('mark') ? ON_MARK[name] : undefined;
  const allowed = name.startsWith('Ctrl+') || (state.phase !== 'empty' && (name === 'Esc' || (state.keys && name !== 'Enter')));
  const action = onMark ?? (allowed ? EVERYWHERE[name] : undefined);
  if (!action) return;
  event.preventDefault();
  action(app);
}
