// <article-annotator>, the npm package's element, on the package's own example page.
import assert from "node:assert/strict";
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../support/browser.js";

const PACKAGE = new URL("../../dist/npm/", import.meta.url);
const TYPES = { html: "text/html", js: "text/javascript", wasm: "application/wasm" };
const skip = !existsSync(PACKAGE) && "no dist/npm: cargo xtask npm";
let browser;
after(() => browser?.close());

test("the element marks the article inside it and gives it out", { skip }, async () => {
  const server = createServer((request, response) => {
    const file = fileURLToPath(new URL(`.${new URL(request.url, "http://x").pathname}`, PACKAGE));
    response.setHeader("content-type", TYPES[file.split(".").pop()] ?? "application/octet-stream");
    createReadStream(file).on("error", () => response.writeHead(404).end()).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    browser = await launch();
    const page = await browser.newPage();
    const problems = [];
    page.on("pageerror", (error) => problems.push(error.message));
    await page.goto(`http://127.0.0.1:${server.address().port}/example.html`);
    const mark = page.locator("article-annotator mark.figure", { hasText: "52家" }).first();
    await mark.waitFor();
    assert.match(await mark.getAttribute("title"), /52.*count/);
    const view = page.locator("article-annotator");
    assert.equal(await view.evaluate((e) => e.shadowRoot.querySelector("h1").textContent), "临江市新认定高新技术企业52家");
    const text = await view.evaluate((e) => e.article.text);
    assert.ok(text.includes("同比增长18%"));
    await view.evaluate((e) => e.setAttribute("hide", "figure"));
    assert.equal(await page.locator("article-annotator mark.figure").count(), 0);
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("button").click()]);
    assert.equal(download.suggestedFilename(), "article.csv");
    assert.deepEqual(problems, []);
  } finally {
    server.close();
  }
});
