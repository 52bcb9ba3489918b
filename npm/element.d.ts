import type { Annotation, ArticleFile } from './index.d.ts';

/** `<article-annotator>`: shows the article inside it with its annotations. Importing the module defines it. */
export class ArticleAnnotatorElement extends HTMLElement {
  /** What is shown; setting it shows another article, such as a corrected one. */
  article: ArticleFile | null;
  /** Annotates the content again; needed only where the children changed. */
  annotate(): Promise<void>;
}

declare global {
  interface HTMLElementTagNameMap { 'article-annotator': ArticleAnnotatorElement }
  interface HTMLElementEventMap {
    annotated: CustomEvent<ArticleFile>;
    select: CustomEvent<Annotation>;
  }
}
