// Nothing is lost: storage, reload, failures, other documents.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pageUrl } from "../support/browser.js";
import { annotated, drop, mark, open, paste, said, sample, withPage } from "./fixture.js";

/** Changes the worker's script on its way. */
const worker = (page, change) => page.route("**/engine/worker*.js", async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: change(await response.text()) });
});

const saved = (page) => page.locator(".saved[data-state=saved]").waitFor();

test("a reload brings back text, corrections and publication date", () => withPage({}, async (page) => {
  await sample(page, "zh");
  await mark(page, "1035个").click();
  await page.locator("body").press("Delete");
  await mark(page, "1035个").waitFor({ state: "detached" });
  await page.fill("#published", "2025-05-01");
  await page.locator(".published .source", { hasText: "set by you" }).waitFor();
  await saved(page);
  await page.reload();
  await annotated(page);
  assert.equal(await mark(page, "1035个").count(), 0);
  assert.equal(await page.inputValue("#published"), "2025-05-01");
}));

test("a tab killed right after a change loses nothing", () => withPage({}, async (page, context) => {
  await sample(page, "en");
  await page.click(".chip.figure");
  await mark(page, "340 km").click();
  await page.locator("body").press("Escape");
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
  await page.close();
  const again = await context.newPage();
  await again.goto(pageUrl);
  await annotated(again);
  assert.match(await again.locator("h1[data-role=title]").textContent(), /Harwick/);
}));

test("several documents: listed, opened, deleted", () => withPage({}, async (page) => {
  await sample(page, "en");
  await saved(page);
  await page.click("[aria-label='New article']");
  await page.locator(".recent .document").waitFor();
  await open(page, "临江市第二份文件，新增企业30家。");
  await saved(page);
  await page.click("[aria-label=Documents]");
  await page.locator(".dialog .document").nth(1).waitFor();
  await page.click(".dialog .document:has-text('Harwick')");
  await annotated(page);
  assert.match(await page.locator("h1[data-role=title]").textContent(), /Harwick/);
  await page.click("[aria-label=Documents]");
  await page.click(".dialog [aria-label^='Delete “临江市']");
  await page.waitForFunction(() => document.querySelectorAll(".dialog .document").length === 1);
}));

test("what is pasted right after closing, or over a change, stays, and so does the document before it", () => withPage({}, async (page) => {
  await open(page, "临江市新增企业30家，同比增长18%。");
  await page.evaluate(() => document.querySelector(".brand").click());
  await open(page, "第二份文件，新增企业40家。");
  await mark(page, "40家").click();
  await page.keyboard.press("Delete");
  await mark(page, "40家").waitFor({ state: "detached" });
  await open(page, "第三份文件，新增企业50家。");
  await saved(page);
  await page.click("[aria-label=Documents]");
  await page.locator(".dialog .document").nth(2).waitFor();
  await page.click(".dialog .document:has-text('第二份')");
  await annotated(page);
  await page.locator(".removed summary", { hasText: "1" }).waitFor();
}));

test("a browser that refuses to store says so", () => withPage({
  prepare: (page) => page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  }),
}, async (page) => {
  await sample(page, "zh");
  await page.locator(".notice.failed", { hasText: "Not saved" }).waitFor();
  await page.locator(".saved[data-state=failed]").waitFor();
}));

test("a core that does not load leaves the text readable, says why, and is tried again", () => withPage({
  expected: [/Failed to load resource/],
  prepare: (page) => page.route("**/annotator_bg*.wasm", (route) => route.abort()),
}, async (page) => {
  await page.click("[data-sample=zh]");
  await page.locator(".notice.failed", { hasText: "could not be loaded" }).waitFor();
  assert.match(await page.locator(".blocks").textContent(), /临江远航重工/);
  await page.unroute("**/annotator_bg*.wasm");
  await page.click("text=Try again");
  await annotated(page);
  assert.ok(await page.locator(".blocks mark").count() > 10);
}));

test("a worker that traps is replaced and the text is kept", () => withPage({
  prepare: async (page) => {
    await worker(page, (body) => body.replace("finish: () =>", "finish: (args) => args.trap ? trap() :")
      .replace("const VERSION", "const trap = () => { throw new WebAssembly.RuntimeError('unreachable'); };\n  const VERSION"));
    // Only the first worker traps.
    await page.addInitScript(() => {
      let workers = 0;
      window.Worker = class extends Worker {
        number = ++workers;
        postMessage(message, ...rest) {
          super.postMessage(message.op === "finish" && this.number === 1 ? { ...message, args: { trap: true } } : message, ...rest);
        }
      };
    });
  },
}, async (page) => {
  await page.click("[data-sample=zh]");
  await page.locator(".notice.failed", { hasText: "Your text" }).waitFor();
  assert.match(await page.locator(".blocks").textContent(), /临江远航重工/);
  await page.click("text=Try again");
  await annotated(page);
  assert.equal(await page.locator(".work[data-model=ready]").count(), 1);
}));

test("figures and dates are marked before the rest of the core has arrived; organizations follow", () => {
  let arrive;
  const arrived = new Promise((go) => (arrive = go));
  const hold = (route) => arrived.then(() => route.continue());
  return withPage({ prepare: (page) => page.route(/pkg\/annotator_(values|rest)\.wasm/, hold) }, async (page) => {
    await page.click("[data-sample=zh]");
    await page.locator(".blocks mark.figure").first().waitFor();
    await page.locator(".blocks mark.date").first().waitFor();
    assert.equal(await page.locator(".blocks mark.organization").count(), 0);
    arrive();
    await annotated(page);
    assert.ok(await page.locator(".blocks mark.organization").count() > 0);
    // Roles and the publication date came late as well.
    assert.equal(await page.locator(".blocks h1[data-role=title]").count(), 1);
    assert.match(await page.inputValue("#published"), /^\d{4}-\d\d-\d\d$/);
  });
});

test("without the part of the core that finds organizations, figures and dates go on, and that is said", () => withPage({
  expected: [/Failed to load resource/],
  prepare: (page) => page.route("**/pkg/annotator_rest.wasm", (route) => route.abort()),
}, async (page) => {
  await page.click("[data-sample=en]");
  await page.locator(".work[data-phase=done][data-model=absent]").waitFor();
  await page.locator(".notice", { hasText: "Figures and dates are marked" }).waitFor();
  for (const type of ["figure", "date"]) assert.ok(await page.locator(`.blocks mark.${type}`).count() > 0, type);
}));

test("missing organization weights are said and rules go on", () => withPage({
  expected: [/Failed to load resource/],
  prepare: (page) => page.route("**/data/*.model", (route) => route.abort()),
}, async (page) => {
  await sample(page, "zh");
  await page.locator(".notice", { hasText: "Rules alone" }).waitFor();
  assert.ok(await page.locator(".blocks mark.organization").count() > 0);
}));

test("a file that is not ours, damaged or newer is refused in words", () => withPage({}, async (page) => {
  for (const [content, words] of [['{"format":"article-annotator","version":99}', /newer/], ['{"format":"article-annotator","version":1,"text":', /JSON/]]) {
    await drop(page, "x.json", content, "application/json");
    await said(page, words);
  }
}));

test("a long text is usable while it is annotated, can be stopped, and its list is windowed", () => withPage({
  // Slow enough to be stopped on any machine.
  prepare: (page) => worker(page, (body) => body.replace("scan({ bytes }) {", "async scan({ bytes }) { await new Promise((go) => setTimeout(go, 600));")),
}, async (page) => {
  const paragraph = "2024年2月19日，临江市新认定企业525家，同比增长18%，投入3.2亿元，其中星河科技有限公司占三成。";
  await paste(page, { "text/plain": Array.from({ length: 4000 }, (_, i) => `第${i}段 ${paragraph}`).join("\n") });
  await page.locator(".blocks mark").first().waitFor();
  await page.locator(".running", { hasText: "Annotating" }).waitFor();
  await page.click("text=Stop");
  await page.locator(".running", { hasText: "Stopped" }).waitFor();
  await page.locator(".row").first().waitFor();
  assert.ok(await page.locator(".row").count() < 80);
}));

test("two tabs with the same document: the second becomes a copy and nothing is lost", () => withPage({}, async (page, context) => {
  await open(page, "全市新增企业30家，同比增长18%，累计525家。");
  await saved(page);
  const other = await context.newPage();
  await other.goto(pageUrl);
  await annotated(other);
  await mark(page, "18%").click();
  await page.keyboard.press("Delete");
  await mark(page, "18%").waitFor({ state: "detached" });
  await saved(page);
  await mark(other, "30家").click();
  await other.keyboard.press("Delete");
  await other.locator(".notice:not([hidden])", { hasText: "copy" }).waitFor();
  await saved(other);
  await other.click("[aria-label=Documents]");
  await other.locator(".dialog .document").nth(1).waitFor();
}));
