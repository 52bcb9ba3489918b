/** Views of the rest of the page, which the first marks do not wait for. */
import { h } from './dom.js';

/**
 * Keeps the place of a view until the rest of the page is there. All views take their places in the same turn, so that
 * nothing moves twice.
 * @param {App} app @param {(rest: Rest) => View} create
 * @param {HTMLElement} [element] what stands there meanwhile: something where the view has a room of its own, else nothing
 * @returns {View}
 */
export function late(app, create, element = h('div', { hidden: true })) {
  /** @type {View | undefined} */ let view;
  return {
    element,
    update(state, changed) {
      if (view || !app.rest) return view?.update(state, changed);
      view = create(app.rest);
      element.replaceWith(view.element);
      return view.update(state, () => true);
    },
  };
}
