/** The plain list of documents kept in this browser. */
import { t, uiLang } from '../i18n/index.js';
import { button, h } from './dom.js';

/** @param {App} app */
export function documentList({ editor, store }) {
  const { documents, doc: open } = store.state;
  const when = new Intl.DateTimeFormat(uiLang() === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return h('ul', { class: 'documents' }, ...documents.map((doc) => {
    const title = doc.title || t('untitled'), [figures = 0, dates = 0, organizations = 0] = doc.counts ?? [];
    const choose = () => {
      store.set({ dialog: null });
      editor.openStored(doc);
    };
    return h('li', { 'aria-current': doc.id === open?.id ? 'true' : undefined },
      h('button', { class: 'document', on: { click: choose } },
        h('span', { class: 'name' }, title),
        h('span', { class: 'quiet' }, `${when.format(doc.updated)} · ${t('documents.counts', { figures, dates, organizations })}`)),
      button(t('documents.delete', { title }), () => editor.discard(doc.id), { icon: 'trash', bare: true }));
  }));
}
