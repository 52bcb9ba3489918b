/** What is going on: progress with Stop, errors with a way out, passing notes, and one polite live region. */
import { t, word } from '../i18n/index.js';
import { button, copyText, h } from './dom.js';

/** @param {App} app @returns {View & {say(message: string): void}} */
export function createNotices(app) {
  const { store, editor } = app;
  const link = (/** @type {string} */ key, /** @type {() => unknown} */ press) => button(t(key), press, { class: 'link' });
  const progress = h('progress', { max: 1, value: 0, 'aria-label': t('progress') });
  const stop = link('stop', editor.stop), resume = link('resume', editor.resume);
  const found = h('span'), orphans = h('span'), reason = h('span'), message = h('code');
  const toast = h('div', { class: 'toast', hidden: true, 'aria-hidden': 'true' });
  const live = h('div', { class: 'offscreen', role: 'status', 'aria-live': 'polite' });
  let foreign = false;
  /** @type {number | undefined} */ let timer;

  const usePlain = () => editor.open({ text: store.state.pasted?.plain });
  const reload = () => editor.flush(true).then(() => store.state.newVersion?.());
  const copyError = () => copyText(`${store.state.error?.kind}: ${message.textContent}\n${navigator.userAgent}`);
  const running = (/** @type {State} */ { phase, progress }) => phase === 'stopped' || (phase === 'scanning' && progress > 0 && progress < 1);

  /** When each notice is shown, and what is in it. @type {[string, (state: State) => unknown, ...(Node | string)[]][]} */
  const notices = [
    ['running', running, progress, found, stop, resume],
    ['failed', ({ phase, error }) => phase === 'failed' && error, reason, message, link('retry', editor.retry), link('error.copy', copyError)],
    ['failed', ({ saved }) => saved === 'failed', h('span', {}, t('unsaved')), link('export', () => store.set({ dialog: 'export' }))],
    ['', ({ pasted }) => pasted, h('span', {}, t('pasted.rich')), link('pasted.plain', usePlain),
      button(t('close'), () => store.set({ pasted: null }), { icon: 'close', bare: true })],
    ['failed', ({ rest }) => rest === 'missing', h('span', {}, t('rest.missing')), link('retry', app.whole)],
    ['', ({ model, phase }) => model === 'missing' && phase !== 'failed' && phase !== 'empty', t('model.missing')],
    ['', ({ model, phase }) => model === 'absent' && phase !== 'failed' && phase !== 'empty', t('model.absent')],
    ['', ({ phase }) => foreign && phase !== 'empty', t('foreign')],
    ['', ({ newVersion }) => newVersion, h('span', {}, t('version.new')), link('version.reload', reload)],
    ['', ({ copied }) => copied, t('copied.tab')],
    ['', ({ orphans }) => orphans, orphans],
  ];
  const elements = notices.map(([name, , ...parts]) =>
    h('div', { class: `notice ${name}`, role: name === 'failed' ? 'alert' : undefined, hidden: true }, ...parts));

  /** Few enough letters of our languages to be another. @param {string} text */
  function isForeign(text) {
    const letters = text.match(/\p{L}/gu)?.length ?? 0, known = text.match(/[\p{Script=Han}A-Za-z]/gu)?.length ?? 0;
    return letters >= 40 && known / letters <= 0.6;
  }

  return {
    element: h('section', { class: 'notices', 'aria-label': t('notices') }, ...elements, toast, live),

    say(words) {
      live.textContent = toast.textContent = words;
      toast.hidden = false;
      clearTimeout(timer);
      // Long enough to be read.
      timer = window.setTimeout(() => (toast.hidden = true), 2000 + 60 * words.length);
    },

    update(state, changed) {
      const { phase, error } = state, stopped = phase === 'stopped';
      if (changed('info', 'items')) foreign = isForeign((state.doc?.text ?? '').slice(0, 4000));
      if (changed('phase', 'progress', 'tally')) {
        const n = state.tally.reduce((sum, some) => sum + some, 0);
        progress.value = state.progress;
        progress.hidden = stop.hidden = stopped;
        resume.hidden = !stopped;
        found.textContent = stopped ? t('stopped', { n }) : t('annotating', { percent: Math.round(state.progress * 100), n });
      }
      if (error && changed('error')) {
        reason.textContent = word('error', error.kind) ?? t('error.internal');
        message.textContent = error.message;
      }
      orphans.textContent = t('orphans', { n: state.orphans });
      notices.forEach(([, shown], index) => (elements[index].hidden = !shown(state)));
      if (changed('phase') && phase === 'done') live.textContent = t('found', { n: state.items.length });
    },
  };
}
