/* Search in the browser over window.CLH_MUC_LUC: {phan: names of the parts, newest first; bai: the parts that have come,
   by name}. A part: [{u: uri, t: title, s: summary, d: "dd/mm/yyyy", p: place, c: topic}]. */
(function () {
  'use strict';
  var input = document.getElementById('q');
  var list = document.getElementById('ket-qua');
  var status = document.getElementById('ket-qua-so');
  var more = document.getElementById('xem-them');
  if (!input || !list || !status) { return; }

  var PAGE = 30;
  var root = list.getAttribute('data-root') || '';
  var index = window.CLH_MUC_LUC;
  var waiting = -1;
  var missing = 0;
  var wanted = false;
  var entries = null;
  var found = [];
  var timer = 0;

  // Written out, so that browsers without String.prototype.normalize fold too.
  var LETTERS = {
    a: 'àáạảãâầấậẩẫăằắặẳẵ', e: 'èéẹẻẽêềếệểễ', i: 'ìíịỉĩ', o: 'òóọỏõôồốộổỗơờớợởỡ',
    u: 'ùúụủũưừứựửữ', y: 'ỳýỵỷỹ', d: 'đ'
  };
  var FOLD = {};
  Object.keys(LETTERS).forEach(function (plain) {
    var i;
    for (i = 0; i < LETTERS[plain].length; i += 1) { FOLD[LETTERS[plain].charAt(i)] = plain; }
  });

  // Every word after one blank, so that indexOf(' ' + word) finds beginnings of words only.
  function words(text) {
    var lower = String(text || '');
    if (lower.normalize) { lower = lower.normalize('NFC'); }
    return ' ' + lower.toLowerCase().replace(/[\s!-\/:-@\[-`{-~\u00a0-\u00bf\u2010-\u206f]+/g, ' ') + ' ';
  }

  function fold(text) {
    return text.replace(/[\u0300-\u036f]/g, '').replace(/[^\u0000-\u007f]/g, function (c) {
      return FOLD[c] || c;
    });
  }

  function prepare(item) {
    var title = words(item.t);
    var all = title + words(item.s) + words(item.p) + words(item.c);
    return {
      item: item,
      title: title,
      all: all,
      foldedTitle: fold(title),
      foldedAll: fold(all),
      day: String(item.d || '').split('/').reverse().join('')
    };
  }

  function hasEach(text, needles) {
    return needles.every(function (needle) { return text.indexOf(' ' + needle) >= 0; });
  }

  function search(query) {
    var exact = words(query).split(' ').filter(Boolean);
    var folded = exact.map(fold);
    // A word typed without marks stands for every marking of it.
    var marked = exact.filter(function (word, i) { return word !== folded[i]; });
    var hits = [];
    if (!exact.length) { return hits; }
    entries.forEach(function (entry, order) {
      if (!hasEach(entry.foldedAll, folded)) { return; }
      hits.push({
        item: entry.item,
        exact: hasEach(entry.all, marked) ? 1 : 0,
        title: hasEach(entry.foldedTitle, folded) ? 1 : 0,
        phrase: entry.foldedAll.indexOf(' ' + folded.join(' ')) >= 0 ? 1 : 0,
        day: entry.day,
        order: order
      });
    });
    hits.sort(function (a, b) {
      if (a.exact !== b.exact) { return b.exact - a.exact; }
      if (a.title !== b.title) { return b.title - a.title; }
      // "bắc sơn" is one name: side by side before "Bắc Yên … Sơn La".
      if (a.phrase !== b.phrase) { return b.phrase - a.phrase; }
      if (a.day !== b.day) { return a.day < b.day ? 1 : -1; }
      return a.order - b.order;
    });
    return hits;
  }

  function element(name, className, text) {
    var node = document.createElement(name);
    if (className) { node.className = className; }
    if (text) { node.textContent = text; }
    return node;
  }

  function result(item) {
    var li = element('li');
    var link = element('a', '', item.t);
    var facts = [item.d, item.p, item.c].filter(Boolean).join(' · ');
    link.setAttribute('href', root + item.u);
    li.appendChild(link);
    if (item.s) { li.appendChild(element('p', 'card-summary', item.s)); }
    if (facts) { li.appendChild(element('p', 'meta', facts)); }
    return li;
  }

  function showMore() {
    var from = list.childNodes.length;
    var part = document.createDocumentFragment();
    found.slice(from, from + PAGE).forEach(function (hit) { part.appendChild(result(hit.item)); });
    list.appendChild(part);
    if (more) { more.hidden = list.childNodes.length >= found.length; }
    return list.childNodes[from];
  }

  // A page opened from a disk may load scripts, and nothing else: each part of the list is one.
  function load() {
    if (!index || waiting >= 0) { return; }
    waiting = index.phan.length;
    index.phan.forEach(function (name) {
      var script = document.createElement('script');
      script.onload = script.onerror = function () {
        waiting -= 1;
        if (!waiting) { gather(); }
      };
      script.src = root + 'tim-kiem/muc-luc/' + name + '.js';
      document.head.appendChild(script);
    });
    if (!waiting) { gather(); }
  }

  function gather() {
    // Of parts that a browser kept from before some may have been merged: no article twice.
    var seen = {};
    entries = [];
    index.phan.forEach(function (name) {
      if (!index.bai[name]) { missing += 1; }
      (index.bai[name] || []).forEach(function (item) {
        if (seen[item.u]) { return; }
        seen[item.u] = true;
        entries.push(prepare(item));
      });
    });
    if (wanted) { run(); }
  }

  function say(query) {
    var text = '';
    if (query) {
      text = found.length
        ? 'Tìm thấy ' + String(found.length).replace(/\B(?=(\d{3})+$)/g, '.') + ' bài cho “' + query + '”.'
        : 'Không có bài nào cho “' + query + '”. Thử ít từ hơn hoặc từ khác.';
    }
    if (query && missing) { text += ' Một phần mục lục chưa tải được nên có thể còn thiếu bài; mời bạn tải lại trang.'; }
    tell(text);
  }

  function tell(text) {
    if (status.textContent !== text) { status.textContent = text; }
  }

  function keepAddress(query) {
    var address = window.location.pathname + (query ? '?q=' + encodeURIComponent(query) : '');
    // Pages opened from a disk (file://) may not touch their address.
    try { window.history.replaceState(null, '', address); } catch (e) { return; }
  }

  function run() {
    var query = input.value.replace(/\s+/g, ' ').trim();
    if (query.normalize) { query = query.normalize('NFC'); }
    window.clearTimeout(timer);
    wanted = true;
    load();
    if (!index || (missing && missing === index.phan.length)) {
      tell('Chưa tải được mục lục tìm kiếm. Mời bạn tải lại trang.');
      return;
    }
    if (!entries) {
      tell(query ? 'Đang tải mục lục tìm kiếm…' : '');
      return;
    }
    found = search(query);
    while (list.firstChild) { list.removeChild(list.firstChild); }
    showMore();
    say(query);
    keepAddress(query);
  }

  function asked() {
    var match = /[?&]q=([^&#]*)/.exec(window.location.search);
    if (!match) { return ''; }
    try { return decodeURIComponent(match[1].replace(/\+/g, ' ')); } catch (e) { return ''; }
  }

  list.textContent = '';
  // Whoever only looks at the page does not pay for the list.
  input.addEventListener('focus', load);
  input.addEventListener('input', function () {
    window.clearTimeout(timer);
    timer = window.setTimeout(run, 150);
  });
  if (input.form) {
    input.form.addEventListener('submit', function (event) {
      event.preventDefault();
      run();
    });
  }
  if (more) {
    more.addEventListener('click', function () {
      var first = showMore();
      if (first) { first.querySelector('a').focus(); }
    });
  }
  if (asked()) {
    input.value = asked();
    run();
  }
}());
