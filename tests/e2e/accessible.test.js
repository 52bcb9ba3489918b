// Every state of the page through axe-core: light and dark, wide and narrow; the keyboard alone; zoom and narrow width.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { annotated, drawn, mark, open, sample, select, withPage } from "./fixture.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The violations of a state, in short. */
async function violations(page, state) {
  // Through the debugger: the page's policy lets nothing else in.
  const client = await page.context().newCDPSession(page);
  await client.send("Runtime.evaluate", { expression: `window.axe ?? (() => { ${axe} })()` });
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.map((v) => `${state}: ${v.id} ${v.nodes.slice(0, 3).map((n) => `${n.target} ${n.any[0]?.message ?? ""}`).join(" | ")}`);
}

/** Every state that a person can bring the page to, one after the other. */
const STATES = [
  ["start", async () => {}],
  ["annotated", (page) => sample(page, "zh")],
  ["figure", async (page) => { await mark(page, "1035个").click(); await page.locator(".details[data-type=figure]").waitFor(); }],
  ["attributes", async (page) => { await page.click("text=Edit values"); await page.locator(".fields").waitFor(); }],
  ["date", async (page) => { await page.keyboard.press("Escape"); await page.locator(".blocks mark.date").nth(2).click(); await page.locator(".details[data-type=date]").waitFor(); }],
  ["organization", async (page) => { await page.click(".details [aria-label=Close]"); await page.locator(".blocks mark.organization").nth(2).click(); await page.locator(".details[data-type=organization]").waitFor(); }],
  ["table", async (page) => { await page.click("#tab-table"); await page.locator(".figures td").first().waitFor(); }],
  ["grouped", async (page) => { await page.check("#by-unit"); await page.locator(".figures .group").first().waitFor(); }],
  ["timeline", async (page) => { await page.click("#tab-timeline"); await page.locator(".chronicle li").first().waitFor(); }],
  ["list, filtered", async (page) => { await page.click("#tab-list"); await page.click(".chip.date"); await page.fill("#search", "企业"); }],
  ["nothing matches", async (page) => { await page.fill("#search", "zzz"); await page.locator(".empty", { hasText: "Nothing matches" }).waitFor(); }],
  ["removed", async (page) => {
    await page.fill("#search", ""); await page.click(".chip.date"); await mark(page, "478家").click();
    await page.locator("body").press("Delete"); await page.locator(".removed summary").click(); await page.locator(".removed button").waitFor();
  }],
  ["selection", (page) => select(page, "柔性产线")],
  ["export", async (page) => { await page.keyboard.press("1"); await page.locator(".details").waitFor(); await page.click(".bar .primary"); await page.locator(".dialog.export[open]").waitFor(); }],
  ["documents", async (page) => { await page.keyboard.press("Escape"); await page.click("[aria-label=Documents]"); await page.locator(".dialog .document").waitFor(); }],
  ["help", async (page) => { await page.keyboard.press("Escape"); await page.locator("body").press("?"); await page.locator(".dialog.help[open]").waitFor(); }],
  ["editing", async (page) => {
    await page.keyboard.press("Escape"); await mark(page, "1867家").click(); await page.locator("body").press("e"); await page.locator(".editing").waitFor();
  }],
  ["English", async (page) => { await page.keyboard.press("Escape"); await page.click(".brand"); await page.locator(".recent .document").waitFor(); await sample(page, "en"); }],
  ["no date", async (page) => { await page.click(".brand"); await open(page, "昨日，全市新增企业30家。"); await page.locator(".published.missing").waitFor(); }],
];

for (const [dark, narrow] of [[false, false], [true, false], [false, true], [true, true]]) {
  test(`axe finds nothing, ${dark ? "dark" : "light"} and ${narrow ? "narrow" : "wide"}`, () => withPage({ dark, narrow, reducedMotion: "reduce" }, async (page) => {
    const all = [];
    for (const [name, go] of STATES) {
      await go(page);
      await drawn(page);
      all.push(...await violations(page, name));
    }
    assert.deepEqual(all, []);
  }));
}

test("axe finds nothing when the core has failed", () => withPage({
  expected: [/Failed to load resource/],
  prepare: (page) => page.route("**/annotator_bg*.wasm", (route) => route.abort()),
}, async (page) => {
  await page.click("[data-sample=zh]");
  await page.locator(".notice.failed", { hasText: "could not be loaded" }).waitFor();
  assert.deepEqual(await violations(page, "failed"), []);
}));

test("at 320 pixels nothing needs sideways scrolling", () => withPage({ viewport: { width: 320, height: 640 } }, async (page) => {
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  assert.ok(await fits(), "start");
  await sample(page, "en");
  for (const tab of ["list", "table", "timeline"]) {
    await page.click(`#tab-${tab}`);
    assert.ok(await fits(), tab);
  }
  await page.locator(".blocks mark").first().click();
  await page.click("text=Edit values");
  assert.ok(await fits(), "details");
  await page.keyboard.press("Escape");
  await page.click(".bar .primary");
  assert.ok(await fits(), "export");
}));

test("the keyboard alone goes from a sample to an exported correction", () => withPage({}, async (page) => {
  for (let i = 0; i < 12 && await page.evaluate(() => document.activeElement.dataset.sample !== "zh"); i++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await annotated(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  const focused = () => page.evaluate(() => [document.activeElement.tagName, document.activeElement.textContent]);
  const [tag, words] = await focused();
  assert.equal(tag, "MARK");
  await page.keyboard.press("k");
  assert.notEqual((await focused())[1], words);
  await page.keyboard.press("j");
  await page.keyboard.press("2");
  await page.locator(".details[data-type=date]").waitFor();
  assert.equal((await focused())[0], "MARK");
  await page.keyboard.press("Enter");
  await page.locator(".fields").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "field-kind");
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.id), "search");
  await page.keyboard.type("12");
  await page.keyboard.press("ArrowDown");
  assert.match(await page.evaluate(() => document.activeElement.className), /row/);
}));

test("single keys are silent in text fields and can be turned off", () => withPage({}, async (page) => {
  await sample(page, "zh");
  await page.locator("#search").fill("");
  await page.keyboard.type("j?");
  assert.equal(await page.inputValue("#search"), "j?");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await page.uncheck("#keys");
  await page.keyboard.press("Escape");
  await page.locator("body").press("?");
  assert.equal(await page.locator("dialog[open]").count(), 0);
}));

test("the article is one tab stop", () => withPage({}, async (page) => {
  await sample(page, "zh");
  await page.locator(".blocks mark[tabindex='0']").waitFor();
  assert.equal(await page.locator(".blocks [tabindex='0']").count(), 1);
  assert.equal(await page.locator(".rows [tabindex='0']").count(), 1);
}));

test("forced colours keep the marks", () => withPage({ forcedColors: "active" }, async (page) => {
  await sample(page, "en");
  const style = await page.locator(".blocks mark.figure").first().evaluate((e) => getComputedStyle(e).textDecorationLine);
  assert.equal(style, "underline");
}));

test("print shows the article and its marks alone", () => withPage({}, async (page) => {
  await sample(page, "zh");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".panel").isVisible(), false);
  assert.equal(await page.locator(".bar").isVisible(), false);
  assert.ok(await page.locator(".blocks mark").first().isVisible());
}));

test("the focus is never lost: after a deletion, a sort, a choice in the table, a restored or removed row", () => withPage({}, async (page) => {
  await sample(page, "zh");
  const focused = () => page.evaluate(() => [document.activeElement.tagName, document.activeElement.textContent.trim()]);
  await mark(page, "1035个").click();
  await mark(page, "1035个").focus();
  await page.keyboard.press("Delete");
  await mark(page, "1035个").waitFor({ state: "detached" });
  assert.equal((await focused())[0], "MARK");
  await page.keyboard.press("j");
  await page.locator(".details").waitFor();
  assert.equal((await focused())[0], "MARK");
  await page.locator(".details button", { hasText: "Delete" }).focus();
  await page.keyboard.press("Enter");
  await page.locator(".removed summary", { hasText: "2" }).waitFor();
  await page.locator(".details").waitFor({ state: "hidden" });
  assert.notEqual((await focused())[0], "BODY");
  await page.locator(".removed summary").press("Enter");
  await page.locator(".removed button").first().press("Enter");
  await page.locator(".removed summary", { hasText: "1" }).waitFor();
  assert.equal((await focused())[0], "BUTTON");
  await page.click("#tab-table");
  await page.locator(".figures th.value button").press("Enter");
  assert.deepEqual(await focused(), ["BUTTON", "Value"]);
  await page.locator(".figures td button").nth(3).press("Enter");
  await page.locator(".figures tr.selected").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.closest("tr").className), "selected");
}));
