/*
 * Offline: keeps the files of one build and answers from them. A newer build waits until the person takes it, so that
 * a page never runs with the files of two builds. `cargo xtask dist` fills in the version and the list; without a list
 * (`cargo xtask serve`) nothing is kept.
 */
'use strict';

const VERSION = 'development';
/** @type {string[]} relative to this file; the page itself is './' */
const FILES = [];
const CACHE = `annotator-${VERSION}`;

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(forget()));
self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const inScope = request.url.startsWith(self.registration.scope);
  if (FILES.length && request.method === 'GET' && inScope) event.respondWith(answer(request));
});

/** All files or none: a build that cannot be had whole is not installed. */
async function keep() {
  const cache = await caches.open(CACHE);
  await Promise.all(FILES.map(async (file) => {
    // A name with a hash in it never changes what it holds: what an older build kept is as good.
    const kept = file === './' ? undefined : await caches.match(file);
    const response = kept ?? await fetch(file, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    await cache.put(file, response);
  }));
}

/** Removes what older builds kept. */
async function forget() {
  for (const name of await caches.keys()) {
    if (name.startsWith('annotator-') && (name !== CACHE || !FILES.length)) await caches.delete(name);
  }
  if (!FILES.length) await self.registration.unregister();
}

/** @param {Request} request */
async function answer(request) {
  const { pathname } = new URL(request.url);
  const page = request.mode === 'navigate' && /\/(index\.html)?$/.test(pathname);
  try {
    const kept = await (await caches.open(CACHE)).match(page ? './' : request, { ignoreSearch: true });
    if (kept) return kept;
  } catch {
    // Storage that cannot be read is as good as none: the network is asked.
  }
  return fetch(request);
}
