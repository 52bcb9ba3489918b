// Corrections: added, changed, taken away, undone, kept through edits, exported with their origin.
import assert from "node:assert/strict";
import { test } from "node:test";
import { annotated, drawn, drop, exported, file, mark, open, quotes, sample, select, withPage } from "./fixture.js";

const ARTICLE = "发布时间：2024-02-21\n2月19日下午，镇远市新认定企业525家，同比增长18%。\n星河研究院与525家企业签约，镇远市再增525家。";
const find = async (page, text, nth = 0) => (await file(page)).annotations.filter((a) => a.text === text)[nth];
/** Puts other words in the place of a block's, as by pasting, and stays in it. */
async function rewrite(page, block, text) {
  await page.locator(`[data-block='${block}']`).hover();
  await page.click(".edit-block");
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
}

test("a selection becomes an annotation with values, trimmed at its ends", () => withPage({}, async (page) => {
  await open(page, ARTICLE);
  await page.locator("body").press("Escape");
  await select(page, "镇远市新认定企业");
  await page.locator(".selection button.organization").click();
  await page.locator(".blocks mark[data-origin=user]").waitFor();
  const added = await find(page, "镇远市新认定企业");
  assert.equal(added.origin, "user");
  assert.equal(added.type, "organization");
  assert.equal(added.attrs.canonical, "镇远市新认定企业");
}));

test("number keys annotate a selection and relabel an annotation", () => withPage({}, async (page) => {
  await open(page, ARTICLE);
  await select(page, "镇远市");
  await page.keyboard.press("3");
  await page.locator(".details .origin", { hasText: "yours" }).waitFor();
  assert.equal((await find(page, "镇远市")).type, "organization");
  await page.locator("body").press("2");
  await page.locator(".details[data-type=date]").waitFor();
  assert.equal((await find(page, "镇远市")).type, "date");
}));

test("ends are nudged a character at a time, and never out of the block", () => withPage({}, async (page) => {
  await open(page, ARTICLE);
  await mark(page, "18%").click();
  await page.locator("body").press("[");
  await mark(page, "长18%").waitFor();
  await page.locator("body").press("]");
  await page.locator("body").press("{");
  await mark(page, "18").waitFor();
  assert.equal((await find(page, "18")).origin, "edited");
  for (let i = 0; i < 6; i++) await page.locator("body").press("}");
  await mark(page, "18%。").waitFor();
}));

test("deleted annotations are kept as rejected and can be restored; undo and redo walk the same way", () => withPage({}, async (page) => {
  await open(page, ARTICLE);
  const before = await page.locator(".blocks mark").count();
  await mark(page, "18%").click();
  await page.locator("body").press("Delete");
  await page.waitForFunction((n) => document.querySelectorAll(".blocks mark").length === n - 1, before);
  assert.equal((await find(page, "18%")).origin, "rejected");
  await page.locator("body").press("Control+z");
  await mark(page, "18%").waitFor();
  await page.locator("body").press("Control+Shift+z");
  await mark(page, "18%").waitFor({ state: "detached" });
  await page.click(".removed summary");
  await page.click(".removed button");
  await mark(page, "18%").waitFor();
  assert.equal((await find(page, "18%")).origin, "auto");
}));

test("values are edited by hand and win over the automatic ones", () => withPage({}, async (page) => {
  await open(page, ARTICLE);
  await mark(page, "18%").click();
  await page.click("text=Edit values");
  await page.fill("#field-value", "not a number");
  await page.click(".fields [type=submit]");
  assert.ok(await page.locator("#field-value").isVisible());
  await page.fill("#field-value", "18.5");
  await page.selectOption("#field-basis", "month-on-month");
  await page.click(".fields [type=submit]");
  await page.locator(".details .big", { hasText: "18.5" }).waitFor();
  const { attrs, origin } = await find(page, "18%");
  assert.equal(attrs.value, "18.5");
  assert.equal(attrs.basis, "month-on-month");
  assert.equal(origin, "edited");
}));

test("a correction is applied to all identical places in one step", () => withPage({}, async (page) => {
  await open(page, ARTICLE);
  await select(page, "镇远市");
  await page.keyboard.press("3");
  await page.locator(".details").waitFor();
  await page.click("text=Apply to 1 identical");
  await page.waitForFunction(() => document.querySelectorAll(".blocks mark[data-origin=user]").length === 2);
  await page.locator("body").press("Control+z");
  await page.waitForFunction(() => document.querySelectorAll(".blocks mark[data-origin=user]").length === 1);
}));

test("a block is edited in place; corrections elsewhere keep their place; undo brings the words back", () => withPage({}, async (page) => {
  await open(page, ARTICLE);
  await select(page, "镇远市", 1);
  await page.keyboard.press("3");
  await page.locator(".blocks mark[data-origin=user]").waitFor();
  await page.locator("[data-block='1']").hover();
  await page.click(".edit-block");
  const block = page.locator("[data-block='1']");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("3月5日，新认定企业40家😀，");
  await page.waitForFunction(() => [...CSS.highlights.get("edited-figure") ?? []].some((range) => range.toString() === "40家"));
  await page.keyboard.type("增长7%。");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.querySelector("[data-block='1'] mark"));
  assert.equal(await block.textContent(), "3月5日，新认定企业40家😀，增长7%。");
  const out = await file(page);
  const kept = out.annotations.find((a) => a.origin === "user");
  assert.equal(kept.text, "镇远市");
  assert.equal(out.text.slice(kept.start_utf16, kept.end_utf16), "镇远市");
  assert.ok(out.annotations.some((a) => a.text === "7%"));
  await page.locator("body").press("Control+z");
  await page.waitForFunction(() => document.querySelector("[data-block='1']").textContent.includes("525家"));
  await mark(page, "18%").waitFor();
}));

test("undoing an edit never shows what was corrected away", () => withPage({}, async (page) => {
  await open(page, ARTICLE);
  await mark(page, "18%").click();
  await page.keyboard.press("Delete");
  await mark(page, "18%").waitFor({ state: "detached" });
  await rewrite(page, 2, "另有9家企业落户。");
  await page.keyboard.press("Escape");
  await mark(page, "9家").waitFor();
  await page.evaluate(() => {
    window.flashed = 0;
    const look = () => (window.flashed += [...document.querySelectorAll(".blocks mark")].filter((e) => e.textContent === "18%").length);
    new MutationObserver(look).observe(document.querySelector(".blocks"), { childList: true, subtree: true });
  });
  await page.click("[aria-label=Undo]");
  await mark(page, "星河研究院").waitFor();
  await annotated(page);
  await drawn(page);
  assert.equal(await page.evaluate(() => window.flashed), 0);
}));

test("a composition in progress is not disturbed", () => withPage({}, async (page) => {
  await open(page, ARTICLE);
  await page.locator("[data-block='1']").hover();
  await page.click(".edit-block");
  const client = await page.context().newCDPSession(page);
  await page.keyboard.press("Control+a");
  await client.send("Input.imeSetComposition", { text: "xin", selectionStart: 3, selectionEnd: 3 });
  // Time in which nothing may happen.
  await page.waitForTimeout(300);
  assert.equal(await page.locator("[data-block='1']").textContent(), "xin");
  await client.send("Input.insertText", { text: "新企业7家" });
  await page.waitForFunction(() => CSS.highlights.get("edited-figure")?.size === 1);
  await page.keyboard.press("Escape");
  await mark(page, "7家").waitFor();
  assert.equal(await page.locator("[data-block='1']").textContent(), "新企业7家");
}));

test("an exported file reopens exactly, corrections included", () => withPage({}, async (page) => {
  await sample(page, "zh");
  await mark(page, "1035个").click();
  await page.locator("body").press("Delete");
  await select(page, "柔性产线");
  await page.keyboard.press("3");
  await page.locator(".details").waitFor();
  await page.fill("#published", "2025-05-01");
  await page.locator(".published .source", { hasText: "set by you" }).waitFor();
  await annotated(page);
  const first = (await exported(page)).content;
  await page.click(".brand");
  await drop(page, "again.json", first, "application/json");
  await annotated(page);
  await page.locator(".blocks mark[data-origin=user]").waitFor();
  assert.deepEqual(JSON.parse((await exported(page)).content), JSON.parse(first));
}));

test("buttons pressed faster than the core answers are done one after the other", () => withPage({}, async (page) => {
  await open(page, ARTICLE);
  await mark(page, "18%").click();
  await page.evaluate(() => {
    const start = document.querySelector(".details [aria-label='Start one character earlier']");
    for (let i = 0; i < 3; i++) start.click();
  });
  await mark(page, "比增长18%").waitFor();
  assert.equal((await file(page)).annotations.filter((a) => a.origin === "edited").length, 1);
  await page.evaluate(() => {
    const undo = document.querySelector("[aria-label=Undo]");
    for (let i = 0; i < 3; i++) undo.click();
  });
  await mark(page, "18%").waitFor();
  assert.equal((await find(page, "18%")).origin, "auto");
}));

test("a new publication date is not lost to a correction made at once", () => withPage({}, async (page) => {
  await open(page, "发布时间：2024-02-21\n昨日，全市召开大会，新增企业30家。");
  await mark(page, "30家").click();
  await page.evaluate(() => {
    const published = document.querySelector("#published");
    published.value = "2025-01-01";
    published.dispatchEvent(new Event("change", { bubbles: true }));
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Delete", bubbles: true, cancelable: true }));
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true, bubbles: true, cancelable: true }));
  });
  await page.locator(".published .source", { hasText: "set by you" }).waitFor();
  await page.locator(".row.date .value", { hasText: "2024-12-31" }).waitFor();
  await mark(page, "30家").waitFor();
}));

test("undo right after an edit takes the edit back", () => withPage({}, async (page) => {
  await open(page, ARTICLE);
  await mark(page, "18%").click();
  await page.keyboard.press("Delete");
  await mark(page, "18%").waitFor({ state: "detached" });
  await rewrite(page, 2, "另有9家企业落户。");
  await page.evaluate(() => {
    document.activeElement.blur();
    document.querySelector("[aria-label=Undo]").click();
  });
  await page.waitForFunction(() => document.querySelector("[data-block='2']").textContent.startsWith("星河研究院"));
  await annotated(page);
  assert.equal(await mark(page, "18%").count(), 0);
  await page.click("[aria-label=Redo]");
  await mark(page, "9家").waitFor();
}));

test("a tagger that arrives while a block is edited leaves the words alone and serves the whole text", () => {
  let arrive;
  const arrived = new Promise((go) => (arrive = go));
  return withPage({
    prepare: (page) => page.route("**/data/*.model", (route) => arrived.then(() => route.continue())),
  }, async (page) => {
    await page.click("[data-sample=zh]");
    await page.locator(".work[data-phase=done]").waitFor();
    const block = page.locator("[data-block='2']");
    await rewrite(page, 2, "临江市新增企业77家");
    arrive();
    await annotated(page);
    await page.keyboard.insertText("。");
    await page.keyboard.press("Escape");
    await mark(page, "77家").waitFor();
    await annotated(page);
    assert.equal(await block.textContent(), "临江市新增企业77家。");
    const { annotations, text } = await file(page);
    for (const a of annotations) assert.equal(text.slice(a.start_utf16, a.end_utf16), a.text);
    assert.equal(await page.locator(".blocks mark").count(), annotations.length);
  });
});

test("a paste is undone to the empty sheet and redone", () => withPage({}, async (page) => {
  await open(page, ARTICLE);
  await page.click("[aria-label=Undo]");
  await page.locator("textarea").waitFor();
  await page.click("[aria-label=Redo]");
  await annotated(page);
  await mark(page, "18%").waitFor();
}));
