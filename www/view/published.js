/** The publication date: a control of the first rank, for every relative date hangs on it. */
import { t } from '../i18n/index.js';
import { button, focused, h } from './dom.js';
import { publishedOf } from './format.js';

/** @type {CreateView} */
export function createPublished({ store, editor }) {
  const input = h('input', { type: 'date', id: 'published', 'aria-describedby': 'published-source', on: { change: () => set(input.value) } });
  const source = h('span', { class: 'source', id: 'published-source' });
  // Swedish writes dates as ISO 8601 does.
  const today = button(t('published.today'), () => set(new Date().toLocaleDateString('sv')), { class: 'link' });
  const pick = button(t('published.pick'), () => {
    input.focus();
    input.showPicker?.();
  }, { class: 'link' });
  const back = button('', () => editor.setPublished(null), { class: 'link' });
  const element = h('div', { class: 'published' },
    h('label', { for: 'published' }, t('published')), input, source, today, pick, back);

  /** @param {string} value */
  function set(value) {
    if (value && value !== store.state.info?.published?.slice(0, 10)) editor.setPublished(value);
  }

  return {
    element,
    update({ info, items, phase }, changed) {
      // Its room is there from the start: the article does not move when the date arrives.
      element.classList.toggle('waiting', phase === 'failed' || phase === 'opening' || !info);
      if (!changed('info', 'items')) return;
      const given = info?.published, found = info?.dateline, value = publishedOf(store.state);
      if (focused() !== input || !input.value) input.value = value.slice(0, 10);
      const unplaced = items.filter((item) => item.type === 'date' && item.attrs.resolved === 'unresolved' && item.attrs.kind !== 'set').length;
      const time = value.includes('T') && !value.endsWith('T00:00:00') ? `${value.slice(11, 16)} · ` : '';
      source.textContent = given ? t('published.given') : found ? time + t(`published.${found.source}`)
        : unplaced ? t('published.none', { n: unplaced }) : t('published.unknown');
      element.classList.toggle('missing', !value);
      today.hidden = pick.hidden = Boolean(value);
      back.hidden = !given;
      back.textContent = t(found ? 'published.back' : 'published.clear');
    },
  };
}
