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
