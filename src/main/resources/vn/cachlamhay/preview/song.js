/* Keeps a page of the preview up to date: listens to the server, reloads or changes style sheets, and shows what is wrong. */
(function () {
  'use strict';
  const script = document.currentScript;
  const EVENTS = '/bien-tap/su-kien';
  const PLACE = 'clh-song-cho';
  const RETRY = 1500;
  let version = script.dataset.version;
  let source = null;
  let gone = 0;
  let noteTimer = 0;
  let problems = [];
  let hidden = '';
  let box = null;

  performance.setResourceTimingBufferSize(3000);
  returnToPlace();

  /* a page is put back where it was, whatever the browser does by itself */
  function returnToPlace() {
    let place = null;
    try {
      place = JSON.parse(sessionStorage.getItem(PLACE));
      sessionStorage.removeItem(PLACE);
    } catch (e) {
      return;
    }
    if (place && place.page === location.pathname + location.search) {
      const back = () => scrollTo({left: place.x, top: place.y, behavior: 'instant'});
      back();
      addEventListener('load', () => {
        if (Math.abs(scrollY - place.y) > 1) {
          back();
        }
      }, {once: true});
    }
  }

  function reload() {
    stop();
    try {
      sessionStorage.setItem(PLACE, JSON.stringify({page: location.pathname + location.search, x: scrollX, y: scrollY}));
    } catch (e) {
      /* without storage the browser's own memory must do */
    }
    location.reload();
  }

  /* the file behind an address, below the site */
  function file(address) {
    const url = new URL(address, location.href);
    if (url.origin !== location.origin) {
      return '';
    }
    const path = decodeURIComponent(url.pathname).slice(1);
    return path === '' || path.endsWith('/') ? path + 'index.html' : path;
  }

  function sheets() {
    return Array.from(document.querySelectorAll('link[rel~="stylesheet"][href]'));
  }

  function changed(what) {
    version = what.version;
    if (what.all) {
      reload();
      return;
    }
    const files = new Set(what.changed);
    const styled = sheets().filter(link => files.has(file(link.href)));
    const swapped = new Set(styled.map(link => file(link.href)));
    const used = performance.getEntriesByType('resource').map(entry => file(entry.name));
    document.querySelectorAll('[src]').forEach(element => used.push(file(element.src)));
    if (files.has(file(location.href)) || used.some(name => files.has(name) && !swapped.has(name))) {
      reload();
    } else {
      styled.forEach(swap);
    }
  }

  /* the old style sheet stays until the new one is there, so that nothing flickers */
  function swap(link) {
    const next = link.cloneNode();
    const url = new URL(link.href);
    url.searchParams.set('song', version);
    next.href = url.href;
    next.addEventListener('load', () => link.remove());
    next.addEventListener('error', () => next.remove());
    link.after(next);
  }

  /* --- listening: only while somebody looks, since a browser opens six connections at the most to one host */
  function start() {
    if (source || document.visibilityState === 'hidden') {
      return;
    }
    source = new EventSource(EVENTS + '?trang=' + encodeURIComponent(decodeURIComponent(location.pathname)) +
        '&tu=' + encodeURIComponent(version));
    source.addEventListener('open', () => {
      clearTimeout(noteTimer);
      gone = 0;
      draw();
    });
    source.addEventListener('baked', event => changed(JSON.parse(event.data)));
    source.addEventListener('problems', event => {
      problems = JSON.parse(event.data).problems;
      draw();
    });
    source.addEventListener('error', () => {
      stop();
      gone++;
      if (gone === 2) {
        draw();
      }
      noteTimer = setTimeout(start, gone > 1 ? RETRY : 300);
    });
  }

  function stop() {
    if (source) {
      source.close();
      source = null;
    }
    clearTimeout(noteTimer);
  }

  addEventListener('pagehide', stop);
  addEventListener('pageshow', start);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' ? stop() : start());
  start();

  /* --- what is wrong, in a box that the looks of the page do not reach */
  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    Object.entries(attributes || {}).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...children);
    return made;
  }

  function place() {
    if (!box) {
      const host = element('div', {id: 'clh-song'});
      const root = host.attachShadow({mode: 'open'});
      box = element('div', {class: 'box'});
      root.append(element('link', {rel: 'stylesheet', href: '/bien-tap/song.css'}), box);
      document.body.append(host);
    }
    return box;
  }

  function key() {
    return JSON.stringify(problems);
  }

  function draw() {
    if (!problems.length && gone < 2 && !box) {
      return;
    }
    const children = [];
    if (problems.length && hidden !== key()) {
      children.push(dialog());
    } else if (problems.length) {
      children.push(reopener());
    }
    if (gone > 1) {
      children.push(element('p', {class: 'note', role: 'status'},
          'Chương trình đã dừng. Hãy mở lại chương trình; trang sẽ tự tải lại.'));
    }
    place().replaceChildren(...children);
    if (!problems.length) {
      hidden = '';
    }
    const panel = box.querySelector('.panel');
    if (panel && (document.activeElement === document.body || document.activeElement === null)) {
      panel.querySelector('button').focus({preventScroll: true});
    }
  }

  function dialog() {
    const close = element('button', {type: 'button'}, 'Đóng (Esc)');
    close.addEventListener('click', hide);
    const title = problems.length === 1 ? 'Có 1 chỗ cần sửa' : 'Có ' + problems.length + ' chỗ cần sửa';
    return element('section', {class: 'panel', role: 'dialog', 'aria-labelledby': 'tieu-de'},
        element('div', {class: 'head'}, element('h2', {id: 'tieu-de'}, title), close),
        element('div', {class: 'list', tabindex: '0', role: 'group', 'aria-label': 'Những chỗ cần sửa'},
            element('p', {}, 'Trang đang hiện là bản trước khi có lỗi. Sửa xong, khung này tự mất.'),
            ...problems.map(problem)));
  }

  function problem(found) {
    const where = found.line ? found.file + ', dòng ' + found.line : found.file;
    const item = element('article', {},
        element('h3', {}, where),
        element('p', {class: 'message'}, found.message));
    if (found.lines.length) {
      const lines = element('ol', {class: 'lines', start: found.from});
      found.lines.forEach((text, i) => {
        const here = found.from + i === found.line;
        const number = element('span', {class: 'number', 'aria-hidden': 'true'}, String(found.from + i));
        const line = element('li', here ? {class: 'here'} : {}, number, element('code', {}, text || ' '));
        if (here) {
          line.prepend(element('span', {class: 'sr'}, 'Dòng có lỗi: '));
        }
        lines.append(line);
      });
      item.append(lines);
    }
    item.append(element('p', {class: 'hint'}, element('b', {}, 'Gợi ý: '), found.hint));
    return item;
  }

  function reopener() {
    const open = element('button', {type: 'button', class: 'reopen'}, 'Có ' + problems.length + ' chỗ cần sửa');
    open.addEventListener('click', () => {
      hidden = '';
      draw();
    });
    return open;
  }

  function hide() {
    hidden = key();
    draw();
  }

  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && problems.length && hidden !== key()) {
      hide();
      event.preventDefault();
    }
  });
})();
