/* Print and text size: two buttons that the page shows only when this script runs. A slash leads to the search field. */
(function () {
  'use strict';
  var root = document.documentElement;
  var key = 'clh-chu-lon';

  function each(selector, action) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), action);
  }

  // Storage may be refused (private window, file://): the buttons still work, only unremembered.
  function remembered() {
    try { return window.localStorage.getItem(key) === '1'; } catch (e) { return false; }
  }

  function remember(large) {
    try { window.localStorage.setItem(key, large ? '1' : '0'); } catch (e) { return; }
  }

  function setLarge(large) {
    if (large) { root.classList.add('large'); } else { root.classList.remove('large'); }
    each('[data-text-size]', function (button) {
      button.setAttribute('aria-pressed', large ? 'true' : 'false');
    });
  }

  each('[data-print]', function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { window.print(); });
  });

  each('[data-text-size]', function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      var large = !root.classList.contains('large');
      setLarge(large);
      remember(large);
    });
  });

  setLarge(remembered());

  document.addEventListener('keydown', function (event) {
    var field = document.querySelector('input[name="q"]');
    var at = event.target;
    var typing = at.isContentEditable || at.matches('input:not([type="checkbox"]), textarea, select');
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
