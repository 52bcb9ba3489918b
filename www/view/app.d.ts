import type { Item, Store, View } from '../types';
import type { Editor } from '../state/editor.js';

export interface ArticleView extends View {
  beginEdit(block: number): void;
  /** Scrolls to an item, and with `focus` puts the focus there. */
  reveal(item: Item, focus?: boolean): void;
  /** What a selection covers, within one block. */
  selectedOffsets(selection: Selection): { start: number; end: number; block: number } | null;
}

/** What views are made from. */
export interface App {
  store: Store;
  editor: Editor;
  /** Aborted when the interface is built anew. */
  signal: AbortSignal;
  article: ArticleView;
  /** Selects an item and shows it in the article. */
  show(key: string, focus?: boolean): void;
  /** The items that the filters leave, in reading order. */
  visible(): Item[];
  /** True for a block that "hide boilerplate and related" hides. */
  isExtra(block: number): boolean;
  /** Annotates what is selected in the article; false where nothing is. */
  choose(type: number): boolean;
  /** Opens the form with the values of what is selected. */
  editAttributes(): void;
  /** Says something in the live region and in a passing note. */
  say(message: string): void;
  /** Copies a text and says so. */
  copy(text: string): Promise<void>;
  /** Calls back whenever an element has another size. */
  resized(element: Element, then: () => void): void;
  /** Builds the interface again, in the other language. */
  switchLanguage(): void;
  openFiles(files: Iterable<File>): void;
  pasteData(data: DataTransfer): boolean;
}

export type CreateView = (app: App) => View;
