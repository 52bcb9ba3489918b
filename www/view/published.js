/** The publication date: a control of the first rank, for every relative date hangs on it. */
import { t } from '../i18n/index.js';
import { button, h } from './dom.js';

/** @param {import('./app.d.ts').App} app @returns {import('../types.d.ts').View} */
export function createPublished({ store, editor }) {
  const { state } = store;
  const input = h('input', { type: 'date', id: 'published', on: { change: () => set(input.value) } });
  const source = h('span', { class: 'source', id: 'published-source' });
  const today = button(t('published.today'), () => {
    const now = new Date();
    set([now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-'));
  }, { class: 'link' });
  const pick = button(t('published.pick'), () => {
    input.focus();
    input.showPicker?.();
  }, { class: 'link' });
  const back = button(t('published.back'), () => editor.setPublished(null), { class: 'link' });
  input.setAttribute('aria-describedby', 'published-source');
  const element = h('div', { class: 'published' },
    h('label', { for: 'published' }, t('published')), input, source, today, pick, back);

  /** @param {string} value */
  function set(value) {
    if (value && value !== state.info?.published?.slice(0, 10)) editor.setPublished(value);
  }

  return {
    element,
    update(now, changed) {
      if (changed.has('phase')) element.hidden = now.phase === 'failed' || now.phase === 'opening';
      if (!changed.has('info') && !changed.has('items')) return;
      const { info } = now;
      const given = info?.published, found = info?.dateline;
      const value = given ?? found?.published ?? '';
      if (document.activeElement !== input || !input.value) input.value = value.slice(0, 10);
      const unplaced = now.items.filter((item) => item.type === 'date' && item.attrs.resolved === 'unresolved' && item.attrs.kind !== 'set').length;
      const time = !given && value.includes('T') && !value.endsWith('T00:00:00') ? `${value.slice(11, 16)} · ` : '';
      source.textContent = given ? t('published.given') : found ? time + t(`published.${found.source}`)
        : unplaced ? t('published.none', { n: unplaced }) : t('published.unknown');
      element.classList.toggle('missing', !value);
      today.hidden = pick.hidden = Boolean(value);
      back.hidden = !given;
      back.firstElementChild?.replaceChildren(found ? t('published.back') : t('published.clear'));
    },
  };
}
