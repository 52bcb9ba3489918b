// Corrections: added, changed, taken away, undone, kept through edits, exported with their origin.
import assert from "node:assert/strict";
import { test } from "node:test";
import { annotated, drop, exported, file, mark, open, quotes, sample, select, withPage } from "./fixture.js";

const ARTICLE = "发布时间：2024-02-21\n2月19日下午，镇远市新认定企业525家，同比增长18%。\n星河研究院与525家企业签约，镇远市再增525家。";
const find = async (page, text, nth = 0) => (await file(page)).annotations.filter((a) => a.text === text)[nth];

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
  await page.waitForTimeout(400);
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

test("a composition in progress is not disturbed", () => withPage({}, async (page) => {
  await open(page, ARTICLE);
  await page.locator("[data-block='1']").hover();
  await page.click(".edit-block");
  const client = await page.context().newCDPSession(page);
  await client.send("Input.imeSetComposition", { text: "xin", selectionStart: 3, selectionEnd: 3 });
  await page.waitForTimeout(300);
  await client.send("Input.insertText", { text: "新" });
  await page.waitForTimeout(300);
  assert.match(await page.locator("[data-block='1']").textContent(), /新/);
  await page.keyboard.press("Escape");
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
