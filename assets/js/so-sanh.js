/*
 * The page of comparison: shows the practices that its address names (?bai=2018/a,2019/b), and lets readers choose others. What is shown of a
 * practice comes as a script, which a page from a disk may load too. What was chosen here is remembered.
 */
(function () {
  'use strict';
  const MOST = 4;
  const PARTS = [['boi-canh', 'Bối cảnh'], ['muc-tieu', 'Mục tiêu'], ['cach-lam', 'Cách làm'], ['ket-qua', 'Kết quả'], ['bai-hoc', 'Bài học'],
    ['dieu-kien', 'Điều kiện áp dụng'], ['lien-he', 'Liên hệ']];
  const EACH = 3;
  const OTHERS = 6;
  const KEPT = 'clh-so-sanh';
  const place = document.getElementById('_bang-so-sanh');
  const chooser = document.querySelector('.compare-choose');
  const status = document.getElementById('_bao');
  if (!place || !chooser) { return; }
  const root = document.querySelector('.compare').dataset.root;
  const loaded = new Map();
  const waiting = new Map();

  function make(name, attributes, ...children) {
    const node = document.createElement(name);
    Object.entries(attributes || {}).forEach(([key, value]) => node.setAttribute(key, value));
    node.append(...children.filter(child => child !== null && child !== ''));
    return node;
  }
  const capital = text => text && text[0].toUpperCase() + text.slice(1);

  window.portalCompare = column => {
    loaded.set(column.key, column);
    (waiting.get(column.key) || []).forEach(done => done(column));
  };

  /* A practice that is not there (any more) is left out. */
  function load(name) {
    return new Promise(done => {
      if (loaded.has(name)) { done(loaded.get(name)); return; }
      waiting.set(name, [...(waiting.get(name) || []), done]);
      const script = make('script', { src: 'bai/' + name.split('/').map(encodeURIComponent).join('/') + '.js' });
      script.onerror = () => done(null);
      // the practice of another name, where a disk takes capitals for small letters
      script.onload = () => { if (!loaded.has(name)) { done(null); } };
      document.head.append(script);
    });
  }

  function chosen() {
    const names = (new URLSearchParams(location.search).get('bai') || '').split(',').filter(name => /^[\w~-][\w.~-]*(\/[\w~-][\w.~-]*)*$/.test(name));
    return [...new Set(names)].slice(0, MOST);
  }

  // an address that somebody sent does not take the place of what the reader chose
  let own = false;

  function keep(names) {
    try { localStorage.setItem(KEPT, names.join(',')); } catch (e) { /* a browser that keeps nothing goes by the address alone */ }
  }

  function kept() {
    try { return (localStorage.getItem(KEPT) || '').split(',').filter(Boolean); } catch (e) { return []; }
  }

  /* "Thêm vào so sánh" on other pages leads here with ?them=2018/a: it joins what was chosen last, the oldest gives way. */
  function join() {
    const added = new URLSearchParams(location.search).get('them');
    if (added) {
      own = true;
      const names = [...kept().filter(name => name !== added), added].slice(-MOST);
      history.replaceState(null, '', location.pathname + '?bai=' + names.join(','));
    }
  }

  /* What was done is said, and the keyboard stays where it makes sense: the button that was pressed may be gone. */
  async function go(names, told, focus) {
    own = true;
    const query = names.length ? '?bai=' + names.join(',') : '';
    history.pushState(null, '', location.pathname + query);
    if (!await show()) { return; }
    const next = focus && focus.map(each => document.querySelector(each)).find(Boolean);
    if (next) { next.focus(); }
    status.textContent = told + (names.length ? ' Đang so sánh ' + names.length + ' bài.' : '');
  }

  function head(column, at, all) {
    const button = (label, shown, press) => {
      const made = make('button', { type: 'button', 'aria-label': label + ': ' + column.title }, shown);
      made.addEventListener('click', press);
      return made;
    };
    const columnAt = number => '.compare-table th:nth-child(' + (number + 2) + ') button';
    const names = all.map(each => each.key);
    const without = names.filter(name => name !== column.key);
    const left = at > 0 ? [...names.slice(0, at - 1), names[at], names[at - 1], ...names.slice(at + 1)] : null;
    return make('th', { scope: 'col',  },
      make('a', { href: column.href }, column.title), ' ',
      column.place ? make('span', { class: 'compare-place' }, capital(column.place) + (column.now ? ' (' + column.now + ')' : '')) : '', ' ',
      make('span', { class: 'meta' }, [column.topics, column.date].filter(Boolean).join(' · ')),
      make('span', { class: 'compare-tools' }, 
        left ? button('Chuyển sang trái', '←', () => go(left, 'Đã chuyển sang trái: ' + column.title + '.', [columnAt(at - 1)])) : '',
        button('Bỏ khỏi so sánh', 'Bỏ', () => go(without, 'Đã bỏ: ' + column.title + '.', [columnAt(at), columnAt(at - 1), '#_chon']))));
  }

  function row(heading, cells, columns, kind) {
    return make('tr', { class: kind }, make('th', { scope: 'row',  }, heading),
      ...cells.map((cell, at) => cell && cell.length
        ? make('td', {}, make('span', { class: 'compare-name', 'aria-hidden': 'true' }, capital(columns[at].place) || columns[at].title), ...cell)
        : make('td', { class: 'empty' }, make('span', { class: 'quiet' }, '–'))));
  }

  function number(figure, named) {
    return make('p', {}, make('b', {}, figure.value), figure.unit ? ' ' + figure.unit : '', figure.share ? ' (' + figure.share + ')' : '',
      named ? ' ' : '', named ? make('span', { class: 'compare-what' }, figure.indicator) : '',
      make('span', { class: 'meta' }, [figure.place, figure.when].filter(Boolean).join(', ')));
  }

  /* What several practices state has a row of its own (page.CompareView does the same). */
  function figures(columns) {
    const practices = new Map();
    columns.forEach(column => new Set(column.figures.map(figure => figure.key)).forEach(name => practices.set(name, (practices.get(name) || 0) + 1)));
    const shared = [...practices.keys()].filter(name => practices.get(name) > 1);
    const rows = shared.map(name => {
      const cells = columns.map(column => column.figures.filter(figure => figure.key === name).slice(0, EACH));
      return row(cells.flat()[0].indicator, cells.map(cell => cell.map(figure => number(figure, false))), columns, 'compare-figure');
    });
    const others = columns.map(column => column.figures.filter(figure => !shared.includes(figure.key)).slice(0, OTHERS));
    if (others.some(cell => cell.length)) {
      rows.push(row(rows.length ? 'Kết quả khác' : 'Con số', others.map(cell => cell.map(figure => number(figure, true))), columns, 'compare-figure'));
    }
    return rows;
  }

  /* The HTML of parts is that of the articles' own pages, cleaned when the site was made. */
  function part(html) {
    const node = make('div', { class: 'prose' });
    node.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
    return node;
  }

  function table(columns) {
    const body = make('tbody', {}, ...figures(columns), ...PARTS
      .filter(([name]) => columns.some(column => column.parts[name]))
      .map(([name, heading]) => row(heading, columns.map(column => column.parts[name] ? [part(column.parts[name])] : null), columns, '')));
    return make('div', { class: 'compare-frame', role: 'region', tabindex: '0', 'aria-label': 'Bảng so sánh' },
      make('table', { class: 'compare-table columns-' + columns.length,  },
        make('thead', {}, make('tr', {}, make('td', {}), ...columns.map(head))), body));
  }

  let latest = 0;
  async function show() {
    const mine = ++latest;
    const names = chosen();
    const columns = (await Promise.all(names.map(load))).filter(Boolean);
    if (mine !== latest) { return false; }
    const tools = make('p', { class: 'compare-tools' });
    if (columns.length) {
      const clear = make('button', { type: 'button' }, 'Xóa hết');
      clear.addEventListener('click', () => go([], 'Đã bỏ hết.', ['#_chon']));
      const print = make('button', { type: 'button' }, 'In');
      print.addEventListener('click', () => window.print());
      tools.append(clear, print);
    }
    const lost = names.length - columns.length;
    place.replaceChildren(...[
      lost ? make('p', { class: 'notice' }, lost + ' bài trong địa chỉ này không còn hoặc không phải cách làm hay.') : null,
      columns.length === 1 ? make('p', { class: 'hint' }, 'Chọn thêm ít nhất một bài nữa để so sánh.') : null,
      columns.length ? tools : null, columns.length ? table(columns) : null].filter(Boolean));
    place.dataset.done = names.join(',');
    if (own) { keep(columns.map(column => column.key)); }
    chooser.querySelectorAll('[data-compare]').forEach(button => {
      const on = names.includes(button.dataset.compare);
      button.hidden = false;
      button.setAttribute('aria-pressed', String(on));
      button.textContent = on ? 'Bỏ' : 'Thêm';
      button.setAttribute('aria-label', (on ? 'Bỏ khỏi so sánh: ' : 'Thêm vào so sánh: ') + button.nextElementSibling.textContent);
      button.disabled = !on && names.length >= MOST;
    });
    return true;
  }

  chooser.addEventListener('click', event => {
    const button = event.target.closest('[data-compare]');
    if (!button) { return; }
    const name = button.dataset.compare;
    const names = chosen();
    const title = button.nextElementSibling.textContent;
    if (names.includes(name)) {
      go(names.filter(each => each !== name), 'Đã bỏ: ' + title + '.');
    } else {
      go([...names, name], 'Đã thêm: ' + title + '.');
    }
  });
  window.addEventListener('popstate', show);
  join();
  show();
}());
