// From paste to export, and what lies between.
import assert from "node:assert/strict";
import { test } from "node:test";
import { annotated, drawn, drop, exported, file, open, paste, quotes, said, sample, seedText, withPage } from "./fixture.js";

/** Every span of an exported file covers its quote, in both units. */
function assertSpans({ text, annotations }) {
  const points = [...text];
  for (const a of annotations) {
    assert.equal(text.slice(a.start_utf16, a.end_utf16), a.text);
    assert.equal(points.slice(a.start, a.end).join(""), a.text);
  }
}

test("the first page that a user pastes comes out as JSON whose spans cover their quotes", () => withPage({}, async (page) => {
  const text = seedText();
  await open(page, text);
  const out = await file(page);
  assert.equal(out.text, text.replaceAll("\r\n", "\n"));
  for (const type of ["figure", "date", "organization"]) {
    assert.ok(out.annotations.filter((a) => a.type === type).length >= 5, `few of ${type}`);
  }
  assertSpans(out);
}));

test("emoji, astral characters and CRLF do not move a span", () => withPage({}, async (page) => {
  await open(page, "😀𠮷 发布时间：2024-02-21\r\n新引进青年人才4.04万人😀，同比增长18%。\r\n👨‍👩‍👧 2月19日下午，工信部来访。");
  const out = await file(page);
  assertSpans(out);
  assert.ok(!out.text.includes("\r"));
  assert.ok(out.annotations.some((a) => a.text === "4.04万人" && a.attrs.value === "40400"));
}));

for (const lang of ["zh", "en"]) {
  test(`the ${lang} sample is annotated, listed and counted`, () => withPage({ lang: lang === "zh" ? "zh-CN" : "en-GB" }, async (page) => {
    await sample(page, lang);
    const out = await file(page);
    assertSpans(out);
    assert.equal(out.lang, lang);
    assert.equal(await page.locator(".blocks mark").count(), out.annotations.length);
    const counts = await page.locator(".chip .count").allTextContents();
    assert.deepEqual(counts.map(Number), ["figure", "date", "organization"].map((type) => out.annotations.filter((a) => a.type === type).length));
    assert.ok(await page.getByRole("button", { name: /(figure|date|organization|数字|日期|机构) /i }).count() > 5);
  }));
}

test("the text of every block is the block's text, marks and all", () => withPage({}, async (page) => {
  await sample(page, "zh");
  const out = await file(page);
  const shown = await page.locator("[data-block]").allTextContents();
  assert.deepEqual(shown, out.blocks.map((b) => out.text.slice(b.start_utf16, b.end_utf16)));
}));

test("chips filter the marks, the list and the export", () => withPage({}, async (page) => {
  await sample(page, "zh");
  await page.click(".chip.date");
  assert.equal(await page.locator(".chip.date").getAttribute("aria-pressed"), "false");
  assert.equal(await page.locator(".row.date").count(), 0);
  const line = await page.locator(".blocks mark.date").first().evaluate((e) => getComputedStyle(e).textDecorationLine);
  assert.equal(line, "none");
  await page.click(".bar .primary");
  assert.ok(await page.locator("#visible").isChecked());
  await page.keyboard.press("Escape");
  assert.ok((await file(page)).annotations.every((a) => a.type !== "date"));
}));

test("search narrows the list", () => withPage({}, async (page) => {
  await sample(page, "zh");
  const before = await page.locator(".row").count();
  await page.fill("#search", "1035");
  await page.waitForFunction((n) => document.querySelectorAll(".row").length < n, before);
  assert.match(await page.locator(".row").first().textContent(), /1035/);
  await page.fill("#search", "no such words");
  await page.locator(".empty", { hasText: "Nothing matches" }).waitFor();
}));

test("another publication date moves the relative dates, and undo moves them back", () => withPage({}, async (page) => {
  await open(page, "发布时间：2024-02-21\n昨日，全市召开大会，新增企业30家。");
  const start = async () => (await file(page)).annotations.find((a) => a.text === "昨日").attrs.start;
  assert.equal(await start(), "2024-02-20");
  assert.equal(await page.inputValue("#published"), "2024-02-21");
  await page.fill("#published", "2025-01-01");
  await page.locator(".published .source", { hasText: "set by you" }).waitFor();
  await annotated(page);
  assert.equal(await start(), "2024-12-31");
  await page.locator("body").press("Control+z");
  await page.locator(".published .source", { hasText: "from the article" }).waitFor();
  assert.equal(await start(), "2024-02-20");
}));

test("without a publication date the page says how many dates hang in the air", () => withPage({}, async (page) => {
  await open(page, "昨日，全市召开大会，新增企业30家。上周五又来了40人。");
  await page.locator(".published.missing .source", { hasText: "2 dates cannot be placed" }).waitFor();
  await page.click("text=Today");
  await page.locator(".published .source", { hasText: "set by you" }).waitFor();
}));

test("boilerplate and related blocks can be hidden", () => withPage({}, async (page) => {
  await sample(page, "zh");
  const extra = page.locator("[data-role=boilerplate], [data-role=related]");
  assert.ok(await extra.count() > 0);
  await page.check("#extra");
  assert.equal(await extra.first().isVisible(), false);
  await page.locator("body").press("Control+z");
}));

test("every format is delivered, named after title and date", () => withPage({}, async (page) => {
  await sample(page, "en");
  const csv = await exported(page, "csv");
  assert.match(csv.name, /^2025-03-14 Harwick Marine lifts outlook.*\.csv$/);
  assert.ok(csv.content.startsWith("\ufeff"));
  const lines = (await exported(page, "jsonl")).content.trim().split("\n").map((line) => JSON.parse(line));
  assert.ok(lines[0].label.length > 10);
  const ld = JSON.parse((await exported(page, "jsonld")).content);
  assert.ok(JSON.stringify(ld).includes("TextPositionSelector"));
  assert.match((await exported(page, "html")).content, /<!doctype html>/i);
  await page.click(".bar .primary");
  await page.click("[data-copy=json]");
  await said(page, "Copied");
  assert.equal(JSON.parse(await page.evaluate(() => navigator.clipboard.readText())).format, "article-annotator");
}));

test("the interface speaks Chinese and English and keeps the document", () => withPage({ lang: "zh-CN" }, async (page) => {
  await sample(page, "zh");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-Hans");
  await page.click(".language");
  await page.locator(".chip.figure .name", { hasText: "Figures" }).waitFor();
  assert.ok(await page.locator(".blocks mark").count() > 10);
  assert.equal(await page.evaluate(() => document.activeElement.className), "language");
  await page.reload();
  await annotated(page);
  assert.equal(await page.locator(".chip.figure .name").textContent(), "Figures");
}));

test("web pages keep their structure; plain text is one button away", () => withPage({}, async (page) => {
  const html = "<h1>市场快讯：三季度回暖</h1><p>全市新增企业525家。</p><script>window.hacked = 1</script><ul><li>出口增长18%</li></ul>";
  await paste(page, { "text/html": html, "text/plain": "市场快讯\n全市新增企业525家。\n出口增长18%" });
  await annotated(page);
  assert.equal(await page.locator("h1[data-role=title]").textContent(), "市场快讯：三季度回暖");
  assert.equal(await page.evaluate(() => "hacked" in window), false);
  await page.click("text=Use plain text");
  await annotated(page);
  assert.equal((await file(page)).text, "市场快讯\n全市新增企业525家。\n出口增长18%");
}));

test("a paragraph that was wrapped at a column is one line", () => withPage({}, async (page) => {
  await open(page, "The council voted on Tuesday night to put off the building of a\nferry terminal for ninety days, after staff said the price had\nclimbed to 323 million dollars.\n\nThe mayor disagreed.");
  assert.match(await page.locator("[data-block]").first().textContent(), /of a ferry terminal .* had climbed/);
  assert.ok((await quotes(page, "figure")).includes("323 million dollars"));
}));

test("files open: UTF-8, GB18030; others are named as unreadable", () => withPage({}, async (page) => {
  await drop(page, "gb.txt", new Uint8Array([0xd0, 0xc2, 0xd4, 0xf6, 0xc6, 0xf3, 0xd2, 0xb5, 0x35, 0x32, 0x35, 0xbc, 0xd2, 0xa1, 0xa3]));
  await annotated(page);
  assert.equal(await page.locator("[data-block]").first().textContent(), "新增企业525家。");
  await drop(page, "picture.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xff, 0x00]));
  await said(page, /picture\.png.*GB18030/);
}));

test("nothing found is said", () => withPage({}, async (page) => {
  await open(page, "春风又绿江南岸");
  await page.locator(".empty", { hasText: "Select words" }).waitFor();
}));

test("what is pasted is never run", () => withPage({}, async (page) => {
  const hostile = '<img src=x onerror="window.hacked=1"><svg onload="window.hacked=1"></svg><p>525家<iframe srcdoc="<script>parent.hacked=1</script>"></iframe></p><a href="javascript:window.hacked=1">18%</a><style>@import "https://example.com/x.css"</style>';
  await paste(page, { "text/html": hostile, "text/plain": hostile });
  await annotated(page);
  await drawn(page);
  assert.equal(await page.evaluate(() => "hacked" in window), false);
  assert.equal(await page.locator(".blocks img, .blocks svg, .blocks iframe, .blocks a, .blocks style").count(), 0);
}));
