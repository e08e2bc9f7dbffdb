/* Saved articles, what can be read without a network, and the worker that answers then (sw.js). Opened from a disk, on
   plain http or where the browser refuses its storage there is no worker: saved articles are a list of links there. */
(function () {
  'use strict';
  const script = document.currentScript;
  const ROOT = new URL('../', script.src);
  const ON_HOST = /^https?:$/.test(location.protocol) && ROOT.origin === location.origin;
  // as in the worker: several sites may lie below one host
  const NAME = 'clh ' + ROOT.pathname + ' ';
  const LIST = NAME + 'luu';
  const SAVED = LIST;
  const PAGES = NAME + 'trang';

  const byId = id => document.getElementById(id);
  const key = address => address.replace(/[?#].*/, '').replace(/(\/)index\.html$|\.html$/, '$1');
  const address = item => ROOT.href + item.u;
  const here = location.href.replace(/[?#].*/, '');

  function element(name, text, more) {
    const made = document.createElement(name);
    made.textContent = text;
    return Object.assign(made, more);
  }

  function fill(part, lines) {
    const place = part.querySelector('ol');
    place.textContent = '';
    place.append(...lines);
  }

  /* What a part of the page says, without what is for screen readers, and without what a place has become. */
  function text(selector) {
    const found = document.querySelector(selector);
    if (!found) return '';
    const copy = found.cloneNode(true);
    copy.querySelectorAll('.sr, .now').forEach(part => part.remove());
    return copy.textContent.trim().replace(/\s+(?=[\s;])/g, '').replace(/\s+/g, ' ');
  }

  // ---- The list: u address, t title, p place, d date, f pictures, s bytes

  function list() {
    try {
      const items = JSON.parse(window.localStorage.getItem(LIST));
      return Array.isArray(items) ? items.filter(item => item && typeof item.u === 'string' && item.t) : [];
    } catch (refusedOrBroken) {
      return [];
    }
  }

  function write(items) {
    try {
      window.localStorage.setItem(LIST, JSON.stringify(items));
      return true;
    } catch (refused) {
      return false;
    }
  }

  const without = gone => list().filter(item => !gone.some(other => key(other.u) === key(item.u)));
  const saved = () => list().find(item => key(address(item)) === key(here));

  // ---- Copies of articles

  function opened(name) {
    if (!ON_HOST || !window.isSecureContext || !window.caches) return Promise.reject(new Error('no storage'));
    return window.caches.open(name);
  }

  async function load(url) {
    try {
      const answer = await fetch(url);
      if (answer.ok) return answer;
    } catch (lost) {
      // then the page that was read last, if it is still there
    }
    const last = await window.caches.match(key(url), {ignoreVary: true});
    if (!last) throw new Error('not there: ' + url);
    return last;
  }

  async function put(cache, url) {
    const answer = await load(url);
    const body = await answer.blob();
    await cache.put(key(url), new Response(body, {headers: answer.headers}));
    return body.size;
  }

  /* Keeps the page and its pictures; tells how large they are. A picture may be missing, the page may not. */
  async function keep(item) {
    const cache = await opened(SAVED);
    let size = await put(cache, address(item));
    for (const file of item.f || []) {
      try {
        size += await put(cache, ROOT.href + file);
      } catch (e) {
        if (e.name === 'QuotaExceededError') throw e;
      }
    }
    write(list().map(each => key(each.u) === key(item.u) ? Object.assign(each, {s: size}) : each));
    return size;
  }

  /* Deletes the copies that no saved article needs. */
  async function sweep() {
    const cache = await opened(SAVED);
    const wanted = new Set();
    list().forEach(item => [item.u].concat(item.f || []).forEach(uri => wanted.add(key(ROOT.href + uri))));
    const all = await cache.keys();
    await Promise.all(all.filter(request => !wanted.has(request.url)).map(request => cache.delete(request)));
  }

  function article() {
    const pictures = new Set();
    document.querySelectorAll('.article img').forEach(image => {
      const url = image.currentSrc || image.src;
      if (url.startsWith(ROOT.href)) pictures.add(url.slice(ROOT.href.length));
    });
    return {
      u: here.slice(ROOT.href.length),
      t: text('h1'),
      p: text('.place-line'),
      d: text('.date-line time').replace(/^.*?(\d+\/\d+\/\d+).*$/, '$1'),
      f: Array.from(pictures),
      s: 0
    };
  }

  // ---- The worker

  function register() {
    if (!script.dataset.worker || !ON_HOST || !navigator.serviceWorker) return;
    // without a worker everything is as on any other site
    navigator.serviceWorker.register(new URL(script.dataset.worker, ROOT)).catch(() => undefined);
  }

  // What it keeps must not be loaded beside what the reader came for, a search as a rule: on a slow line that took
  // twice as long. On a metered line it waits until the reader wants something of it.
  const QUIET = 5000;
  if (!(navigator.connection && navigator.connection.saveData) || list().length) {
    window.addEventListener('load', () => setTimeout(register, QUIET));
  }

  // ---- The button of an article

  const button = document.querySelector('[data-save]');
  const note = element('p', '', {className: 'save-note'});

  function say(words, more) {
    note.textContent = words + ' ';
    if (more) note.append(element('a', 'Bài đã lưu', {href: ROOT.href + 'da-luu/index.html'}));
  }

  async function save() {
    const item = article();
    if (!write([item].concat(without([item])))) {
      say('Trình duyệt không cho lưu gì trên máy này; có thể bạn đang mở cửa sổ riêng tư.');
      return;
    }
    refresh();
    register();
    if (!ON_HOST) {
      say('Đã lưu vào danh sách.', true);
      return;
    }
    say('Đang lưu…');
    try {
      await keep(item);
      say('Đã lưu, đọc được cả khi không có mạng.', true);
      if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(() => undefined);
    } catch (e) {
      say(e.name === 'QuotaExceededError'
        ? 'Đã ghi vào danh sách, nhưng bộ nhớ của trình duyệt đã đầy nên khi đọc cần có mạng.'
        : 'Đã ghi vào danh sách; khi đọc cần có mạng.', true);
    }
  }

  function unsave() {
    write(without([saved()]));
    refresh();
    say('Đã bỏ lưu.');
    sweep().catch(() => undefined);
  }

  if (button) {
    note.setAttribute('role', 'status');
    button.parentNode.after(note);
    button.hidden = false;
    button.addEventListener('click', () => saved() ? unsave() : save());
  }

  // ---- The page of saved articles

  const page = byId('_bai-da-luu');
  let removed = [];
  let copies = new Map();

  function bytes(size) {
    const number = (value, digits) => value.toLocaleString('vi', {maximumFractionDigits: digits});
    return size < 1e6 ? number(Math.ceil(size / 1000), 0) + ' KB' : number(size / 1e6, 1) + ' MB';
  }

  function remove(items) {
    removed = items;
    write(without(items));
    refresh();
    byId('_hoan-tac').querySelector('button').focus();
  }

  function undo() {
    write(removed.concat(without(removed)));
    removed = [];
    refresh();
    const first = page.querySelector('li a') || page;
    first.focus();
    repair();
  }

  function row(item) {
    const line = document.createElement('li');
    const meta = [item.p, item.d, item.s ? bytes(item.s) : ''].filter(Boolean).join(' · ');
    line.append(
      element('a', item.t, {href: address(item)}),
      element('p', meta, {className: 'meta'}));
    if (ON_HOST && copies.has(item.u)) {
      const there = copies.get(item.u);
      line.append(element('p', there ? 'Đọc được khi không có mạng' : 'Khi đọc cần có mạng',
        {className: there ? 'copy there' : 'copy'}));
    }
    const gone = element('button', 'Bỏ lưu', {type: 'button'});
    gone.append(element('span', ': ' + item.t, {className: 'sr'}));
    gone.addEventListener('click', () => remove([item]));
    line.append(gone);
    return line;
  }

  function showSaved() {
    const items = list();
    const size = items.reduce((sum, item) => sum + (item.s || 0), 0);
    page.hidden = false;
    byId('_chua-luu').hidden = items.length > 0;
    byId('_bo-het').hidden = items.length < 2;
    byId('_tong-so').textContent = items.length
      ? items.length + ' bài' + (size ? ', ' + bytes(size) + ' trong bộ nhớ của trình duyệt' : '') : '';
    byId('_hoan-tac').hidden = !removed.length;
    byId('_hoan-tac').querySelector('span').textContent =
      removed.length === 1 ? 'Đã bỏ lưu: ' + removed[0].t + '.' : 'Đã bỏ lưu ' + removed.length + ' bài.';
    const focused = document.activeElement;
    const line = page.contains(focused) && focused.closest('li');
    const rows = items.map(row);
    fill(page, rows);
    const same = line && rows.find(each => each.firstChild.href === line.firstChild.href);
    if (same) same.querySelector(focused.tagName).focus({preventScroll: true});
  }

  /* Tells which articles have a copy, and gets one for those that have none. */
  async function repair() {
    const cache = await opened(SAVED);
    for (const item of list()) {
      let there = Boolean(await cache.match(key(address(item)), {ignoreVary: true}));
      if (!there && navigator.onLine) {
        try {
          await keep(item);
          there = true;
        } catch (e) {
          // said beside the article
        }
      }
      copies.set(item.u, there);
    }
    refresh();
  }

  if (page) {
    byId('_khong-cho-luu').hidden = write(list());
    byId('_can-mang').hidden = !ON_HOST || Boolean(window.isSecureContext && window.caches);
    byId('_bo-het').addEventListener('click', () => remove(list()));
    byId('_hoan-tac').querySelector('button').addEventListener('click', undo);
    sweep().then(repair).catch(() => { copies = new Map(list().map(item => [item.u, false])); refresh(); });
  }

  // ---- The page that stands in where there is no network

  const offline = byId('_ngoai-tuyen');

  function links(id, items) {
    const section = byId(id);
    section.hidden = !items.length;
    fill(section, items.map(item => {
      const line = document.createElement('li');
      line.append(element('a', item.t, {href: item.href}));
      if (item.more) line.append(element('p', item.more, {className: 'meta'}));
      return line;
    }));
  }

  /* Pages read last, the last one first; their names are their headings. */
  async function lastRead() {
    const cache = await opened(PAGES);
    const found = [];
    for (const request of (await cache.keys()).reverse()) {
      const answer = await cache.match(request, {ignoreVary: true});
      const read = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const home = read.body.classList.contains('page-home');
      const heading = read.querySelector('[class^="page-"] h1');
      if (heading) found.push({href: request.url, t: home ? 'Trang chủ' : heading.textContent.trim()});
    }
    return found;
  }

  async function showOffline() {
    const cache = await opened(SAVED);
    const there = [];
    for (const item of list()) {
      if (await cache.match(key(address(item)), {ignoreVary: true})) {
        there.push({href: address(item), t: item.t, more: [item.p, item.d].filter(Boolean).join(' · ')});
      }
    }
    const read = (await lastRead()).filter(one => !there.some(other => key(other.href) === key(one.href)));
    links('_doc-da-luu', there);
    links('_doc-gan-day', read);
    byId('_co-bai').hidden = there.length + read.length === 0;
    byId('_chua-co-gi').hidden = !byId('_co-bai').hidden;
  }

  function wantedPage() {
    try {
      const url = new URL(decodeURIComponent(location.hash.slice(1)), ROOT).href;
      return location.hash && url.startsWith(ROOT.href) ? url : '';
    } catch (notAnAddress) {
      return '';
    }
  }

  if (offline) {
    const wanted = wantedPage();
    byId('_dang-co-mang').hidden = Boolean(wanted) || !navigator.onLine;
    byId('_thu-lai').hidden = !wanted;
    if (wanted) {
      byId('_thu-lai').querySelector('a').href = wanted;
      window.addEventListener('online', () => location.replace(wanted));
    }
    showOffline().catch(() => { byId('_chua-co-gi').hidden = false; });
  } else if (ON_HOST && !navigator.onLine) {
    const warning = element('p', 'Đang không có mạng. Đây là bản đã giữ trong máy, có thể chưa phải bản mới nhất.',
      {className: 'notice'});
    document.querySelector('main').prepend(warning);
    window.addEventListener('online', () => warning.remove());
  }

  // ---- What every page shows of it

  function refresh() {
    const count = list().length;
    document.querySelectorAll('[data-saved-count]').forEach(link => {
      link.textContent = 'Bài đã lưu' + (count ? ' (' + count + ')' : '');
    });
    if (button) button.setAttribute('aria-pressed', String(Boolean(saved())));
    if (page) showSaved();
  }

  // another tab, or a page that comes back as it was left
  window.addEventListener('storage', event => { if (event.key === LIST || event.key === null) refresh(); });
  window.addEventListener('pageshow', event => { if (event.persisted) refresh(); });
  refresh();
}());
