import type { Item, State, Store, View } from '../types';
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
  article?: ArticleView;
  /** Selects an item and shows it in the article. */
  show(key: string, focus?: boolean): void;
  /** The items that the filters leave, in reading order. */
  visible(state: State): Item[];
  /** Says something in the live region and in a passing note. */
  say(message: string): void;
  /** Builds the interface again, in the other language. */
  switchLanguage(): void;
  openFiles(files: Iterable<File>): void;
  pasteData(data: DataTransfer): boolean;
}
