/* The site without a network. Everything comes from the host as long as it answers in time; only else from what the
   reader saved or read last, or from the shell: what every page needs, kept from the beginning. */
'use strict';
const VERSION = 'VERSION';
const SHELL = ['SHELL'];
const ROOT = new URL('./', self.location).href;
// several sites may lie below one host; the script of the pages uses the same names
const NAME = 'clh ' + new URL(ROOT).pathname + ' ';
const OLD_SHELL = NAME + 'khung ';
const KEPT = OLD_SHELL + VERSION;
const SAVED = NAME + 'luu';
const PAGES = NAME + 'trang';
const FILES = NAME + 'tep';
const MOST = {[PAGES]: 30, [FILES]: 60};
const OFFLINE = ROOT + 'ngoai-tuyen.html';
const SEARCH = ROOT + 'tim-kiem/';
const FILE_KINDS = ['style', 'script', 'image', 'font'];
// milliseconds until a page that is at hand is shown instead of a new one that is still to come
const PATIENCE = 3000;

/* One name for a page, whatever a host makes of its address: many lead from x.html to x. */
function key(address) {
  return address.replace(/[?#].*/, '').replace(/(\/)index\.html$|\.html$/, '$1');
}

async function load(event, page) {
  return page && await event.preloadResponse || fetch(event.request);
}

const turns = new Map();

/* One after the other: while a copy is written anew, the old one has gone already, and nobody may look. */
function inTurn(id, work) {
  const mine = Promise.resolve(turns.get(id)).then(work);
  const settled = mine.catch(() => undefined).then(() => turns.get(id) === settled && turns.delete(id));
  turns.set(id, settled);
  return mine;
}

function find(id) {
  return inTurn(id, () => look(id));
}

async function look(id) {
  for (const cacheName of [SAVED, PAGES, KEPT, FILES]) {
    const answer = await caches.match(id, {cacheName, ignoreVary: true});
    if (answer) return answer;
  }
  return undefined;
}

async function placeOf(id, page) {
  for (const cacheName of [KEPT, SAVED]) {
    if (await caches.match(id, {cacheName, ignoreVary: true})) return cacheName;
  }
  return page ? PAGES : FILES;
}

function isSame(before, now) {
  return before && ['etag', 'last-modified'].some(name => {
    const value = now.headers.get(name);
    return value && value === before.headers.get(name);
  });
}

/* Errors, redirects, downloads, what the host wants forgotten, and the search, useless without its index, are not kept. */
async function keep(id, answer, page) {
  const headers = answer.headers;
  const html = /^text\/html/.test(headers.get('content-type'));
  const forgotten = id.startsWith(SEARCH) || /no-store/.test(headers.get('cache-control'));
  if (answer.status !== 200 || answer.redirected || forgotten || html && !page) return;
  // before the page reads of it
  const copy = answer.clone();
  const name = await placeOf(id, page);
  if (page && !html && name !== SAVED) {
    // a document, and none of a saved article
    await copy.body.cancel();
    return;
  }
  // whole, or the copy that is there stays
  const body = await copy.blob();
  const cache = await caches.open(name);
  if (!page && isSame(await cache.match(id, {ignoreVary: true}), answer)) return;
  try {
    await inTurn(id, async () => {
      // what is put in last stands last, and what stands first goes first
      if (MOST[name]) await cache.delete(id, {ignoreVary: true});
      await cache.put(id, new Response(body, {headers}));
    });
    const all = await cache.keys();
    await Promise.all(all.slice(0, Math.max(0, all.length - (MOST[name] || all.length))).map(old => cache.delete(old)));
  } catch (full) {
    // the room is for what readers save themselves
    await Promise.all([PAGES, FILES].map(each => caches.delete(each)));
  }
}

/* The page whose reader made the worker come has been loaded without it. */
async function keepFirst() {
  for (const client of await self.clients.matchAll({type: 'window', includeUncontrolled: true})) {
    if (client.url.startsWith(ROOT)) await keep(key(client.url), await fetch(client.url), true);
  }
}

/* What is at hand, unless there is an answer before. */
function afterAWhile(id, fresh) {
  return new Promise(done => {
    const timer = setTimeout(() => find(id).then(answer => answer && done(answer)), PATIENCE);
    const stop = () => clearTimeout(timer);
    fresh.then(stop, stop);
  });
}

async function respond(event, page) {
  const request = event.request;
  const id = key(request.url);
  const fresh = load(event, page);
  event.waitUntil(fresh.then(answer => keep(id, answer, page)).catch(() => undefined));
  if (id === key(OFFLINE)) {
    // whoever is sent there has waited already
    const answer = await find(id);
    if (answer) return answer;
  }
  try {
    // who asks for the page anew waits for it
    const anew = request.cache === 'no-cache' || request.cache === 'reload';
    const answer = await (anew ? fresh : Promise.race([fresh, afterAWhile(id, fresh)]));
    return answer.status >= 500 && await find(id) || answer;
  } catch (lost) {
    return await find(id) ||
      (page ? Response.redirect(OFFLINE + '#' + encodeURIComponent(request.url.slice(ROOT.length))) : Response.error());
  }
}

self.addEventListener('install', event => event.waitUntil((async () => {
  const cache = await caches.open(KEPT);
  await Promise.all(SHELL.map(async uri => {
    const answer = await fetch(ROOT + uri, {cache: 'no-cache'});
    if (!answer.ok) throw new Error(answer.status + ' ' + uri);
    // a page may not come from an answer that was redirected
    await cache.put(key(ROOT + uri), new Response(await answer.blob(), {headers: answer.headers}));
  }));
  await keepFirst().catch(() => undefined);
  await self.skipWaiting();
})()));

self.addEventListener('activate', event => event.waitUntil((async () => {
  const old = (await caches.keys()).filter(name => name.startsWith(OLD_SHELL) && name !== KEPT);
  await Promise.all(old.map(name => caches.delete(name)));
  // the page is asked for while the worker is still starting
  if (self.registration.navigationPreload) await self.registration.navigationPreload.enable();
  await self.clients.claim();
})()));

self.addEventListener('fetch', event => {
  const request = event.request;
  const page = request.mode === 'navigate';
  if (request.method === 'GET' && request.url.startsWith(ROOT) && !request.headers.has('range') &&
    (page || FILE_KINDS.includes(request.destination) && !request.url.startsWith(SEARCH))) {
    event.respondWith(respond(event, page));
  }
});
