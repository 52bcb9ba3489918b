/** Documents in IndexedDB, preferences in localStorage. Every function may fail; the page says so. */

const NAME = 'article-annotator';
const STORE = 'documents';

/** The open connection: a page that is being closed has no time to open one. @type {Promise<IDBDatabase> | undefined} */
let connection;

/** @returns {Promise<IDBDatabase>} */
function database() {
  connection ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => {
      request.result.onclose = request.result.onversionchange = () => {
        request.result.close();
        connection = undefined;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
  connection.catch(() => (connection = undefined));
  return connection;
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} use
 * @returns {Promise<T>}
 */
async function transaction(mode, use) {
  const db = await database();
  return new Promise((resolve, reject) => {
    const tx = db.transaction(STORE, mode, { durability: 'strict' });
    const request = use(tx.objectStore(STORE));
    tx.oncomplete = () => resolve(request.result);
    tx.onabort = tx.onerror = () => reject(tx.error ?? request.error);
  });
}

const PENDING = 'pending';
const PENDING_LIMIT = 1_500_000;

/** Notes a document at once, for a page that may not live until the database answers. @param {StoredDoc} doc */
export function noteDocument(doc) {
  const json = JSON.stringify(doc);
  if (json.length < PENDING_LIMIT) setPreference(PENDING, json);
}

/** Moves a noted document into the database. */
export async function keepNoted() {
  const json = preference(PENDING);
  if (!json) return;
  setPreference(PENDING, '');
  try {
    const doc = JSON.parse(json);
    const known = await transaction('readonly', (store) => store.get(doc.id));
    if (!known || known.updated <= doc.updated) await saveDocument(doc);
  } catch {
    // A damaged note: the document as last saved is still there.
  }
}

/** @param {StoredDoc} doc */
export const saveDocument = (doc) => transaction('readwrite', (store) => store.put(doc));

/** When a document was last written, by whichever tab; 0 where it is not kept. @param {string} id @returns {Promise<number>} */
export const savedAt = (id) => transaction('readonly', (store) => store.get(id)).then((doc) => doc?.updated ?? 0);

/** @param {string} id */
export const removeDocument = (id) => transaction('readwrite', (store) => store.delete(id));

/** Newest first; records that are not ours or are damaged are left out. @returns {Promise<StoredDoc[]>} */
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
