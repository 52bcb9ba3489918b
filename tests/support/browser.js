// The system's Chromium through Playwright, and where the page under test is.
//
// `cargo xtask test` sets PAGE_URL (the built page) and CHROMIUM. By hand, with `cargo xtask serve` running:
//   node --test tests/e2e

import { chromium } from "playwright-core";

/** Address of the page under test, with a slash at its end. */
export const pageUrl = process.env.PAGE_URL ?? "http://127.0.0.1:8080/";

/** Headless Chromium without the services that would reach for the network. */
export function launch(options = {}) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    ...options,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...(options.args ?? []),
    ],
  });
}
