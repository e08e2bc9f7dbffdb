/*
 * What was typed and not yet saved, in the browser's own store (IndexedDB), so that neither a crash nor a closed lid loses it.
 * Each tab keeps its own; what was given up on purpose stays in "old" for a while.
 */

const KEPT = 20;
let opening = null;

function database() {
  opening ||= new Promise((resolve, reject) => {
    const request = indexedDB.open('bien-tap', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('drafts', { keyPath: ['path', 'tab'] }).createIndex('path', 'path');
      request.result.createObjectStore('old', { keyPath: 'id', autoIncrement: true }).createIndex('path', 'path');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
  return opening;
}

async function run(store, mode, action) {
  const base = await database();
  return new Promise((resolve, reject) => {
    const transaction = base.transaction(store, mode, { durability: 'strict' });
    const request = action(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

let waiting = null;
let writing = Promise.resolve(true);
let busy = false;

async function work() {
  let kept = true;
  while (waiting) {
    const job = waiting;
    waiting = null;
    try {
      await run('drafts', 'readwrite', job);
    } catch {
      kept = false;
    }
  }
  busy = false;
  return kept;
}

function last(job) {
  waiting = job;
  if (!busy) {
    busy = true;
    writing = work();
  }
  return writing;
}

/** Keeps a draft {path, tab, base, time, …}; the newest wins. Gives false where the browser refused. */
export const keep = draft => last(store => store.put(draft));

/** Forgets this tab's draft of an article. */
export const forget = (path, tab) => last(store => store.delete([path, tab]));

/** All drafts of an article, newest first; none where the browser has no store. */
export async function draftsOf(path) {
  try {
    const all = await run('drafts', 'readonly', store => store.index('path').getAll(path));
    return all.sort((a, b) => b.time - a.time);
  } catch {
    return [];
  }
}

export async function paths() {
  try {
    return [...new Set((await run('drafts', 'readonly', store => store.getAllKeys())).map(key => key[0]))];
  } catch {
    return [];
  }
}

/** Removes one draft, of whatever tab. */
export const drop = draft => run('drafts', 'readwrite', store => store.delete([draft.path, draft.tab])).catch(() => false);

/** Puts a version aside that its writer gave up; the oldest go. */
export async function putAside(version) {
  try {
    const { id, ...content } = version;
    await run('old', 'readwrite', store => store.add({ ...content, aside: Date.now() }));
    const keys = await run('old', 'readonly', store => store.index('path').getAllKeys(version.path));
    for (const key of keys.slice(0, Math.max(0, keys.length - KEPT))) {
      await run('old', 'readwrite', store => store.delete(key));
    }
    return true;
  } catch {
    return false;
  }
}

export async function asideOf(path) {
  try {
    return (await run('old', 'readonly', store => store.index('path').getAll(path))).reverse();
  } catch {
    return [];
  }
}
