// What other packages offer for the same task, each as (text) => number of finds. Bundled for the browser.

import * as chrono from "chrono-node";
import nlp from "compromise";
import * as Recognizers from "@microsoft/recognizers-text-suite";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import initJieba, { cut, tag } from "jieba-wasm";
import jiebaBytes from "./node_modules/jieba-wasm/pkg/web/jieba_rs_wasm_bg.wasm";

const reference = new Date(2024, 1, 21);
let wink;

/** Loads what has to be loaded before the first text. */
export async function prepare() {
  await initJieba({ module_or_path: jiebaBytes });
  wink = winkNLP(model);
  cut("热身", true);
}

/** lang → name → function. */
export const tasks = {
  zh: {
    "chrono-node (dates)": (text) => chrono.zh.hans.parse(text, reference).length,
    "jieba-wasm (words with tags)": (text) => tag(text, true).length,
    "Recognizers-Text (dates)": (text) => Recognizers.recognizeDateTime(text, "zh-cn", 0, reference).length,
    "Recognizers-Text (numbers)": (text) => Recognizers.recognizeNumber(text, "zh-cn").length,
  },
  en: {
    "chrono-node (dates)": (text) => chrono.parse(text, reference).length,
    "compromise (numbers, organizations)": (text) => {
      const doc = nlp(text);
      return doc.numbers().length + doc.organizations().length;
    },
    "wink-nlp (entities)": (text) => wink.readDoc(text).entities().length(),
    "Recognizers-Text (dates)": (text) => Recognizers.recognizeDateTime(text, "en-us", 0, reference).length,
    "Recognizers-Text (numbers)": (text) => Recognizers.recognizeNumber(text, "en-us").length,
  },
};
