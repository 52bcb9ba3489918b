/** Documents in IndexedDB, preferences in localStorage. Every function may fail; the page says so. */

const NAME = 'article-annotator';
const STORE = 'documents';

/** @returns {Promise<IDBDatabase>} */
function database() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} use
 * @returns {Promise<T>}
 */
async function transaction(mode, use) {
  const db = await database();
  try {
    return await new Promise((resolve, reject) => {
      const tx = db.transaction(STORE, mode, { durability: 'strict' });
      const request = use(tx.objectStore(STORE));
      tx.oncomplete = () => resolve(request.result);
      tx.onabort = tx.onerror = () => reject(tx.error ?? request.error);
    });
  } finally {
    db.close();
  }
}

/** @param {import('../types.d.ts').StoredDoc} doc */
export const saveDocument = (doc) => transaction('readwrite', (store) => store.put(doc));

/** @param {string} id */
export const removeDocument = (id) => transaction('readwrite', (store) => store.delete(id));

/** Newest first; records that are not ours or are damaged are left out. @returns {Promise<import('../types.d.ts').StoredDoc[]>} */
export async function listDocuments() {
  const all = await transaction('readonly', (store) => store.getAll());
  return all
    .filter((doc) => typeof doc?.id === 'string' && typeof doc.text === 'string' && Array.isArray(doc.corrections))
    .sort((a, b) => b.updated - a.updated);
}

/** @param {string} name @param {string} [fallback] @returns {string} */
export function preference(name, fallback = '') {
  try {
    return localStorage.getItem(`annotator.${name}`) ?? fallback;
  } catch {
    return fallback;
  }
}

/** @param {string} name @param {string} value */
export function setPreference(name, value) {
  try {
    localStorage.setItem(`annotator.${name}`, value);
  } catch {
    // A private window may refuse; preferences are then forgotten, which is what such a window is for.
  }
}
