// Speed in headless Chromium: the engine in its worker, as the page runs it, and other packages in the same browser.
// `cargo xtask bench` builds everything and runs this.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "../support/browser.js";

const { PAGE_URL, BENCH_TEXTS, PEERS } = process.env;
const sizes = ["3k", "100k", "1M"];
const texts = {};
for (const lang of ["zh", "en"]) {
  for (const size of sizes) texts[`${lang}-${size}`] = await readFile(join(BENCH_TEXTS, `${lang}-${size}.txt`), "utf8");
}
// Real news, where there is some.
for (const name of ["zh-news-100k", "zh-news-1M"]) {
  const text = await readFile(join(BENCH_TEXTS, `${name}.txt`), "utf8").catch(() => undefined);
  if (text) texts[name] = text;
}

const browser = await launch();
const page = await browser.newPage();
// An empty page of the same origin, so that nothing but the engine runs.
await page.route("**/bench.html", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>bench</title>" }));
await page.goto(`${PAGE_URL}bench.html`);

const chars = (text) => [...text].length;
const show = (name, what, text, ms, more = "") =>
  console.log(`  ${name.padEnd(12)} ${what.padEnd(40)} ${(chars(text) / ms / 1e3).toFixed(3).padStart(9)} ${ms.toFixed(2).padStart(10)}  ${more}`);

console.log("\nbrowser, the engine in its worker                       M chars/s         ms");
await page.evaluate(async () => {
  const { createEngine } = await import("./engine/client.js");
  const { loadBytes } = await import("./resources.js");
  globalThis.repeat = async (run, limit = 800) => {
    // The browser's clock is coarse: what is quick is run many times between two looks at it.
    const first = performance.now();
    await run();
    const batch = Math.max(1, Math.ceil(20 / Math.max(0.1, performance.now() - first)));
    const times = [];
    const begun = performance.now();
    while (times.length < 3 || performance.now() - begun < limit) {
      const started = performance.now();
      for (let i = 0; i < batch; i++) await run();
      times.push((performance.now() - started) / batch);
      if (performance.now() - begun > 30_000) break;
    }
    // The best: what else the machine does counts as little as it can.
    return Math.min(...times);
  };
  globalThis.engine = createEngine();
  globalThis.loadBytes = loadBytes;
  globalThis.scan = async () => {
    for (let marks = 0; ;) {
      const found = await engine.call("scan", { bytes: 100_000 });
      if (!found.marks) return marks;
      marks += found.marks.length / 4;
    }
  };
  globalThis.annotate = async (text) => {
    await engine.call("open", { text, published: "2024-02-21" });
    await scan();
    return (await engine.call("finish")).length / 4;
  };
});

// Before the part that finds organizations is there, what an open document is scanned for are figures and dates.
for (const [name, text] of Object.entries(texts)) {
  const { ms, found } = await page.evaluate(async (text) => {
    await engine.call("open", { text });
    const found = await scan();
    return { ms: await repeat(() => engine.call("reset").then(scan)), found };
  }, text);
  show(name, "figures and dates, without opening", text, ms, `${found} marks`);
}
await page.evaluate(() => engine.call("complete"));

async function engineRows(what) {
  for (const [name, text] of Object.entries(texts)) {
    const { ms, found } = await page.evaluate(async (text) => {
      const found = await annotate(text);
      return { ms: await repeat(() => annotate(text)), found };
    }, text);
    show(name, what, text, ms, `${found} annotations`);
  }
}
await engineRows("everything, rules alone");
const loaded = await page.evaluate(async () => {
  const times = [];
  for (const name of ["model.zh", "model.en"]) {
    try {
      const bytes = await loadBytes(name);
      const started = performance.now();
      await engine.call("model", { bytes });
      times.push(`${name} ${(bytes.length / 1e3).toFixed(0)} kB in ${(performance.now() - started).toFixed(1)} ms`);
    } catch {
      // Not a model of this build.
    }
  }
  return times;
});
console.log(`  models: ${loaded.join(", ") || "none"}`);
if (loaded.length) await engineRows("everything, with models");

const legs = await page.evaluate(async (text) => {
  await annotate(text);
  const edit = await repeat(() => engine.call("edit", { block: 40, text: "2月19日下午,全市新引进青年人才达4.04万人,同比增长18%。" }));
  const finish = await repeat(() => engine.call("finish"));
  return { edit, finish };
}, texts["zh-100k"]);
console.log(`  one block of zh-100k edited: ${legs.edit.toFixed(2)} ms; the document pass after it: ${legs.finish.toFixed(2)} ms (worker leg included)`);

const memory = await page.evaluate(async (text) => {
  const glue = await (await fetch("pkg/annotator.js")).text();
  const script = document.createElement("script");
  script.textContent = `${glue};globalThis.wasm_bindgen = wasm_bindgen;`;
  document.head.append(script);
  const exports = await wasm_bindgen({ module_or_path: "pkg/annotator_bg.wasm" });
  const empty = exports.memory.buffer.byteLength;
  const core = { ...exports };
  for (const part of ["zh", "en", "values", "rest"]) {
    const { instance } = await WebAssembly.instantiateStreaming(fetch(`pkg/annotator_${part}.wasm`), { core });
    Object.assign(core, instance.exports);
  }
  const engine = new wasm_bindgen.Engine();
  engine.complete();
  for (const name of ["model.zh", "model.en"]) engine.loadModel(await loadBytes(name));
  const loaded = exports.memory.buffer.byteLength;
  const session = engine.open({ text });
  while (session.scan(100_000));
  session.finish();
  return { empty, loaded, full: exports.memory.buffer.byteLength };
}, texts["zh-1M"]);
const mebibytes = (bytes) => (bytes / 2 ** 20).toFixed(1);
console.log(`  wasm memory, MiB: ${mebibytes(memory.empty)} empty, ${mebibytes(memory.loaded)} with the models, ${mebibytes(memory.full)} after zh-1M`);

if (PEERS) {
  console.log("\nbrowser, other packages                                 M chars/s         ms");
  await page.addScriptTag({ path: PEERS });
  await page.evaluate(() => peers.prepare());
  for (const lang of ["zh", "en"]) {
    for (const name of await page.evaluate((lang) => Object.keys(peers.tasks[lang]), lang)) {
      for (const size of sizes) {
        const text = texts[`${lang}-${size}`];
        const { ms, found, error } = await page.evaluate(async ([lang, name, text]) => {
          try {
            const run = peers.tasks[lang][name];
            const started = performance.now();
            const found = run(text);
            const once = performance.now() - started;
            return { found, ms: once > 3_000 ? once : await repeat(() => run(text)) };
          } catch (error) {
            return { error: String(error) };
          }
        }, [lang, name, text]);
        if (error) {
          console.log(`  ${lang}-${size} ${name}: ${error.slice(0, 100)}`);
          break;
        }
        show(`${lang}-${size}`, name, text, ms, `${found} found`);
        // What is slow at one size is not tried at ten times that size.
        if (ms > 4_000) break;
      }
    }
  }
}
await browser.close();
