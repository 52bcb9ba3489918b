// The rest of the page, which comes behind the first marks: late, or not at all.
import assert from "node:assert/strict";
import { test } from "node:test";
import { annotated, drop, mark, quotes, sample, withPage } from "./fixture.js";

const REST = /\/rest\.(js|css)$|\.rest\.json$/;

/** Lets the rest of the page wait until it is told to arrive. */
function held() {
  let arrive;
  const arrived = new Promise((go) => (arrive = go));
  return { arrive, prepare: (page) => page.route(REST, (route) => arrived.then(() => route.continue())) };
}

for (const narrow of [false, true]) {
  test(`marks come before the rest of the page, and nothing moves when it arrives, ${narrow ? "narrow" : "wide"}`, () => {
    const { arrive, prepare } = held();
    return withPage({ narrow, prepare }, async (page) => {
      await page.click("[data-sample=zh]");
      for (const type of ["figure", "date"]) await page.locator(`.blocks mark.${type}`).first().waitFor();
      assert.match(await page.locator(".chip.figure .count").textContent(), /^[1-9]/);
      assert.equal(await page.locator(".list, dialog, #published").count(), 0);
      const before = await page.locator(".blocks").boundingBox(), chips = await page.locator(".chips").boundingBox();
      arrive();
      await page.locator("#published").waitFor();
      await annotated(page);
      assert.equal((await page.locator(".blocks").boundingBox()).y, before.y);
      assert.deepEqual(await page.locator(".chips").boundingBox(), chips);
      await mark(page, "1035个").click();
      await page.locator(".details .big").waitFor();
    });
  });
}

test("what is asked for before the rest of the page is there follows when it is: a dialog, a file, the other language", () => {
  const { arrive, prepare } = held();
  return withPage({ prepare }, async (page) => {
    await page.click("[data-help]");
    await drop(page, "notes.md", "# 公报\n\n新增企业525家。", "text/markdown");
    await page.click(".language");
    assert.equal(await page.locator("dialog").count(), 0);
    arrive();
    await page.locator(".dialog.help[open] kbd").first().waitFor();
    await page.locator(".chip.figure .name", { hasText: "数字" }).waitFor({ state: "attached" });
    await page.keyboard.press("Escape");
    await annotated(page);
    assert.deepEqual(await quotes(page, "figure"), ["525家"]);
  });
});

for (const missing of ["rest.js", "rest.css", "i18n/en.rest.json"]) {
  test(`without ${missing} the marks stay, a notice says what is missing, and it is tried again`, () => withPage({
    expected: [/Failed to load resource/],
    prepare: (page) => page.route(`**/${missing}*`, (route) => route.abort()),
  }, async (page) => {
    await page.click("[data-sample=zh]");
    await page.locator(".blocks mark.figure").first().waitFor();
    const notice = page.locator(".notice.failed:visible", { hasText: "Nothing is lost" });
    await notice.waitFor();
    assert.ok(await page.locator(".blocks mark").count() > 10);
    // A dialog cannot come, and must not stand in the way of the next paste.
    await page.click("[aria-label=Documents]");
    await notice.waitFor();
    // What was opened is kept all the same.
    await page.locator(".saved[data-state=saved]").waitFor();
    await page.unroute(`**/${missing}*`);
    await notice.getByRole("button", { name: "Try again" }).click();
    await annotated(page);
    await notice.waitFor({ state: "hidden" });
    await page.locator(".row").first().waitFor();
    await mark(page, "1035个").click();
    await page.locator(".details .big").waitFor();
  }));
}

test("a document opened without the rest of the page is there after a reload", () => withPage({
  expected: [/Failed to load resource/],
  prepare: (page) => page.route("**/rest.js*", (route) => route.abort()),
}, async (page) => {
  await page.click("[data-sample=en]");
  await page.locator(".saved[data-state=saved]").waitFor();
  await page.unroute("**/rest.js*");
  await page.reload();
  await annotated(page);
  assert.match(await page.locator("h1[data-role=title]").textContent(), /Harwick/);
}));

test("only the messages of the language that is spoken are loaded, and the other's are asked for once it is chosen", () => {
  const asked = [];
  return withPage({ prepare: (page) => page.on("request", (request) => asked.push(.../\/i18n\/(.*\.json)$/.exec(request.url())?.slice(1) ?? [])) }, async (page) => {
    await sample(page, "en");
    assert.deepEqual(asked, ["en.json", "en.rest.json"]);
    await page.click(".language");
    await page.locator(".chip.figure .name", { hasText: "数字" }).waitFor();
    assert.deepEqual(asked.slice(2).sort(), ["zh.json", "zh.rest.json"]);
  });
});

test("a language whose messages cannot be had is said, and the page stays as it is", () => withPage({
  expected: [/Failed to load resource/],
  prepare: (page) => page.route("**/i18n/zh.json", (route) => route.abort()),
}, async (page) => {
  await sample(page, "en");
  await page.click(".language");
  await page.locator(".notices [role=status]", { hasText: "other language" }).waitFor();
  assert.equal(await page.locator(".chip.figure .name").textContent(), "Figures");
}));

test("a page whose own language cannot be had speaks the other", () => withPage({
  lang: "zh-CN",
  expected: [/Failed to load resource/],
  prepare: (page) => page.route("**/i18n/zh*.json", (route) => route.abort()),
}, async (page) => {
  await sample(page, "zh");
  assert.equal(await page.locator(".chip.figure .name").textContent(), "Figures");
}));
