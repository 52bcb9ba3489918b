// A page under test: it fails on any console error, uncaught error, CSP report or request that leaves the site.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { launch, pageUrl } from "../support/browser.js";

let browser;

/** One browser for a file of tests. */
export async function sharedBrowser() {
  browser ??= await launch();
  return browser;
}

test.after?.(async () => browser?.close());

/**
 * Runs a test in a fresh context.
 * @param {object} options of the context; `lang`, `dark`, `narrow` in short; `expected`: patterns of errors that belong to the test
 * @param {(page: import("playwright-core").Page, context: import("playwright-core").BrowserContext) => Promise<void>} body
 */
export async function withPage(options, body) {
  const { lang = "en-GB", dark = false, narrow = false, expected = [], prepare, ...more } = options;
  const context = await (await sharedBrowser()).newContext({
    locale: lang,
    colorScheme: dark ? "dark" : "light",
    viewport: narrow ? { width: 390, height: 844 } : { width: 1400, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
    serviceWorkers: "block",
    ...more,
  });
  const problems = [];
  const watch = (page) => {
    const tell = (what) => /Service Worker registration blocked/.test(what) || expected.some((pattern) => pattern.test(what)) || problems.push(what);
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && tell(message.text()));
    page.on("pageerror", (error) => tell(`${error.message}\n${error.stack}`));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(pageUrl) && !/^(blob|data):/.test(url)) tell(`request to ${url}`);
    });
  };
  context.on("page", watch);
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (e) => console.error(`CSP ${e.violatedDirective} ${e.blockedURI}`));
  });
  const page = await context.newPage();
  // Long enough for a machine that has other things to do.
  page.setDefaultTimeout(60_000);
  try {
    await prepare?.(page, context);
    await page.goto(pageUrl);
    await page.locator("textarea, .blocks").first().waitFor();
    await body(page, context);
    assert.deepEqual(problems, []);
  } finally {
    await context.close();
  }
}

/** Pastes into what has the focus, as a person would. */
export function paste(page, data) {
  return page.evaluate((data) => {
    const transfer = new DataTransfer();
    for (const [type, value] of Object.entries(data)) transfer.setData(type, value);
    const event = new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, data);
}

/** Drops a file on the page. */
export function drop(page, name, content, type = "text/plain") {
  const bytes = [...(typeof content === "string" ? Buffer.from(content) : content)];
  return page.evaluate(({ name, bytes, type }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(bytes)], name, { type }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, { name, bytes, type });
}

/** Waits until a document is annotated, its values are there and the taggers are settled. */
export async function annotated(page) {
  await page.locator(".work[data-phase=done]:is([data-model=ready], [data-model=missing])").waitFor();
}

/** What the page said last; it stays when the passing note is gone. */
export const said = (page, words) => page.locator(".notices [role=status]", { hasText: words }).waitFor();

/** Lets the page draw what it has been told. */
export const drawn = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** Pastes a text and waits for its annotations. */
export async function open(page, text) {
  await paste(page, { "text/plain": text });
  await annotated(page);
}

/** Opens one of the samples. */
export async function sample(page, id) {
  await page.click(`[data-sample=${id}]`);
  await annotated(page);
}

/** What an export format gives, through the dialog. */
export async function exported(page, format = "json") {
  await page.click(".bar .primary");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(`[data-download=${format}]`)]);
  const content = readFileSync(await download.path(), "utf8");
  await page.keyboard.press("Escape");
  await page.locator("dialog[open]").waitFor({ state: "detached" });
  return { name: download.suggestedFilename(), content };
}

/** The exported file, parsed. */
export async function file(page) {
  return JSON.parse((await exported(page)).content);
}

/** The quotes of a type that hold, in reading order. */
export async function quotes(page, type) {
  const { annotations } = await file(page);
  return annotations.filter((a) => a.type === type && a.origin !== "rejected").map((a) => a.text);
}

/** Selects the nth occurrence of some words in the article, with the mouse's result but not its tremor. */
export async function select(page, words, nth = 0) {
  await page.evaluate(({ words, nth }) => {
    const blocks = [...document.querySelectorAll("[data-block]")];
    for (const block of blocks) {
      for (let at = block.textContent.indexOf(words); at >= 0; at = block.textContent.indexOf(words, at + 1)) {
        if (nth-- > 0) continue;
        const range = document.createRange();
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        let seen = 0, begun = false;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const length = node.nodeValue.length;
          if (!begun && at < seen + length) range.setStart(node, at - seen), (begun = true);
          if (begun && at + words.length <= seen + length) {
            range.setEnd(node, at + words.length - seen);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            block.scrollIntoView({ block: "center" });
            return;
          }
          seen += length;
        }
      }
    }
    throw new Error(`no ${words}`);
  }, { words, nth });
  await page.locator(".selection").waitFor();
}

/** A mark by its words. */
export const mark = (page, words) => page.locator(".blocks mark", { hasText: new RegExp(`^${words}$`) }).first();

/** The page that a user would paste first, where it exists; our own sample otherwise. */
export function seedText() {
  const seed = new URL("../../../shared/seed/article.txt", import.meta.url);
  if (existsSync(seed)) return readFileSync(seed, "utf8");
  console.log("skipped: no ../shared (our own sample stands in)");
  return JSON.parse(readFileSync(new URL("../../www/samples/zh.json", import.meta.url), "utf8")).join("\n");
}
