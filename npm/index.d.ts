/**
 * Finds the figures, dates and organizations of news articles and resolves each to a value.
 *
 * ```js
 * import { load, write } from 'article-annotator';
 * const annotator = await load();
 * const article = annotator.annotate('全市新引进青年人才达4.04万人。', { published: '2024-02-21' });
 * console.log(article.annotations[0].attrs.value); // "40400"
 * console.log(write(article, 'csv'));
 * ```
 */
import type { Annotation, ArticleFile, BlockInput, Filter } from './engine.d.ts';
export type { Annotation, ArticleFile, BlockInput, Filter };
export type { AnnotationType, ErrorKind, Hint, Role } from './engine.d.ts';

/** Immutable after `load`: one serves any number of articles. */
export class Annotator {
  private constructor();
  /**
   * Annotates a text, or the blocks of a page.
   *
   * Line ends become LF; offsets count into `text` of the result, in code points and, as JavaScript counts, in
   * `start_utf16` and `end_utf16`.
   * @throws an Error whose `kind` is `date`, `too-long` or `input`
   */
  annotate(input: string | BlockInput[], options?: AnnotateOptions): ArticleFile;
}

export interface AnnotateOptions {
  /** When the article was published, `2024-02-21` or `2024-02-21T15:34`; wins over the article's own dateline. */
  published?: string | null;
  /** The article's language; by default each sentence's script decides. */
  lang?: 'zh' | 'en' | null;
}

export interface LoadOptions {
  /** The organization taggers to load; `[]` for rules alone, which need no download beyond the module. Default: both. */
  models?: ('zh' | 'en')[];
  /** The bytes or the response of `annotator_bg.wasm`, where it does not lie beside this package's files. */
  wasm?: BufferSource | Response | Promise<Response> | WebAssembly.Module;
}

/** Loads the WebAssembly module once, and the models. */
export function load(options?: LoadOptions): Promise<Annotator>;

/** An article in a format; what the filter names is left out. `jsonl` is a line for training (doccano, spaCy). */
export function write(article: ArticleFile, format?: 'json' | 'csv' | 'jsonl' | 'jsonld' | 'html', filter?: Filter): string;

/**
 * Opens the JSON that `write`, the page or the command line wrote, corrections included.
 * @throws an Error whose `kind` is `import` and whose message says what is wrong
 */
export function open(json: string): ArticleFile;

/** The version of the module. */
export function version(): string;

/** What a figure is resolved to. Decimals are exact, and strings. */
export interface FigureAttrs {
  kind: 'count' | 'money' | 'percent' | 'percentage-point' | 'ordinal' | 'measure' | 'duration' | 'ratio' | 'multiple'
    | 'fraction' | 'age' | 'temperature' | 'score' | 'other';
  /** In the base unit: 4.04万人 is "40400". */
  value?: string;
  min?: string;
  max?: string;
  unit?: string;
  unit_text?: string;
  /** ISO 4217. */
  currency?: string;
  approx?: true;
  bound?: 'at-least' | 'at-most' | 'more-than' | 'less-than';
  change?: 'increase' | 'decrease' | 'none';
  basis?: 'year-on-year' | 'month-on-month' | 'quarter-on-quarter' | 'cumulative' | 'since';
  since?: string;
  /** The noun that is counted or measured. */
  of?: string;
  scope?: string;
  consecutive?: true;
  /** The id of the date that it holds at. */
  when?: number;
}

/** What a date is resolved to. */
export interface DateAttrs {
  kind: 'date' | 'time' | 'range' | 'duration-anchored' | 'set' | 'vague';
  /** ISO 8601, half open: the first moment, and the first moment after the end. */
  start?: string;
  end?: string;
  /** ISO 8601-2. */
  edtf?: string;
  precision?: string;
  part?: string;
  approx?: true;
  mod?: 'since' | 'before' | 'after' | 'until';
  resolved: 'absolute' | 'publication' | 'context' | 'event' | 'unresolved';
  /** The id of the date that it leans on. */
  leans_on?: number;
  fiscal?: true;
  note?: string;
}

/** What an organization is resolved to. */
export interface OrganizationAttrs {
  kind: 'company' | 'government' | 'party' | 'education' | 'research' | 'health' | 'finance' | 'media' | 'sport' | 'legal'
    | 'military' | 'association' | 'international' | 'other';
  /** The fullest name of the body in the article. */
  canonical: string;
  /** The ids of all its mentions, where there is more than one. */
  mentions?: number[];
  /** Hundredths. */
  confidence?: number;
}
