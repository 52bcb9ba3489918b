/** The wasm module, for people. Offsets are UTF-16 units unless a name says otherwise; errors are Errors with a `kind`. */

export type AnnotationType = 'figure' | 'date' | 'organization';
export type Role =
  | 'title' | 'dateline' | 'byline' | 'heading' | 'paragraph' | 'caption' | 'credit' | 'list-item' | 'table'
  | 'boilerplate' | 'related';
export type Hint =
  | 'title' | 'heading' | 'paragraph' | 'list-item' | 'table' | 'caption' | 'quote' | 'time' | 'navigation';
export type ErrorKind = 'too-long' | 'date' | 'model' | 'import' | 'input' | 'internal';

export interface BlockInput { text: string; hint?: Hint | null }

/** Either `blocks`, or `text`, with `layout` where `Session.blocks()` of the same text is known from before. */
export interface OpenInput {
  text?: string;
  layout?: number[] | Uint32Array;
  blocks?: BlockInput[];
  /** With `text` alone: hard-wrapped paragraphs are put on one line each. */
  unwrap?: boolean;
  /** ISO 8601 day, or day and time; wins over the dateline. */
  published?: string | null;
  lang?: 'zh' | 'en' | null;
}

export interface Info {
  lang: 'zh-Hans' | 'zh-Hant' | 'en';
  /** As given; null where the dateline decides. */
  published: string | null;
  dateline: { published: string; source: 'markup' | 'label' | 'line' | 'agency'; start: number; end: number } | null;
  /** Code points. */
  characters: number;
  title?: string;
}

export interface Annotation {
  id: number;
  /** Code points. */
  start: number;
  end: number;
  start_utf16: number;
  end_utf16: number;
  type: AnnotationType;
  text: string;
  block: number;
  sentence: number;
  origin: 'auto' | 'user' | 'edited' | 'rejected';
  rule?: string;
  attrs: Record<string, any>;
}

export interface ArticleFile {
  format: 'article-annotator';
  version: number;
  tool: { name: string; version: string };
  model?: { name: string; version: string };
  settings: { published?: string; lang?: 'zh' | 'en' };
  lang?: 'zh' | 'en';
  published?: { value: string; source: string; start?: number; end?: number; start_utf16?: number; end_utf16?: number };
  text: string;
  sha256: string;
  blocks: { start: number; end: number; start_utf16: number; end_utf16: number; role: Role; hint?: Hint }[];
  sentences: { start: number; end: number; start_utf16: number; end_utf16: number; block: number }[];
  annotations: Annotation[];
  relations: { type: 'leans-on' | 'when' | 'same-as'; from: number; to: number }[];
}

export interface Filter { types?: AnnotationType[]; roles?: Role[]; origins?: Annotation['origin'][] }

export function version(): string;
/** The file in another format: `json`, `csv`, `jsonl`, `jsonld` or `html`. */
export function exportArticle(article: ArticleFile, format: string, filter?: Filter): string;
/** Reads and checks our own JSON. */
export function importArticle(text: string): ArticleFile;

/** Holds the models; documents are opened from it. */
export class Engine {
  constructor();
  /** Lets it find the figures and dates of a language. */
  addLanguage(lang: 'zh' | 'en'): void;
  /** Lets it find everything; before, it finds nothing but what `addLanguage` allowed. */
  complete(): void;
  /** Adds the tagger of one language and gives its code; documents open already are to be `reset` and scanned again. */
  loadModel(bytes: Uint8Array): 'zh' | 'en';
  open(input: OpenInput): Session;
  /** As `open`, but every block is a paragraph and no date is known until `setPublished` or `finish` is called. */
  begin(input: OpenInput): Session;
  free(): void;
}

/** One open document. */
export class Session {
  text(): string;
  info(): Info;
  /** Four numbers a block: start, end, role (in the order of `Role`), hint (0 none, else its place in `Hint` + 1). */
  blocks(): Uint32Array;
  /** Scans the next blocks, about `bytes` of UTF-8: provisional marks, or undefined when all is scanned. */
  scan(bytes: number): Uint32Array | undefined;
  progress(): number;
  /** The document pass. Four numbers a mark: start, end, type (figure 0, date 1, organization 2), block. */
  finish(): Uint32Array;
  reset(): void;
  annotations(from: number, to: number): Annotation[];
  setPublished(date?: string | null): void;
  /** Replaces one block's text; provisional marks of the new text. `finish` is to follow. */
  editBlock(block: number, text: string): Uint32Array;
  describe(start: number, end: number, type: AnnotationType, trim: boolean): Annotation | undefined;
  article(): ArticleFile;
  free(): void;
}
