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
  // a document, and all those of an article; larger ones would cost the reader more than he asked for
  const DOCUMENT = 5e6;
  const DOCUMENTS = 10e6;
  const METERED = Boolean(navigator.connection && navigator.connection.saveData);

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

  function bytes(size) {
    const number = (value, digits) => value.toLocaleString('vi', {maximumFractionDigits: digits});
    return size < 1e6 ? number(Math.ceil(size / 1000), 0) + ' KB' : number(size / 1e6, 1) + ' MB';
  }

  // ---- The list: u address, t title, p place, d date, f pictures, a documents (u, t, s), s bytes of all

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

  /* All of an answer, or nothing where it is larger: then no more of it is loaded. */
  async function whole(answer, most) {
    const reader = answer.body.getReader();
    const parts = [];
    let size = 0;
    for (;;) {
      const {done, value} = await reader.read();
      if (done) return new Blob(parts);
      size += value.length;
      if (size > most) {
        reader.cancel().catch(() => undefined);
        return null;
      }
      parts.push(value);
    }
  }

  /* Tells how large it is; 0 where it is larger than it may be. */
  async function put(cache, url, most) {
    const answer = await load(url);
    const body = await whole(answer, most);
    if (!body) return 0;
    // those of the compressed answer do not belong to what is kept
    const headers = new Headers(answer.headers);
    headers.delete('content-encoding');
    headers.set('content-length', body.size);
    await cache.put(key(url), new Response(body, {headers}));
    return body.size;
  }

  const isFull = e => e.name === 'QuotaExceededError';

  /* As many of its documents as there is room for; the bytes of each are told, none where it is not there. */
  async function keepDocuments(cache, item) {
    let room = METERED ? 0 : DOCUMENTS;
    let full = false;
    for (const one of item.a) {
      one.s = 0;
      try {
        if (room && !full) one.s = await put(cache, ROOT.href + one.u, Math.min(room, DOCUMENT));
      } catch (e) {
        full = isFull(e);
      }
      room -= one.s;
      if (!one.s) await cache.delete(key(ROOT.href + one.u), {ignoreVary: true});
    }
  }

  /* Keeps the page, its pictures and its documents, and writes down how large they are. The page may not be missing. */
  async function keep(item) {
    const cache = await opened(SAVED);
    let size = await put(cache, address(item), Infinity);
    for (const file of item.f || []) {
      try {
        size += await put(cache, ROOT.href + file, Infinity);
      } catch (e) {
        if (isFull(e)) throw e;
      }
    }
    item.a = item.a || [];
    await keepDocuments(cache, item);
    const sizes = {s: item.a.reduce((sum, one) => sum + one.s, size), a: item.a};
    write(list().map(each => key(each.u) === key(item.u) ? Object.assign(each, sizes) : each));
  }

  /* Deletes the copies that no saved article needs. */
  async function sweep() {
    const cache = await opened(SAVED);
    const wanted = new Set();
    list().forEach(item => [item.u].concat(item.f || [], (item.a || []).map(one => one.u))
      .forEach(uri => wanted.add(key(ROOT.href + uri))));
    const all = await cache.keys();
    await Promise.all(all.filter(request => !wanted.has(request.url)).map(request => cache.delete(request)));
  }

  /* Files to take away, those below the article and those that its text leads to. */
  function documents() {
    const found = new Map();
    ['.files a', '.prose a'].forEach(where => document.querySelectorAll(where).forEach(link => {
      const url = link.href.replace(/[?#].*/, '');
      if (!url.startsWith(ROOT.href) || !/\.(?!html?$)\w{2,4}$/.test(url)) return;
      const uri = url.slice(ROOT.href.length);
      const title = link.querySelector('.file-title') || link;
      if (!found.has(uri)) found.set(uri, {u: uri, t: title.textContent.trim(), s: 0});
    }));
    return Array.from(found.values());
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
      a: documents(),
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
  function whenQuiet(action) {
    const wait = () => setTimeout(action, QUIET);
    // the page for searching loads this script when all is there
    if (document.readyState === 'complete') wait(); else window.addEventListener('load', wait);
  }
  if (!METERED || list().length) whenQuiet(register);

  // ---- The button of an article

  const button = document.querySelector('[data-save]');
  const note = element('p', '', {className: 'save-note'});

  function say(words, more) {
    note.textContent = words + ' ';
    if (more) note.append(element('a', 'Bài đã lưu', {href: ROOT.href + 'da-luu/index.html'}));
  }

  /* What has been saved, and which documents have not. */
  function savedWith(files) {
    const there = files.filter(one => one.s);
    const missing = files.filter(one => !one.s).map(one => one.t).join('; ');
    const size = there.reduce((sum, one) => sum + one.s, 0);
    return 'Đã lưu' + (there.length ? ' cùng ' + there.length + ' tệp đính kèm (' + bytes(size) + ')' : '') +
      ', đọc được cả khi không có mạng.' + (missing
      ? ' Tệp không lưu theo vì ' + (METERED ? 'máy đang tiết kiệm dữ liệu' : 'quá lớn hoặc không tải về được') + ': ' + missing + '.' : '');
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
      say(savedWith(item.a), true);
      if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(() => undefined);
    } catch (e) {
      say(isFull(e)
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

  /* An article may have got other documents since it was saved. */
  async function renew() {
    const before = saved();
    const names = files => files.map(one => one.u).join('\n');
    if (METERED || !before || names(before.a || []) === names(documents())) return;
    await keep(Object.assign(before, {a: documents()}));
    await sweep();
  }

  if (button) {
    if (ON_HOST) whenQuiet(() => renew().catch(() => undefined));
    note.setAttribute('role', 'status');
    button.parentNode.after(note);
    button.hidden = false;
    button.addEventListener('click', () => saved() ? unsave() : save());
  }

  // ---- The page of saved articles

  const page = byId('_bai-da-luu');
  let removed = [];
  let copies = new Map();

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

  /* The documents of an article, each with its bytes, or that it needs the network. */
  function files(documents, there) {
    const found = element('ul', '', {className: 'saved-files'});
    documents.forEach(one => {
      const each = document.createElement('li');
      each.append(element('a', one.t, {href: ROOT.href + one.u}), there && one.s ? ' (' + bytes(one.s) + ')' : ' (cần có mạng)');
      found.append(each);
    });
    return found;
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
      if (item.a && item.a.length) line.append(files(item.a, there));
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
    const line = page.contains(focused) && focused.closest('.results > li');
    const rows = items.map(row);
    fill(page, rows);
    const same = line && rows.find(each => each.firstChild.href === line.firstChild.href);
    const inside = row => Array.from(row.querySelectorAll('a, button'));
    if (same) (inside(same)[inside(line).indexOf(focused)] || same.firstChild).focus({preventScroll: true});
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
