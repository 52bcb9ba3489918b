// The same page in Firefox, where there is one: annotated, corrected, kept and exported.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { pageUrl } from "../support/browser.js";
import { firefox, launchFirefox } from "../support/firefox.js";

const { found, skip } = firefox();
let browser;
after(() => browser?.close());

test("Firefox annotates a sample, corrects it, edits a block and keeps it", { skip }, async () => {
  browser = await launchFirefox(found);
  await browser.open(pageUrl);
  /** Waits in the page until something is there. */
  const until = (selector, words = "") => browser.run(async (selector, words) => {
    const there = () => [...document.querySelectorAll(selector)].some((e) => e.textContent.includes(words));
    for (let tries = 0; !there(); tries++) {
      if (tries > 600) throw new Error(`no ${selector} ${words}: ${document.body.innerText.slice(0, 400)}`);
      await new Promise((go) => setTimeout(go, 50));
    }
  }, selector, words);
  const click = (selector) => browser.run((selector) => document.querySelector(selector).click(), selector);
  const key = (name) => browser.run((name) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true })) && null, name);
  const annotated = ".work[data-phase=done]:is([data-model=ready], [data-model=missing])";

  await until("[data-sample=en]");
  await click("[data-sample=en]");
  await until(`${annotated} .blocks mark.figure`);
  await click(".blocks mark.figure");
  await until(".details .big");
  await key("Delete");
  await until(".removed summary", "1");

  await browser.run(() => document.querySelector("[data-block='4']").dispatchEvent(new PointerEvent("pointerover", { bubbles: true })) && null);
  await click(".edit-block");
  await browser.run(() => {
    const block = document.querySelector("[data-block='4']");
    if (!block.isContentEditable) throw new Error("not editable");
    block.textContent = "The yard hired 77 welders on 3 May 2025.";
    block.dispatchEvent(new Event("input", { bubbles: true }));
    block.blur();
  });
  await until("[data-block='4'] mark.figure", "77 welders".slice(0, 2));
  await until("[data-block='4'] mark.date", "3 May 2025");
  await until(".saved[data-state=saved]");

  await browser.open(pageUrl);
  await until(`${annotated} [data-block='4'] mark`, "77");
  await until(".removed summary", "1");
  assert.deepEqual(browser.problems, []);
});
