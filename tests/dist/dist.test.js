// What `cargo xtask dist` writes: the site keeps itself for offline use and changes builds only when asked; the page in
// one file works from disk and asks the network for nothing.
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { launch } from "../support/browser.js";
import { serve } from "../support/server.js";

const dist = new URL("../../dist/", import.meta.url);
let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** A page in a fresh profile, and everything that went wrong in it. */
async function fresh() {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const problems = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  return { context, page, problems, requests };
}

/** Opens the Chinese sample and waits until it is annotated. */
async function annotateSample(page) {
  await page.click("[data-sample=zh]");
  await page.locator(".work[data-phase=done]").waitFor();
  assert.ok(await page.locator(".blocks mark").count() > 20);
}

/** Waits until the service worker of this build keeps everything. */
const kept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

test("the page in one file works from disk and connects to nothing", async () => {
  const { context, page, problems, requests } = await fresh();
  const file = pathToFileURL(new URL("annotator.html", dist).pathname).href;
  await page.goto(file);
  await annotateSample(page);
  assert.deepEqual(requests.filter((url) => url !== file && !/^(blob|data):/.test(url)), []);
  assert.deepEqual(problems, []);
  await context.close();
});

test("what is loaded before the first marks keeps within its budget", async () => {
  const site = await serve(new URL("site", dist).pathname);
  const context = await browser.newContext({ locale: "en-GB", serviceWorkers: "block" });
  const toml = await readFile(new URL("../../wasm-pack.toml", import.meta.url), "utf8");
  const budget = Number(/first-marks = ([\d_]+)/.exec(toml)[1].replaceAll("_", ""));
  for (const lang of ["zh", "en"]) {
    const page = await context.newPage();
    // All that comes later never comes.
    const other = lang === "zh" ? "en" : "zh";
    await page.route(new RegExp(`annotator_(${other}|values)\\.|rest\\.|\\.model|icon|manifest`), () => {});
    const loaded = new Set();
    page.on("requestfinished", (request) => loaded.add(new URL(request.url()).pathname));
    await page.goto(site.url);
    await page.click(`[data-sample=${lang}]`);
    await page.locator(".blocks mark.figure").first().waitFor();
    await page.locator(".blocks mark.date").first().waitFor();
    let bytes = 0;
    for (const path of loaded) bytes += brotliCompressSync(await readFile(join(site.directory, path === "/" ? "index.html" : path))).length;
    assert.ok(bytes > 50_000 && bytes <= budget, `${lang}: ${bytes} bytes`);
    await page.close();
  }
  await context.close();
  await site.stop();
});

test("without the rest of the page the site marks all the same, says so, and has it once it can be had", async () => {
  const site = await serve(new URL("site", dist).pathname);
  const rest = /assets\/rest\.[^"]*\.js/.exec(await readFile(new URL("site/index.html", dist), "utf8"))[0];
  site.broken.add(`/${rest}`);
  const context = await browser.newContext({ locale: "en-GB", serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(site.url);
  await page.click("[data-sample=zh]");
  const again = page.locator(".notice:visible", { hasText: "have not arrived" }).getByRole("button");
  await page.locator(".blocks mark").nth(20).waitFor();
  await again.waitFor();
  site.broken.clear();
  await again.click();
  await page.locator(".work[data-phase=done]").waitFor();
  await page.locator(".row").first().waitFor();
  await context.close();
  await site.stop();
});

test("the site works without a network once it was open", async () => {
  const site = await serve(new URL("site", dist).pathname);
  const { context, page, problems } = await fresh();
  await page.goto(site.url);
  await page.locator("[data-sample=zh]").waitFor();
  await kept(page);
  // The first visit is not answered from what is kept: it has to have what it asked for before the network goes.
  await page.waitForLoadState("networkidle");
  await site.stop();
  const again = await context.newPage();
  await again.goto(site.url);
  await annotateSample(again);
  assert.deepEqual(problems, []);
  await context.close();
});

test("a new version waits until it is asked for, and then takes over whole", async () => {
  const folder = await mkdtemp(join(tmpdir(), "dist-"));
  await cp(new URL("site", dist).pathname, folder, { recursive: true });
  const site = await serve(folder);
  const { context, page } = await fresh();
  await page.goto(site.url);
  await page.locator("[data-sample=zh]").waitFor();
  await kept(page);
  await page.reload();

  const change = async (name, from, to) => {
    const text = await readFile(join(folder, name), "utf8");
    assert.ok(text.includes(from), `${name} has ${from}`);
    await writeFile(join(folder, name), text.replace(from, to));
  };
  await change("index.html", "<noscript>", "<noscript>New: ");
  await change("sw.js", "VERSION = '", "VERSION = 'next-");
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const notice = page.locator(".notice:visible", { hasText: "new version" }).getByRole("button");
  await notice.waitFor();
  assert.doesNotMatch(await page.locator("noscript").textContent(), /^New/, "the open page is left as it is");
  await notice.click();
  await page.waitForFunction(() => document.querySelector("noscript")?.textContent.startsWith("New"));
  assert.deepEqual(await page.evaluate(async () => (await caches.keys()).length), 1, "what the old build kept is gone");
  await context.close();
  await site.stop();
  await rm(folder, { recursive: true });
});

test("a build that cannot be had whole is not kept", async () => {
  const site = await serve(new URL("site", dist).pathname);
  const sw = await readFile(new URL("site/sw.js", dist), "utf8");
  const model = /assets\/[^"]*\.model/.exec(sw)?.[0];
  if (model) site.broken.add(`/${model}`);
  const { context, page } = await fresh();
  await page.goto(site.url);
  await page.locator("[data-sample=zh]").waitFor();
  await page.waitForTimeout(1_000);
  const active = await page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active));
  assert.equal(active, !model);
  await annotateSample(page);
  await context.close();
  await site.stop();
});
