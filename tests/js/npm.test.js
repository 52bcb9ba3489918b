// The npm package in Node, as `cargo xtask npm` wrote it.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

const PACKAGE = new URL("../../dist/npm/", import.meta.url);
const missing = !existsSync(PACKAGE) && "no dist/npm: cargo xtask npm";
const ARTICLE = "发布时间：2024-02-21\r\n😀临江市新认定高新技术企业525家，青年人才达4.04万人。\r\n周五，临江大学签约。";

test("annotates, exports and opens again", { skip: missing }, async () => {
  const { load, open, version, write } = await import(new URL("index.js", PACKAGE));
  const annotator = await load();
  const article = annotator.annotate(ARTICLE);
  assert.equal(article.text, ARTICLE.replaceAll("\r\n", "\n"));
  assert.equal(article.published.value, "2024-02-21");
  const points = Array.from(article.text);
  for (const a of article.annotations) {
    assert.equal(article.text.slice(a.start_utf16, a.end_utf16), a.text);
    assert.equal(points.slice(a.start, a.end).join(""), a.text);
  }
  const firms = article.annotations.find((a) => a.text === "525家");
  assert.equal(firms.attrs.value, "525");
  assert.deepEqual(open(write(article)), article);
  assert.ok(write(article, "csv").startsWith("\ufeffid,type,"));
  assert.ok(!write(article, "csv", { types: ["figure"] }).includes("525家,525"));
  assert.ok(JSON.parse(write(article, "jsonl")).label.some(([, , label]) => label === "FIGURE"));
  assert.equal(JSON.parse(write(article, "jsonld")).total, article.annotations.length);
  assert.ok(write(article, "html").includes("<table>"));
  assert.equal(version(), JSON.parse(readFileSync(new URL("package.json", PACKAGE), "utf8")).version);
});

test("takes blocks, a date and a language", { skip: missing }, async () => {
  const { load } = await import(new URL("index.js", PACKAGE));
  const rules = await load({ models: [] });
  const article = rules.annotate([{ text: "Sales rose", hint: "title" }, { text: "Sales rose 3.5%." }], { published: "2024-02-21", lang: "en" });
  assert.deepEqual(article.settings, { published: "2024-02-21", lang: "en" });
  assert.deepEqual(article.blocks.map((b) => b.hint), ["title", undefined]);
});

test("says what is wrong by kind", { skip: missing }, async () => {
  const { load, open } = await import(new URL("index.js", PACKAGE));
  const annotator = await load({ models: [] });
  assert.throws(() => annotator.annotate("x", { published: "tomorrow" }), { kind: "date" });
  assert.throws(() => open("{}"), { kind: "import" });
  assert.throws(() => open('{"format":"article-annotator","version":9}'), /version 9/);
});
