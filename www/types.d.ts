/** Types shared by the modules of the page; the wasm module's own are in src/wasm/types.d.ts. */
import type { Annotation, ArticleFile, BlockInput, Info } from '../src/wasm/types';
export type { Annotation, ArticleFile, BlockInput, Info };

export type Type = 'figure' | 'date' | 'organization';
export type Origin = 'auto' | 'user' | 'edited' | 'rejected';

export interface Engine {
  call(op: string, args?: object): Promise<any>;
  /** Loads what articles in a language need to be marked. */
  ready(lang: string): Promise<void>;
  restart(): void;
}

/** UTF-16 offsets into the text. */
export interface Block { start: number; end: number; role: string }

/** A stretch of a block that is marked. Offsets are UTF-16 units. */
export interface Place { start: number; end: number; type: Type; block: number; key: string; origin: Origin }

/** What the page shows: an annotation after the corrections. Offsets are UTF-16 units. */
export interface Item extends Place {
  text: string;
  /** Start and end in code points. */
  points: [number, number];
  sentence: number;
  attrs: Record<string, any>;
  rule?: string;
  /** The automatic annotation's number, where there is one. */
  auto?: number;
  /** The correction that made it, where there is one. */
  correction?: number;
}

/** A place in the text that is found again after the text or the annotations have changed. */
export interface Anchor { start: number; end: number; type: Type; quote: string; prefix: string; suffix: string }

/** One correction: what it takes away and what it puts there. */
export interface Correction {
  id: number;
  from: Anchor | null;
  to: (Anchor & { attrs: Record<string, any> }) | null;
}

/** What is undone, stored and reopened; never changed in place. */
export interface Doc {
  id: string;
  text: string;
  /** Four numbers a block, as the core gave them; null before the text was opened for the first time. */
  layout: number[] | null;
  /** Blocks of a pasted page, before the first opening. */
  blocks: BlockInput[] | null;
  /** ISO 8601, or null for what the text itself says. */
  published: string | null;
  corrections: Correction[];
}

export interface StoredDoc extends Doc { title: string; updated: number; counts: number[] }

export interface State {
  doc: Doc | null;
  info: Info | null;
  blocks: Block[];
  /** Provisional or final marks, four numbers each: start, end, type, block. */
  marks: Uint32Array;
  items: Item[];
  rejected: Item[];
  orphans: number;
  phase: 'empty' | 'opening' | 'scanning' | 'stopped' | 'done' | 'failed';
  progress: number;
  /** How many of each type there are, or were found so far. */
  tally: number[];
  error: { kind: string; message: string } | null;
  /** The part of the page that the first marks do without. */
  rest: 'coming' | 'there' | 'missing';
  /** The taggers; absent where the core itself lacks what finds organizations. */
  model: 'none' | 'loading' | 'ready' | 'missing' | 'absent';
  saved: 'no' | 'saving' | 'saved' | 'failed';
  undo: number;
  redo: number;
  selected: string | null;
  hovered: string | null;
  editing: number | null;
  shown: Record<Type, boolean>;
  hideExtra: boolean;
  query: string;
  tab: 'list' | 'table' | 'timeline';
  strip: boolean;
  dialog: null | 'help' | 'documents' | 'export';
  documents: StoredDoc[];
  pasted: { plain: string } | null;
  keys: boolean;
  /** Reloads with the newer build, where one waits. */
  newVersion: (() => void) | null;
  /** Another tab had changed the same document: this is a copy of it now. */
  copied: boolean;
}

/** True where one of these keys of the state has changed. */
export type Changed = (...keys: (keyof State)[]) => boolean;

/** A part of the page: hears of every change, and draws what concerns it. */
export interface View { element: HTMLElement; update(state: State, changed: Changed): void }

export interface Store {
  readonly state: State;
  set(patch: Partial<State>): void;
  /** Calls a listener, the only one, with the keys that changed. */
  listen(listener: (changed: Set<string>) => void): void;
}
