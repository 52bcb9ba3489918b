/** Keeps the page for the next time, with or without a network, and tells when a newer build waits. */
import { isSingle } from './resources.js';

const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('annotator-offline', {
  createScriptURL: (/** @type {string} */ url) => {
    if (url !== 'sw.js') throw new TypeError('only the service worker');
    return url;
  },
}) ?? { createScriptURL: (/** @type {string} */ url) => url };

/**
 * @param {(takeOver: () => void) => void} onNewVersion called when a newer build is complete; calling `takeOver`
 *   reloads the page with it
 */
export async function keepOffline(onNewVersion) {
  const container = navigator.serviceWorker;
  // The page in one file needs no keeping, and a page on file:// may not be kept.
  if (!container || !location.protocol.startsWith('http') || isSingle()) return;
  let asked = false;
  container.addEventListener('controllerchange', () => asked && location.reload());
  try {
    const registration = await container.register(policy.createScriptURL('sw.js'));
    /** @param {ServiceWorker | null} worker */
    const tell = (worker) => {
      if (worker?.state !== 'installed' || !container.controller) return;
      onNewVersion(() => {
        asked = true;
        worker.postMessage('take over');
      });
    };
    tell(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing;
      worker?.addEventListener('statechange', () => tell(worker));
    });
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) registration.update().catch(() => {});
    });
  } catch {
    // A private window, a full disk or a browser without service workers: the page works all the same.
  }
}
