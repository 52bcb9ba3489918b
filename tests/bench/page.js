// The page itself in headless Chromium: from paste to painted marks, typing and scrolling in a long article.
// `cargo xtask bench` runs this; by hand, with `cargo xtask serve` running: node tests/bench/page.js

import { readFile } from "node:fs/promises";
import { launch, pageUrl } from "../support/browser.js";

/** One megabyte, some ten thousand annotations. */
const paragraph = (i) => `The harbour board of Port Ellery met again to weigh what the long winter had left of the old breakwater, and members heard at length from engineers who had walked it at low tide. Repairs to section ${i} would cost £${(i % 90) + 10} million, the Coastal Works Agency said, and nothing could begin before ${1 + (i % 28)} October 2025, when the quarry road opens to lorries of ${20 + (i % 40)} tonnes.`;
const long = Array.from({ length: 2800 }, (_, i) => paragraph(i)).join("\n");
const sample = JSON.parse(await readFile(new URL("../../www/samples/zh.json", import.meta.url), "utf8"));
const article = sample.join("\n").repeat(4).slice(0, 3000);

const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, serviceWorkers: "block", locale: "en-GB" });
const page = await context.newPage();
page.setDefaultTimeout(120_000);
await page.goto(pageUrl);
await page.locator(".work[data-model=ready]").waitFor({ state: "attached" });

const rank = (numbers, share) => numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];
const show = (what, ms, goal) => console.log(`  ${what.padEnd(64)} ${ms.toFixed(1).padStart(8)}  ${goal}`);
const done = () => page.locator(".work[data-phase=done]").waitFor();

/** Pastes, and says when the text and the first marks were painted. */
const paste = (text) => page.evaluate((text) => new Promise((tell) => {
  const times = {};
  const painted = (name) => requestAnimationFrame(() => setTimeout(() => {
    times[name] = performance.now() - begun;
    if (name === "marks") tell(times);
  }));
  const watcher = new MutationObserver(() => {
    const blocks = document.querySelector(".blocks");
    if (!times.text && blocks.firstChild) times.text = 1, painted("text");
    if (!times.marks && blocks.querySelector("mark")) times.marks = 1, watcher.disconnect(), painted("marks");
  });
  watcher.observe(document.body, { childList: true, subtree: true });
  const transfer = new DataTransfer();
  transfer.setData("text/plain", text);
  const begun = performance.now();
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }));
}), text);

const close = async () => {
  await page.click(".brand");
  await page.locator("textarea").waitFor();
};

console.log("\nthe page                                                                 ms       goal");
const warm = [];
for (let i = 0; i < 12; i++) {
  warm.push((await paste(article)).marks);
  await done();
  await close();
}
show("3,000 characters, from paste to painted marks, warm, p50", rank(warm.slice(2), 0.5), "100");

const first = await paste(long);
const begun = performance.now();
await done();
const marks = await page.locator(".chip .count").allTextContents();
console.log(`  1 MB: ${long.length} characters, ${marks.map((n) => Number(n.replaceAll(",", ""))).reduce((a, b) => a + b)} annotations`);
show("1 MB, from paste to painted text", first.text, "");
show("1 MB, from painted text to painted marks", first.marks - first.text, "150");
show("1 MB, from first marks to all values in the list", performance.now() - begun, "");
await page.waitForFunction(() => document.querySelectorAll(".blocks mark").length > 5000);

await page.locator("[data-block='3']").hover();
await page.click(".edit-block");
await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"] });
for (const letter of "About 45 people came on 3 May 2025 to look at it. ") await page.keyboard.type(letter, { delay: 180 });
const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
const keys = traceEvents.filter((e) => e.name === "EventDispatch" && e.args?.data?.type === "input");
const tasks = traceEvents.filter((e) => e.name === "RunTask" && e.ph === "X" && e.tid === keys[0].tid && e.pid === keys[0].pid);
const typed = keys.map((key) => (tasks.find((task) => task.ts <= key.ts && key.ts <= task.ts + task.dur)?.dur ?? 0) / 1000);
const other = tasks.filter((task) => task.ts > keys[0].ts).map((task) => task.dur / 1000);
show("1 MB, a keystroke's task on the main thread, p50", rank(typed, 0.5), "8");
show("1 MB, the longest task while typing", Math.max(...other), "");
await page.keyboard.press("Escape");
await page.locator(".editing").waitFor({ state: "detached" });

const frames = await page.evaluate(() => new Promise((tell) => {
  const times = [];
  let last = performance.now();
  const step = () => {
    const now = performance.now();
    times.push(now - last);
    last = now;
    scrollBy(0, 120);
    if (times.length < 240) requestAnimationFrame(step);
    else tell(times.slice(5));
  };
  requestAnimationFrame(step);
}));
show("1 MB, a frame while scrolling, p95", rank(frames, 0.95), "33");
await browser.close();
