/* The search page: hands what readers type to portalSearch and shows what that finds. Whatever comes from articles,
   queries and addresses is only ever put in as text. */
(function () {
  'use strict';
  const get = id => document.getElementById(id);
  const [input, list, area, browse, count, more, failure, corrected, advice, nearest, options, filters, groups, reset] =
    ['q', 'ket-qua', '_tim-thay', '_chua-tim', 'ket-qua-so', 'xem-them', 'that-bai', 'da-sua', 'khong-thay', 'tu-gan',
      'goi-y', 'bo-loc', 'bo-loc-nhom', 'bo-het-loc'].map(get);
  if (!input || !list || !window.portalSearch) { return; }
  const PAGE = 10;
  const LENGTH = 175;
  const KEYS = ['tinh', 'chu-de', 'loai', 'nam', 'tac-gia'];
  const title = document.title;
  const sorts = area.querySelectorAll('[data-sort]');

  let state;          // the parameters of the address
  let settled;        // they are a finished search, which typing must not overwrite
  let turn = 0;       // answers to older turns come too late
  let found;          // null as long as it is looked for
  let shown, whole;   // what passes the filters, first what has all words; how many these are
  let all;            // whether the others are shown too
  let stale, boxes;   // whether the filters are those of another query; their boxes
  let names;          // of places, topics and tags
  let active = -1;    // the chosen suggestion
  let closed;         // no suggestions: after Enter and Escape, and before anybody came to the field
  let typing, late, quiet;

  const on = (at, type, action) => at.addEventListener(type, action);
  const dotted = n => n.toLocaleString('vi');
  const folded = text => portalSearch.tokens(text).map(token => token.folded);
  const links = () => [...list.querySelectorAll('a')];
  const byDate = () => state.get('xep') === 'ngay';
  const narrowed = () => [].concat(...KEYS.map(key => state.getAll(key))).length;

  function put(into, ...inside) {
    into.textContent = '';
    into.append(...inside);
    return into;
  }

  function make(name, look, ...inside) {
    return put(Object.assign(document.createElement(name), look), ...inside);
  }

  function keep(push) {
    const now = String(state);
    if (now === String(new URLSearchParams(location.search))) { return; }
    // Pages opened from a disk (file://) may not touch their address.
    try { history[push ? 'pushState' : 'replaceState'](null, '', location.pathname + (now && '?' + now)); } catch (e) { return; }
  }

  function begin() {
    delete list.dataset.done;
    clearTimeout(late);
    late = setTimeout(tell, 400, 'Đang tìm…');
    return ++turn;
  }

  function run() {
    const mine = begin();
    const asked = input.value.trim();
    found = null;
    all = false;
    stale = true;
    document.title = (asked && asked + ' – ') + title;
    area.hidden = !asked;
    if (asked) {
      portalSearch.find(input.value, {verbatim: state.has('nguyen-van')}, answer => {
        if (mine === turn) {
          found = answer;
          apply();
        }
      });
    } else {
      put(list);
      browse.hidden = false;
      tell('');
    }
    suggest();
  }

  function apply() {
    if (!found) { return; }
    const mine = begin();
    const show = facets => {
      if (mine !== turn) { return; }
      if (found.failed || narrowed() && !facets) {
        put(list);
        lay(true, false);
        more.hidden = corrected.hidden = true;
        tell('Chưa tìm được.');
        return;
      }
      sift(facets);
      report();
      fill(0, () => {
        loadNames();
        if (filters.open && !facets) { portalSearch.facets(some => { if (some && mine === turn) { sift(some); } }); }
      });
    };
    // Whoever has chosen a filter waits for its data; else the first results go before the counts.
    if (narrowed()) { portalSearch.facets(show); } else { show(); }
  }

  // Counts too: a value of a group among what the other groups let through.
  function sift(facets) {
    const full = found.full || found.hits.length;
    const wanted = facets ? facets.groups.map(({key, values}) =>
      state.getAll(key).map(slug => values.findIndex(value => value.slug === slug))) : [];
    const counts = wanted.map((some, i) => facets.groups[i].values.map(() => 0));
    const pass = (hits, counted) => (byDate() ? hits.sort((a, b) => b - a) : hits).filter(n => {
      const own = wanted.map((some, i) => facets.of(n, i));
      const misses = own.map((values, i) => wanted[i].length > 0 && !values.some(v => wanted[i].includes(v)));
      own.forEach((values, i) => {
        if (counted && misses.every((miss, j) => !miss || i === j)) { values.forEach(v => { counts[i][v] += 1; }); }
      });
      return !misses.includes(true);
    });
    shown = pass(found.hits.slice(0, full), true);
    whole = shown.length;
    shown = shown.concat(pass(found.hits.slice(full), all));
    if (facets) { drawFilters(facets, wanted, counts); }
  }

  function lay(failed, none) {
    failure.hidden = !failed;
    browse.hidden = advice.hidden = !none;
    filters.hidden = sorts[0].parentNode.hidden = failed || none;
  }

  function report() {
    const none = !found.hits.length;
    const asked = '“' + (found.corrected || found.query) + '”';
    lay(false, none);
    reset.hidden = !narrowed();
    put(filters.querySelector('.count'), reset.hidden ? '' : '(' + narrowed() + ')');
    sorts.forEach(button => button.setAttribute('aria-pressed', (button.dataset.sort === 'ngay') === byDate()));
    corrected.hidden = !found.corrected && !state.has('nguyen-van');
    if (found.corrected) {
      put(corrected, 'Kết quả cho ', make('b', {}, found.corrected), '; tìm đúng nguyên văn ', link(found.query, true));
    } else {
      put(corrected, 'Đang tìm đúng nguyên văn; tìm cả từ gần giống ', link(found.query));
    }
    if (none) { offerNearest(); }
    tell(!shown.length ? 'Không có bài nào cho ' + asked + (none ? '.' : ' với bộ lọc đã chọn.')
      : found.full && whole ? 'Tìm thấy ' + dotted(whole) + ' bài cho ' + asked + '.'
        : 'Không có bài nào đủ các từ ' + asked + '; ' + dotted(shown.length) + ' bài có một phần.');
  }

  function link(query, verbatim) {
    const to = new URLSearchParams(state);
    to.set('q', query);
    to.delete('nguyen-van');
    if (verbatim) { to.set('nguyen-van', 1); }
    return make('a', {href: '?' + to}, query);
  }

  // It is read out when the reader has stopped typing.
  function tell(text) {
    clearTimeout(late);
    clearTimeout(quiet);
    put(count, text);
    quiet = setTimeout(() => put(get('ket-qua-bao'), text, corrected.hidden ? '' : ' ' + corrected.textContent), 800);
  }

  // One by one, in order, each in the place of what is there, so that nothing jumps.
  function fill(from, then) {
    const mine = turn;
    const part = shown.slice(from, Math.min(from + PAGE, all ? shown.length : whole));
    const ready = [];
    let next = 0;
    const advance = () => {
      for (; ready[next]; next += 1) {
        const old = list.children[from + next];
        if (old) { old.replaceWith(ready[next]); } else { list.append(ready[next]); }
      }
      if (next < part.length) { return; }
      while (list.children.length > from + next) { list.lastChild.remove(); }
      more.hidden = from + next >= shown.length;
      put(more, all || from + next < whole ? 'Xem thêm kết quả'
        : 'Xem thêm ' + dotted(shown.length - whole) + ' bài chỉ có một phần các từ');
      list.dataset.done = found.query;
      then();
      suggest();
    };
    part.forEach((n, i) => portalSearch.article(n, article => {
      if (mine !== turn) { return; }
      ready[i] = article ? result(article, found.words) : make('li', {className: 'quiet'}, 'Chưa tải được bài này.');
      if (!article) { failure.hidden = false; }
      advance();
    }));
    if (!part.length) { advance(); }
  }

  function result({u, t, s, d, p, c, k, b}, words) {
    const text = s + '\n' + b;
    const heading = make('a', {href: list.dataset.root + u});
    const excerpt = make('p');
    const marks = [t, text].map(each => hits(each, words));
    // Where a word stands as it was typed, the same letters with other marks are another word.
    const exact = new Set([].concat(...marks).map(hit => hit.loose ? -1 : hit.word));
    const [inTitle, inText] = marks.map(each => each.filter(hit => !hit.loose || !exact.has(hit.word)));
    const [start, end] = cut(text, inText);
    write(heading, t, 0, t.length, inTitle);
    if (start && text[start - 1] !== '\n') { excerpt.append('… '); }
    write(excerpt, text, start, end, inText);
    if (end < text.length) { excerpt.append(' …'); }
    return make('li', {}, heading, make('p', {className: 'meta'}, make('b', {}, k === 'practice' ? 'Cách làm hay' : 'Tin tức'),
      ...[p, d, c].map(fact => fact && ' · ' + fact)), excerpt);
  }

  // The words of a text that the query asks for.
  function hits(text, words) {
    const made = [];
    const fits = (word, own, form) => own === form || word.prefix && own.startsWith(form);
    portalSearch.tokens(text).forEach((token, at) => {
      const alike = each => fits(each, token.folded, each.folded);
      let word = words.findIndex(each => each.exact.some(form => fits(each, token.exact, form)) || each.bare && alike(each));
      const loose = word < 0;
      if (loose) { word = words.findIndex(alike); }
      if (word >= 0) { made.push({word, loose, at, start: token.start, end: token.end}); }
    });
    return made;
  }

  // From where to where an excerpt goes: around the most and the rarest words of the query, best side by side.
  function cut(text, marks) {
    const often = {};
    let [best, from, to] = [0, 0, 0];
    marks.forEach(({word}) => { often[word] = (often[word] || 0) + 1; });
    marks.forEach((first, i) => {
      const seen = new Set();
      let score = 0;
      for (let j = i; j < marks.length && marks[j].end - first.start < LENGTH; j += 1) {
        const {word, at, end} = marks[j];
        const pair = j > i && at === marks[j - 1].at + 1 && word === marks[j - 1].word + 1 ? -word : word;
        [word, pair].forEach(each => {
          if (!seen.has(each)) { score += (each < 0 ? 2 : 1) * (1 + 1 / often[word]); }
          seen.add(each);
        });
        if (score > best) { [best, from, to] = [score, first.start, end]; }
      }
    });
    const spare = LENGTH - to + from;
    const before = text.slice(Math.max(from - spare, 0), from);
    const sentence = /^[^]*(\n|[.!?] )/.exec(before);
    const start = from - before.length
      + (sentence ? sentence[0].length : from > spare ? before.indexOf(' ', spare / 2) + 1 : 0);
    return [start, text.length < start + LENGTH + 20 ? text.length : Math.max(text.lastIndexOf(' ', start + LENGTH), to)];
  }

  // Neighbours are marked as one.
  function write(into, text, start, end, marks) {
    const plain = to => into.append(text.slice(start, to).replace(/([^.!?:;…\s])\n/g, '$1 · '));
    const inside = marks.filter(hit => hit.start >= start && hit.end <= end);
    inside.forEach((hit, i) => {
      const next = inside[i + 1];
      if (hit.start > start || !i) {
        plain(hit.start);
        start = hit.start;
      }
      if (next && /^[ -]$/.test(text.slice(hit.end, next.start))) { next.start = start; } else {
        into.append(make('mark', {}, text.slice(start, hit.end)));
        start = hit.end;
      }
    });
    plain(end);
  }

  function drawFilters(facets, wanted, counts) {
    // As long as the query is the same every box stays where it is: neither focus nor eye loses its place.
    if (stale) {
      stale = false;
      boxes = [];
      put(groups, ...facets.groups.map((group, i) => drawGroup(group, i, wanted[i], counts[i])));
    }
    boxes.forEach(({tick, i, v}) => {
      tick.checked = wanted[i].includes(v);
      put(tick.parentNode.lastChild, dotted(counts[i][v]));
    });
  }

  function drawGroup({key, title: name, values}, i, wanted, counts) {
    const order = values.map((value, v) => v).filter(v => counts[v] || wanted.includes(v)).sort((a, b) =>
      values[a].former - values[b].former
      || (key === 'nam' ? values[b].name - values[a].name : counts[b] - counts[a]) || a - b);
    const group = make('fieldset', {}, make('legend', {}, name));
    let into = group;
    let former = false;
    group.hidden = !order.length;
    order.forEach((v, at) => {
      const tick = make('input', {type: 'checkbox', name: key, value: values[v].slug});
      if (at === 8 && order.length > 9) {
        const open = order.slice(8).some(each => wanted.includes(each));
        into = make('details', {open}, make('summary', {}, 'Xem cả ' + order.length));
        group.append(into);
      }
      if (values[v].former && !former) { into.append(make('p', {className: 'side-title'}, 'Trước khi sáp nhập')); }
      former = values[v].former;
      boxes.push({tick, i, v});
      into.append(make('label', {}, tick, make('span', {}, values[v].name), make('span', {className: 'count'})));
    });
    return group;
  }

  function narrow() {
    keep(true);
    settled = true;
    apply();
  }

  // Suggestions are a combobox as the ARIA Authoring Practices describe it.

  function loadNames() {
    if (names) { return; }
    names = [];
    portalSearch.suggestions(some => {
      names = some.map(({name, uri, kind}) => ({name, kind, href: list.dataset.root + uri, words: folded(name)}));
      suggest();
      if (found) { offerNearest(); }
    });
  }

  function suggest() {
    const typed = folded(input.value);
    const last = active < 0 ? '' : options.children[active].dataset.href;
    const early = ({words}) => words[0].startsWith(typed[0]) ? 0 : 1;
    const fits = (names || []).filter(({words}) => typed.every(word => words.some(own => own.startsWith(word))))
      .sort((a, b) => early(a) - early(b));
    const titles = links().slice(0, 3).map(({text, href}) => ({name: text, href, kind: 'Bài viết'}));
    put(options, ...fits.slice(0, 6).concat(titles).map(({name, href, kind}, i) => {
      const option = make('li', {id: '_goi-y-' + i}, make('span', {}, name), make('span', {className: 'count'}, kind));
      option.dataset.href = href;
      option.setAttribute('role', 'option');
      return option;
    }));
    options.hidden = closed;
    get('_cach-go').hidden = !closed || !!input.value;
    input.setAttribute('aria-expanded', !closed && !!options.firstChild);
    choose(closed ? -1 : [...options.children].findIndex(option => option.dataset.href === last));
  }

  function choose(to) {
    active = to;
    input.removeAttribute('aria-activedescendant');
    [...options.children].forEach((option, i) => {
      option.setAttribute('aria-selected', i === to);
      if (i === to) {
        input.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({block: 'nearest', inline: 'nearest'});
      }
    });
  }

  // Names of which at least half are words of the query, or differ from these in one letter.
  function offerNearest() {
    loadNames();
    const typed = folded(found.query).filter(word => word.length > 2);
    const score = ({words}) => words.filter(own => typed.some(word => differ(own, word) < 2)).length / words.length;
    const near = names.filter(name => score(name) >= 0.5).sort((a, b) => score(b) - score(a)).slice(0, 6);
    nearest.hidden = !near.length;
    put(nearest.lastElementChild, ...near.map(({name}) => make('li', {}, link(name))));
  }

  // How many letters stand between the beginning and the end that two words share.
  function differ(a, b) {
    const most = Math.min(a.length, b.length);
    let [head, tail] = [0, 0];
    while (head < most && a[head] === b[head]) { head += 1; }
    while (head + tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) { tail += 1; }
    return Math.max(a.length, b.length) - head - tail;
  }

  on(input, 'focus', () => setTimeout(() => {
    if (input.value) { return; }
    closed = false;
    loadNames();
    suggest();
  }, 300));

  on(input, 'input', () => {
    clearTimeout(typing);
    delete list.dataset.done;
    closed = false;
    typing = setTimeout(() => {
      take();
      state.delete('nguyen-van');
      keep(settled);
      settled = false;
      run();
    }, 40);
  });

  function take() {
    if (input.value) { state.set('q', input.value); } else { state.delete('q'); }
  }

  on(input.form, 'submit', event => {
    event.preventDefault();
    clearTimeout(typing);
    closed = settled = true;
    take();
    keep(true);
    run();
    // The keyboard of a phone hides the results as long as the field has the focus.
    if (matchMedia('(pointer: coarse)').matches) { count.focus(); }
  });

  on(input, 'keydown', event => {
    const {key} = event;
    const to = active + {ArrowDown: 1, ArrowUp: -1}[key];
    const [link] = links();
    if (event.isComposing) { return; }
    if (to >= -1 && to < (closed ? 0 : options.children.length)) {
      choose(to);
    } else if (key === 'ArrowDown' && link) {
      choose(-1);
      link.focus();
    } else if (key === 'Enter' && active >= 0) {
      options.children[active].click();
    } else if (key === 'Escape' && !closed) {
      closed = true;
      suggest();
    } else {
      return;
    }
    event.preventDefault();
  });

  on(options, 'mousedown', event => event.preventDefault());
  on(options, 'click', event => {
    const option = event.target.closest('li');
    if (option) { location.assign(option.dataset.href); }
  });

  on(list, 'keydown', event => {
    const to = links().indexOf(event.target) + {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (to >= -1) {
      event.preventDefault();
      (to < 0 ? input : links()[to] || (more.hidden ? event.target : more)).focus();
    }
  });

  on(more, 'click', () => {
    const from = list.children.length;
    all = all || from >= whole;
    fill(from, () => (list.children[from].querySelector('a') || more).focus());
  });

  sorts.forEach(button => on(button, 'click', () => {
    if (button.dataset.sort) { state.set('xep', 'ngay'); } else { state.delete('xep'); }
    narrow();
  }));

  on(groups, 'change', ({target: {name}}) => {
    state.delete(name);
    boxes.forEach(({tick}) => { if (tick.name === name && tick.checked) { state.append(name, tick.value); } });
    narrow();
  });

  on(reset, 'click', () => {
    KEYS.forEach(key => state.delete(key));
    filters.firstElementChild.focus();
    narrow();
  });

  on(filters, 'toggle', () => { if (filters.open && stale) { apply(); } });

  on(failure.lastElementChild, 'click', () => {
    input.focus();
    run();
  });

  function restore() {
    state = new URLSearchParams(location.search);
    input.value = state.get('q') || '';
    settled = browse.hidden = !!input.value;
    if (list.contains(document.activeElement)) { count.focus(); }
    closed = true;
    run();
  }

  filters.open = matchMedia('(min-width: 64em)').matches;
  on(window, 'popstate', restore);
  restore();
  if (portalSearch.newest) {
    portalSearch.newest(5, some => some.forEach(n => portalSearch.article(n, article => {
      if (article) { get('moi-nhat').append(result(article, [])); }
    })));
  }
}());
