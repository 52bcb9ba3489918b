// What is pasted or opened, read into text or blocks. HTML is walked over a stand-in for the browser's document.
import assert from "node:assert/strict";
import { test } from "node:test";

import { decode } from "../../www/ingest/decode.js";
import { blocksOf } from "../../www/ingest/html.js";
import { readMarkdown } from "../../www/ingest/markdown.js";
import { readFile } from "../../www/ingest/file.js";

/** A node of the stand-in: e("p", {class: "x"}, "text", e("br")). */
function e(tag, attributes, ...children) {
  const node = {
    nodeType: 1,
    tagName: tag.toUpperCase(),
    getAttribute: (name) => attributes?.[name] ?? null,
    childNodes: children.map((c) => (typeof c === "string" ? { nodeType: 3, nodeValue: c, textContent: c } : c)),
    get children() { return this.childNodes.filter((c) => c.nodeType === 1); },
    get textContent() { return this.childNodes.map((c) => c.textContent).join(""); },
  };
  for (const child of node.childNodes) child.parentNode = node;
  return node;
}
const read = (...children) => blocksOf(e("body", null, ...children)).map((b) => [b.hint, b.text]);

test("headings, paragraphs, lists, tables and captions become blocks with their hints", () => {
  assert.deepEqual(read(
    e("h1", null, "港口  扩建\n获批"),
    e("div", null, e("p", null, "第一段，", e("b", null, "12亿元"), "。"), e("p", null, "第二段。")),
    e("h2", null, "背景"),
    e("ul", null, e("li", null, "一期"), e("li", null, "二期")),
    e("table", null, e("tbody", null, e("tr", null, e("th", null, "年份"), e("th", null, "产量")), e("tr", null, e("td", null, "2023"), e("td", null, "35万吨")))),
    e("figure", null, e("img", { src: "x" }), e("figcaption", null, "图为码头。")),
    e("blockquote", null, e("p", null, "引语。")),
  ), [
    ["title", "港口 扩建 获批"], ["paragraph", "第一段，12亿元。"], ["paragraph", "第二段。"], ["heading", "背景"],
    ["list-item", "一期"], ["list-item", "二期"], ["table", "年份\t产量"], ["table", "2023\t35万吨"],
    ["caption", "图为码头。"], ["paragraph", "引语。"],
  ]);
});

test("scripts, hidden elements and buttons are dropped, navigation keeps its role", () => {
  assert.deepEqual(read(
    e("nav", null, e("ul", null, e("li", null, "首页"))),
    e("script", null, "alert(1)"), e("style", null, "p{}"), e("p", { hidden: "" }, "a"), e("div", { style: "display: none" }, "b"),
    e("span", { "aria-hidden": "true" }, "c"), e("button", null, "分享"),
    e("p", null, "正文。"), e("div", { class: "share-bar" }, "微信"), e("footer", null, e("p", null, "版权所有")),
  ), [["navigation", "首页"], ["paragraph", "正文。"], ["navigation", "微信"], ["navigation", "版权所有"]]);
});

test("line breaks and loose text separate blocks; layout tables are walked through", () => {
  assert.deepEqual(read(e("div", null, "甲", e("br"), e("br"), "乙", e("p", null, "丙"), "丁")),
    [[null, "甲"], [null, "乙"], ["paragraph", "丙"], [null, "丁"]]);
  assert.deepEqual(read(e("table", null, e("tr", null, e("td", null, e("ul", null, e("li", null, "栏目"))), e("td", null, e("p", null, "正文。"))))),
    [["list-item", "栏目"], ["paragraph", "正文。"]]);
  assert.deepEqual(read(e("pre", null, "一\n二")), [[null, "一"], [null, "二"]]);
});

test("a time element gives the page's own stamp", () => {
  assert.deepEqual(read(e("p", null, e("time", { datetime: "2024-02-21T15:34" }, "Feb 21, 2024"))), [["time", "Feb 21, 2024"]]);
  assert.deepEqual(read(e("div", null, "By Ann Lee · ", e("time", { datetime: "2024-02-21" }, "3 hours ago"))),
    [[null, "By Ann Lee · 3 hours ago"], ["time", "2024-02-21"]]);
});

test("files: UTF-8, GB18030 and Big5 are told apart", () => {
  const gb = Uint8Array.from([0xbd, 0xad, 0xcb, 0xd5, 0xb5, 0xc4, 0xb9, 0xab, 0xcb, 0xbe]); // 江苏的公司
  assert.deepEqual(decode(gb), { text: "江苏的公司", encoding: "GB18030" });
  const big5 = Uint8Array.from([0xa4, 0xa4, 0xb0, 0xea, 0xaa, 0xba, 0xa4, 0xbd, 0xa5, 0x71]); // 中國的公司
  assert.deepEqual(decode(big5), { text: "中國的公司", encoding: "Big5" });
  assert.deepEqual(decode(new TextEncoder().encode("\ufeff中国")), { text: "中国", encoding: "" });
  assert.throws(() => decode(Uint8Array.from([0xff, 0, 0, 0x80])), { kind: "encoding" });
});

test("Markdown", () => {
  assert.deepEqual(readMarkdown("# 标题\n\n第一行\n第二行，**3家**。\n\n- 甲\n- 乙\n\n> 引\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n## 小标题\n[链接](http://x)").map((b) => [b.hint, b.text]), [
    ["title", "标题"], [null, "第一行第二行，3家。"], ["list-item", "甲"], ["list-item", "乙"], ["quote", "引"],
    ["table", "a\tb"], ["table", "1\t2"], ["heading", "小标题"], [null, "链接"],
  ]);
});

test("JSON: our own file is handed on, an article's fields are read", async () => {
  const file = (text, name = "a.json") => readFile(new File([text], name));
  assert.deepEqual(await file('{"format": "article-annotator", "version": 1}'), { json: '{"format": "article-annotator", "version": 1}' });
  assert.deepEqual(await file('{"title": "题", "date": "2024-02-21", "content": "正文。"}'), { text: "题\nPublished: 2024-02-21\n正文。" });
  assert.deepEqual(await file("正文。", "a.txt"), { text: "正文。" });
});
