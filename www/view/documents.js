/** The plain list of documents kept in this browser. */
import { t, uiLang } from '../i18n/index.js';
import { button, h } from './dom.js';

/**
 * @param {import('./app.d.ts').App} app @param {import('../types.d.ts').StoredDoc[]} documents
 * @param {() => void} [after] once one was chosen
 */
export function documentList({ editor, store }, documents, after) {
  const when = new Intl.DateTimeFormat(uiLang() === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return h('ul', { class: 'documents' }, ...documents.map((doc) => {
    const title = doc.title || t('untitled');
    return h('li', { 'aria-current': doc.id === store.state.doc?.id ? 'true' : undefined },
      h('button', {
        class: 'document', on: { click: () => {
          after?.();
          editor.openStored(doc);
        } },
      },
      h('span', { class: 'name' }, title),
      h('span', { class: 'quiet' }, `${when.format(doc.updated)} · ${t('documents.counts', { figures: doc.counts?.[0] ?? 0, dates: doc.counts?.[1] ?? 0, organizations: doc.counts?.[2] ?? 0 })}`)),
      button(t('documents.delete', { title }), () => editor.discard(doc.id), { icon: 'trash', bare: true }));
  }));
}
