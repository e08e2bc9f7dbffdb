/*
 * On every page: how it is shown (size of text, colours, width of articles), today's date, printing, and a slash that leads to the
 * search field. What the reader chose are classes of the root element; a line in the page's head sets them before the first paint.
 */
(function () {
  'use strict';
  const root = document.documentElement;
  const key = 'clh-hien-thi';
  const sizes = [90, 100, 115, 130, 150, 175, 200];
  // the first of each is that of the style sheet, or of the reader's system
  const colours = [['', 'Theo thiết bị'], ['sang', 'Sáng'], ['toi', 'Tối'], ['ro', 'Tương phản cao']];
  const widths = [['', 'Vừa'], ['hep', 'Hẹp'], ['rong', 'Rộng']];
  // where columns no longer fit beside each other
  const large = 150;
  const bars = Array.from(document.querySelectorAll('meta[name="theme-color"]'), meta => [meta, meta.content]);

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    Object.keys(attributes).forEach(each => made.setAttribute(each, attributes[each]));
    made.append(...children);
    return made;
  }

  function chosen(choices) {
    const found = choices.find(choice => choice[0] && root.classList.contains(choice[0]));
    return found ? found[0] : '';
  }

  function size() {
    return sizes.find(each => root.classList.contains('c' + each)) || 100;
  }

  function setSize(wanted) {
    sizes.forEach(each => root.classList.toggle('c' + each, each === wanted && each !== 100));
    root.classList.toggle('to', wanted >= large);
  }

  function set(choices, wanted) {
    choices.forEach(choice => choice[0] && root.classList.toggle(choice[0], choice[0] === wanted));
  }

  // Browsers on phones colour their own bar as the head of the page.
  function colourBar() {
    bars.forEach(([meta, content]) => {
      meta.content = chosen(colours) ? getComputedStyle(root).getPropertyValue('--bar').trim() : content;
    });
  }

  // Storage may be refused (private window, file://): everything still works, only unremembered.
  function stored() {
    try { return localStorage.getItem(key) || ''; } catch (e) { return ''; }
  }

  function remember() {
    const classes = [chosen(colours), size() === 100 ? '' : 'c' + size(), size() >= large ? 'to' : '', chosen(widths)];
    try { localStorage.setItem(key, classes.filter(Boolean).join(' ')); } catch (e) { return; }
  }

  function restore() {
    const classes = stored().split(' ');
    setSize(sizes.find(each => classes.includes('c' + each)) || 100);
    [colours, widths].forEach(choices => set(choices, classes.find(each => choices.some(choice => choice[0] === each))));
    colourBar();
  }

  function choice(name, label, choices, extra) {
    const group = element('fieldset', extra, element('legend', {}, label));
    choices.forEach(([value, text]) => {
      const input = element('input', { type: 'radio', name, value });
      input.checked = chosen(choices) === value;
      input.addEventListener('change', () => { set(choices, value); colourBar(); remember(); });
      group.append(element('label', {}, input, text));
    });
    return group;
  }

  function sizeButtons() {
    const told = element('output', {});
    const buttons = [['A−', 'chữ nhỏ hơn', -1], ['A', 'chữ vừa', 0], ['A+', 'chữ lớn hơn', 1]].map(([sign, meaning, step]) => {
      const button = element('button', { type: 'button', 'aria-label': sign + ' ' + meaning }, sign);
      button.addEventListener('click', () => {
        setSize(step ? sizes[sizes.indexOf(size()) + step] || size() : 100);
        remember();
        tell();
      });
      return button;
    });
    function tell() {
      const at = sizes.indexOf(size());
      told.textContent = 'Cỡ chữ ' + size() + '%';
      buttons[0].setAttribute('aria-disabled', String(at === 0));
      buttons[2].setAttribute('aria-disabled', String(at === sizes.length - 1));
    }
    tell();
    return [told, element('div', { class: 'sizes' }, ...buttons)];
  }

  /*
   * A button that opens a panel behind it, made at the first time. Escape closes it, and so does whatever happens elsewhere. For the
   * scripts of some pages too.
   */
  function disclose(button, make) {
    let panel = null;
    function show(open) {
      if (open && !panel) {
        panel = make();
        button.after(panel);
      }
      if (panel) { panel.hidden = !open; }
      button.setAttribute('aria-expanded', String(open));
    }
    function isOpen() { return button.getAttribute('aria-expanded') === 'true'; }
    button.addEventListener('click', () => show(!isOpen()));
    ['pointerenter', 'focus'].forEach(happening => button.addEventListener(happening, loadLater));
    document.addEventListener('keydown', event => {
      if (event.key === 'Escape' && isOpen()) {
        if (panel.contains(document.activeElement)) { button.focus(); }
        show(false);
      }
    });
    ['click', 'focusin'].forEach(happening => document.addEventListener(happening, event => {
      if (isOpen() && !button.contains(event.target) && !panel.contains(event.target)) { show(false); }
    }));
  }

  // What is opened here and in other scripts has a style sheet of its own, for which no page waits.
  const later = document.querySelector('template.later');
  if (!later) {
    document.head.append(element('link', { rel: 'stylesheet', href: new URL('../css/cong-cu.css', document.currentScript.src) }));
  }

  // The page for searching leaves that and more in a template, so that its first answer has the line for itself.
  function loadLater() {
    if (later) { document.head.append(later.content); }
  }
  if (later) { window.addEventListener('load', () => setTimeout(loadLater, 3000)); }
  window.addEventListener('beforeprint', loadLater);

  window.CLH = { element, disclose };

  document.querySelectorAll('.look button').forEach(button => disclose(button, () => element(
    'div', { class: 'panel', role: 'group', 'aria-label': 'Cách hiển thị' },
    ...sizeButtons(), choice('_mau', 'Màu', colours, {}), choice('_rong', 'Bề rộng bài viết', widths, { class: 'widths' })
  )));

  document.querySelectorAll('[data-print]').forEach(button => button.addEventListener('click', () => window.print()));

  // Việt Nam is seven hours ahead, all year.
  document.querySelectorAll('.today').forEach(place => {
    const now = new Date(Date.now() + 7 * 3600 * 1000);
    const days = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'];
    const [year, month, day] = now.toISOString().slice(0, 10).split('-');
    place.textContent = days[now.getUTCDay()] + ', ' + [day, month, year].join('/');
  });

  colourBar();
  // a page that comes back from the browser's memory may have been left before the choice
  window.addEventListener('pageshow', event => { if (event.persisted) { restore(); } });

  document.addEventListener('keydown', event => {
    const field = document.querySelector('input[name="q"]');
    const at = event.target;
    const typing = at.isContentEditable || at.matches('input:not([type="checkbox"]):not([type="radio"]), textarea, select');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing || !field) { return; }
    event.preventDefault();
    field.focus();
    field.select();
  });
}());

/* On pages of articles: the newest and the most read articles, from a script that is made anew with each of them. */
(function () {
  'use strict';
  var SHOWN = 5;
  var section = document.querySelector('[data-fresh]');
  if (!section) { return; }
  var source = section.getAttribute('data-fresh');
  var root = source.slice(0, source.lastIndexOf('/') + 1);

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) { made.className = className; }
    made.textContent = text || '';
    return made;
  }

  function link(uri, text) {
    var made = element('a', '', text);
    made.href = uri;
    return made;
  }

  function item(article) {
    var made = element('li');
    var card = made.appendChild(element('article', 'card'));
    card.appendChild(element('h3', 'card-title')).appendChild(link(root + article.u, article.t));
    card.appendChild(element('p', 'meta', [article.p, article.d].filter(Boolean).join(' · ')));
    return made;
  }

  // What the page itself names, and itself, need not stand here again.
  function others(articles, named) {
    return articles.filter(function (article) {
      return named.indexOf(link(root + article.u).href) < 0;
    }).slice(0, SHOWN);
  }

  function list(name, articles, className) {
    var made = element(name, 'cards cards-line' + className);
    articles.forEach(function (article) { made.appendChild(item(article)); });
    return made;
  }

  // The section of the page takes the first list there is, above its link.
  window.portalFresh = function (newest, read) {
    var self = link(section.getAttribute('data-self')).href;
    var named = Array.prototype.map.call(document.querySelectorAll('.article-side .card-title a'), function (a) { return a.href; });
    var at = section;
    [
      { title: 'Mới nhất', list: list('ul', others(newest, named.concat(self)), '') },
      { title: 'Đọc nhiều', list: list('ol', others(read, [self]), ' ranked') }
    ].forEach(function (block) {
      if (!block.list.firstChild) { return; }
      if (at.querySelector('.cards')) {
        at = section.parentNode.appendChild(element('section'));
        at.setAttribute('aria-labelledby', '_doc-nhieu');
        at.appendChild(element('h2', 'section-title')).id = '_doc-nhieu';
      }
      at.querySelector('h2').textContent = block.title;
      at.insertBefore(block.list, at.querySelector('.all'));
    });
  };

  function load() {
    var script = element('script');
    script.src = source;
    document.head.appendChild(script);
  }

  if (!window.IntersectionObserver) { load(); return; }
  var observer = new IntersectionObserver(function (entries) {
    if (entries.some(function (entry) { return entry.isIntersecting; })) {
      observer.disconnect();
      load();
    }
  }, { rootMargin: '600px' });
  observer.observe(section);
}());
