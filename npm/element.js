// <article-annotator>: shows the article inside it with its figures, dates and organizations marked.
//
//   <article-annotator published="2024-02-21"><h1>…</h1><p>…</p></article-annotator>
//
// Attributes: published, lang, models ("zh en"; "" for rules alone), hide (types: "date organization").
// Properties: article (the annotated article; may be set), annotator. Events: annotated, select (detail: annotation).
import { load } from './index.js';

const HINTS = { H1: 'title', H2: 'heading', H3: 'heading', H4: 'heading', H5: 'heading', H6: 'heading', LI: 'list-item', TR: 'table', FIGCAPTION: 'caption', BLOCKQUOTE: 'quote', TIME: 'time', NAV: 'navigation' };
const BLOCKS = 'h1,h2,h3,h4,h5,h6,p,li,tr,figcaption,blockquote,time,nav';
const TAGS = { title: 'h1', heading: 'h2' };
const STYLE = `
  :host { display: block; overflow-wrap: anywhere }
  p, h1, h2 { white-space: pre-wrap }
  mark { background: none; color: inherit; cursor: default; text-underline-offset: .2em; text-decoration: underline 2px var(--annotator-figure, #d97706) }
  mark.date { text-decoration: underline dotted 2px var(--annotator-date, #2563eb) }
  mark.organization { text-decoration: underline double 1px var(--annotator-organization, #059669) }
  mark:hover, mark:focus { background: #ffd54a55 }
  .boilerplate, .related { opacity: .6 }`;

const annotators = new Map();
const annotatorFor = models => {
  const key = models.join();
  if (!annotators.has(key)) annotators.set(key, load({ models }));
  return annotators.get(key);
};

export class ArticleAnnotatorElement extends HTMLElement {
  static observedAttributes = ['published', 'lang', 'models', 'hide'];
  #article = null;
  #turn = 0;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
  }

  connectedCallback() {
    // The parser may not have reached the children yet.
    queueMicrotask(() => this.#article ? this.#show() : this.annotate());
  }

  attributeChangedCallback(name) {
    if (!this.isConnected) return;
    if (name === 'hide') this.#show();
    else this.annotate();
  }

  get article() {
    return this.#article;
  }

  set article(article) {
    this.#turn += 1;
    this.#article = article;
    this.#show();
  }

  /** Annotates what stands inside the element; of several calls the last one wins. */
  async annotate() {
    const turn = ++this.#turn;
    try {
      const models = (this.getAttribute('models') ?? 'zh en').split(/\s+/).filter(Boolean);
      const annotator = await annotatorFor(models);
      if (turn !== this.#turn) return;
      const lang = this.getAttribute('lang')?.slice(0, 2);
      this.#article = annotator.annotate(this.#input(), {
        published: this.getAttribute('published'),
        lang: lang === 'zh' || lang === 'en' ? lang : null,
      });
      this.#show();
      this.dispatchEvent(new CustomEvent('annotated', { detail: this.#article }));
    } catch (error) {
      // The article stays readable as it is.
      if (turn === this.#turn) this.shadowRoot.replaceChildren(document.createElement('slot'));
      this.dispatchEvent(new CustomEvent('error', { detail: error }));
    }
  }

  #input() {
    const blocks = [...this.querySelectorAll(BLOCKS)].filter(e => !e.querySelector(BLOCKS));
    if (!blocks.length) return this.textContent.trim();
    return blocks.map(e => ({ text: e.textContent.trim(), hint: HINTS[e.tagName] ?? 'paragraph' })).filter(b => b.text);
  }

  #show() {
    if (!this.#article) return;
    const { text, blocks, annotations } = this.#article;
    const hidden = new Set((this.getAttribute('hide') ?? '').split(/\s+/));
    const shown = annotations.filter(a => a.origin !== 'rejected' && !hidden.has(a.type));
    const style = Object.assign(document.createElement('style'), { textContent: STYLE });
    let next = 0;
    const elements = blocks.map(block => {
      const element = document.createElement(TAGS[block.role] ?? 'p');
      element.className = block.role;
      let at = block.start_utf16;
      for (; next < shown.length && shown[next].start_utf16 < block.end_utf16; next += 1) {
        const a = shown[next];
        if (a.start_utf16 < at) continue;
        element.append(text.slice(at, a.start_utf16), this.#mark(a));
        at = a.end_utf16;
      }
      element.append(text.slice(at, block.end_utf16));
      return element;
    });
    this.shadowRoot.replaceChildren(style, ...elements);
  }

  #mark(a) {
    const { kind, canonical, value, min, max, unit, edtf } = a.attrs;
    const range = min || max ? `${min ?? ''} – ${max ?? ''}` : undefined;
    const mark = Object.assign(document.createElement('mark'), {
      className: a.type,
      textContent: a.text,
      title: [canonical ?? edtf ?? [value ?? range, unit].filter(Boolean).join(' '), kind].filter(Boolean).join(' · '),
    });
    mark.addEventListener('click', () => this.dispatchEvent(new CustomEvent('select', { detail: a })));
    return mark;
  }
}

customElements.define('article-annotator', ArticleAnnotatorElement);
