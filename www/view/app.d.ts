import type { Item, Store, View } from '../types';
import type { Editor } from '../state/editor.js';

export interface ArticleView extends View {
  /** Scrolls to an item, and with `focus` puts the focus there. */
  reveal(item: Item, focus?: boolean): void;
}

/** What views are made from. */
export interface App {
  store: Store;
  editor: Editor;
  /** Aborted when the interface is built anew. */
  signal: AbortSignal;
  article: ArticleView;
  /** True for a block that "hide boilerplate and related" hides. */
  isExtra(block: number): boolean;
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
  /** Loads the rest of the page, where it is not there yet; undefined, and a notice, where it cannot be had. */
  whole(): Promise<Rest | undefined>;

  /** The rest of the page; what follows is there as soon as it is. */
  rest?: Rest;
  /** Selects an item and shows it in the article. */
  show(key: string, focus?: boolean): void;
  /** The items that the filters leave, in reading order. */
  visible(): Item[];
  /** Annotates what is selected in the article; false where nothing is. */
  choose(type: number): boolean;
  /** Makes a block a text field. */
  beginEdit(block: number): void;
  /** Opens the form with the values of what is selected. */
  editAttributes(): void;
  /** Puts the focus on the first row of the list. */
  enterList?(): void;
}

export type CreateView = (app: App) => View;
