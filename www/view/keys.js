/** The keyboard. Single keys are off in text fields and can be turned off altogether (WCAG 2.1.4). */
import { TYPES } from '../state/overlay.js';
import { t } from '../i18n/index.js';

/**
 * @param {import('./app.d.ts').App} app
 * @param {{search: HTMLInputElement, choose(index: number): boolean, details: Element | null}} parts
 * @returns {(event: KeyboardEvent) => void}
 */
export function createKeys(app, parts) {
  const { store, editor } = app;
  /** @param {number} way @param {boolean} same only mentions of the same body */
  function move(way, same) {
    const { state } = store;
    const here = editor.selected();
    let items = app.visible(state);
    if (same && here) items = items.filter((i) => i.key === here.key || (i.type === 'organization' && i.attrs.canonical === here.attrs.canonical));
    const from = state.selected ?? /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.key;
    const at = items.findIndex((item) => item.key === from);
    const to = items[at < 0 ? (way > 0 ? 0 : items.length - 1) : (at + way + items.length) % items.length];
    if (to) app.show(to.key, true);
  }

  return (event) => {
    const { state } = store;
    const target = /** @type {HTMLElement} */ (event.target);
    const typing = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && /** @type {HTMLInputElement} */ (target).type !== 'checkbox';
    if (event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const control = event.ctrlKey || event.metaKey;
    if (control && !typing && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      if (event.shiftKey) editor.redo();
      else editor.undo();
      return;
    }
    if (control && !typing && event.key.toLowerCase() === 'y') {
      event.preventDefault();
      editor.redo();
      return;
    }
    if (typing || control || event.altKey || state.phase === 'empty') return;
    if (event.key === 'Escape') return store.set({ selected: null });
    const item = editor.selected();
    const onMark = target.tagName === 'MARK';
    if (onMark && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      if (item && target.dataset.key === item.key) parts.details?.dispatchEvent(new Event('edit-attributes'));
      else store.set({ selected: target.dataset.key });
      return;
    }
    if (onMark && /^Arrow(Left|Right|Up|Down)$/.test(event.key)) {
      event.preventDefault();
      const marks = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.blocks mark')]);
      const to = marks[marks.indexOf(target) + (/Right|Down/.test(event.key) ? 1 : -1)];
      if (to?.dataset.key) app.show(to.dataset.key, true);
      return;
    }
    if (!state.keys) return;
    const act = action(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  };

  /** @param {string} key @returns {(() => unknown) | undefined} */
  function action(key) {
    const type = ['1', '2', '3'].indexOf(key);
    if (type >= 0 && parts.choose(type)) return () => undefined;
    switch (key) {
      case 'j': case 'J': return () => move(1, false);
      case 'k': case 'K': return () => move(-1, false);
      case 'n': return () => move(1, true);
      case 'N': return () => move(-1, true);
      case '/': return () => parts.search.focus();
      case '?': return () => store.set({ dialog: 'help' });
    }
    const correct = store.state.selected ? correction(key, type) : undefined;
    return correct && (() => editor.correct(correct));
  }

  /** @param {string} key @param {number} type @returns {((item: import('../types.d.ts').Item) => unknown) | undefined} */
  function correction(key, type) {
    if (type >= 0) return (item) => editor.relabel(item, TYPES[type]);
    switch (key) {
      case 'Delete': case 'Backspace': return (item) => editor.remove(item).then(() => app.say(t('removed.one', { text: item.text })));
      case '[': return (item) => editor.nudge(item, -1, 0);
      case ']': return (item) => editor.nudge(item, 1, 0);
      case '{': return (item) => editor.nudge(item, 0, -1);
      case '}': return (item) => editor.nudge(item, 0, 1);
      case 'e': case 'E': return (item) => app.article?.beginEdit(item.block);
      case 'a': case 'A': return editor.applyToAll;
      case 'r': case 'R': return editor.restore;
    }
    return undefined;
  }
}
