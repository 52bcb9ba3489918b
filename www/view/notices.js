/** What is going on: progress with Stop, errors with a way out, passing notes, and one polite live region. */
import { t } from '../i18n/index.js';
import { button, copyText, h } from './dom.js';

/** @param {import('./app.d.ts').App} app @returns {import('../types.d.ts').View & {say(message: string): void}} */
export function createNotices(app) {
  const { store, editor } = app;
  const progress = h('progress', { max: 1, value: 0, 'aria-label': t('progress') });
  const words = h('span', {});
  const stop = button(t('stop'), () => editor.stop(), { class: 'link' });
  const resume = button(t('resume'), () => editor.resume(), { class: 'link' });
  const running = h('div', { class: 'notice running', hidden: true }, progress, words, stop, resume);
  const failed = h('div', { class: 'notice failed', role: 'alert', hidden: true });
  const unsaved = h('div', { class: 'notice failed', role: 'alert', hidden: true }, h('span', {}, t('unsaved')),
    button(t('export'), () => store.set({ dialog: 'export' }), { class: 'link' }));
  const model = h('div', { class: 'notice', hidden: true }, t('model.missing'));
  const pasted = h('div', { class: 'notice', hidden: true }, h('span', {}, t('pasted.rich')),
    button(t('pasted.plain'), () => {
      const plain = store.state.pasted?.plain;
      if (plain) editor.open({ text: plain });
    }, { class: 'link' }), button(t('close'), () => store.set({ pasted: null }), { icon: 'close', bare: true }));
  const foreign = h('div', { class: 'notice', hidden: true }, t('foreign'));
  const version = h('div', { class: 'notice', hidden: true }, h('span', {}, t('version.new')),
    button(t('version.reload'), () => editor.flush(true).then(() => store.state.newVersion?.()), { class: 'link' }));
  const copied = h('div', { class: 'notice', hidden: true }, t('copied.tab'));
  const orphans = h('div', { class: 'notice', hidden: true });
  const toast = h('div', { class: 'toast', hidden: true, 'aria-hidden': 'true' });
  const live = h('div', { class: 'offscreen', role: 'status', 'aria-live': 'polite' });
  const element = h('section', { class: 'notices', 'aria-label': t('notices') }, running, failed, unsaved, pasted, model, foreign, version, copied, orphans, toast, live);
  /** @type {number | undefined} */ let timer;

  /** @param {string} message */
  function say(message) {
    live.textContent = message;
    toast.textContent = message;
    toast.hidden = false;
    clearTimeout(timer);
    // Long enough to be read.
    timer = window.setTimeout(() => (toast.hidden = true), 2000 + 60 * message.length);
  }

  /** @param {NonNullable<import('../types.d.ts').State['error']>} error */
  function drawError(error) {
    const known = t(`error.${error.kind}`);
    failed.replaceChildren(h('span', {}, known === `error.${error.kind}` ? t('error.internal') : known), h('code', {}, error.message),
      button(t('retry'), () => editor.retry(), { class: 'link' }),
      button(t('error.copy'), () => copyText(`${error.kind}: ${error.message}\n${navigator.userAgent}`), { class: 'link' }));
  }

  return {
    element,
    say,
    update(state, changed) {
      if (changed.has('phase') || changed.has('progress') || changed.has('tally')) {
        const long = state.phase === 'scanning' && state.progress > 0 && state.progress < 1;
        running.hidden = !long && state.phase !== 'stopped';
        progress.value = state.progress;
        stop.hidden = state.phase === 'stopped';
        resume.hidden = !stop.hidden;
        progress.hidden = state.phase === 'stopped';
        const n = state.tally.reduce((sum, some) => sum + some, 0);
        words.textContent = state.phase === 'stopped' ? t('stopped', { n }) : t('annotating', { percent: Math.round(state.progress * 100), n });
      }
      if (changed.has('error') || changed.has('phase')) {
        failed.hidden = state.phase !== 'failed' || !state.error;
        if (state.error) drawError(state.error);
      }
      if (changed.has('saved')) unsaved.hidden = state.saved !== 'failed';
      if (changed.has('pasted')) pasted.hidden = !state.pasted;
      if (changed.has('model') || changed.has('phase')) model.hidden = state.model !== 'missing' || state.phase === 'failed' || state.phase === 'empty';
      if (changed.has('copied')) copied.hidden = !state.copied;
      if (changed.has('newVersion')) version.hidden = !state.newVersion;
      if (changed.has('orphans')) {
        orphans.hidden = !state.orphans;
        orphans.textContent = t('orphans', { n: state.orphans });
      }
      if (changed.has('info') || changed.has('items')) {
        const text = (state.doc?.text ?? '').slice(0, 4000);
        const letters = text.match(/\p{L}/gu)?.length ?? 0, known = text.match(/[\p{Script=Han}A-Za-z]/gu)?.length ?? 0;
        foreign.hidden = state.phase === 'empty' || letters < 40 || known / letters > 0.6;
      }
      if (changed.has('phase') && state.phase === 'done') {
        live.textContent = t('found', { n: state.items.length });
      }
    },
  };
}
