/** The page's types by their bare names, for the comments that type its modules. */
declare global {
  type Annotation = import('./types').Annotation;
  type ArticleFile = import('./types').ArticleFile;
  type BlockInput = import('./types').BlockInput;
  type Info = import('./types').Info;
  type Type = import('./types').Type;
  type Origin = import('./types').Origin;
  type Engine = import('./types').Engine;
  type Block = import('./types').Block;
  type Place = import('./types').Place;
  type Item = import('./types').Item;
  type Anchor = import('./types').Anchor;
  type Correction = import('./types').Correction;
  type Doc = import('./types').Doc;
  type StoredDoc = import('./types').StoredDoc;
  type State = import('./types').State;
  type Changed = import('./types').Changed;
  type View = import('./types').View;
  type Store = import('./types').Store;
  type App = import('./view/app').App;
  type ArticleView = import('./view/app').ArticleView;
  type CreateView = import('./view/app').CreateView;
  type Hint = NonNullable<BlockInput['hint']>;
  type Editor = import('./state/editor.js').Editor;
  type Rest = typeof import('./rest.js');
}
export {};
