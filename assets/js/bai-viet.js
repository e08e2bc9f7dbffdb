/*
 * On pages of articles: reading aloud ("Nghe bài"), sentence by sentence, with a Vietnamese voice of the reader's own device, and the
 * ways to pass an article on ("Chia sẻ"). Asks nothing of other hosts.
 */
(function () {
  'use strict';
  const { element, disclose } = window.CLH;
  const own = document.currentScript.src;
  const article = document.querySelector('article.article');

  /* ---- Sentences ---- */

  const blocks = 'p, li, h1, h2, h3, h4, h5, h6, tr, figcaption, caption, dt, dd, blockquote, pre, div';
  const silent = 'sup, script, style, audio, .sr, .agency, .footnote-backref, [aria-hidden="true"]';
  // before their point a name or a number is still to come
  const abbreviations = new Set(('tp tx tt q p h x đ đ/c đc gs pgs ts ths cn ks bs ls nxb nđ qđ tr tg vd st ct mr mrs ms dr no').split(' '));
  const longest = 220;

  function isSmall(letter) { return letter !== letter.toUpperCase(); }

  /* Whether the sign at this place of a text ends the sentence that began at start; after it comes white space or nothing. */
  function ends(text, start, at, next) {
    const after = text.slice(next).replace(/^[\s"“”'‘’«(–-]+/, '');
    if (!after) { return true; }
    if (isSmall(after[0])) { return false; }
    if (text[at] !== '.') { return true; }
    const word = /[^\s"“”'‘’«(]*$/.exec(text.slice(0, at))[0];
    if (word === 'v.v') { return true; }
    const part = word.slice(word.lastIndexOf('.') + 1);
    if (abbreviations.has(part.toLowerCase())) { return false; }
    // initials, and the numbers of what is listed
    if (part.length === 1 && /[^\d]/.test(part)) { return false; }
    return !(/^\d+$/.test(word) && !text.slice(start, at - word.length).trim());
  }

  /* Where the sentences of a text begin and end. Voices give up on very long ones: those go on after a comma. */
  function sentences(text) {
    const found = [];
    let start = 0;
    function add(end) {
      while (end - start > longest) {
        const head = text.slice(start, start + longest);
        const pause = Math.max(head.lastIndexOf(', '), head.lastIndexOf('; '), head.lastIndexOf(': '), head.lastIndexOf(' – '));
        const cut = pause > 40 ? pause + 1 : head.lastIndexOf(' ');
        if (cut < 1) { break; }
        found.push([start, start + cut]);
        start += cut;
      }
      found.push([start, end]);
      start = end;
    }
    const sign = /[.!?…]+["”’»)\]]*(?=\s|$)/g;
    for (let hit = sign.exec(text); hit; hit = sign.exec(text)) {
      if (ends(text, start, hit.index, sign.lastIndex)) { add(sign.lastIndex); }
    }
    if (start < text.length) { add(text.length); }
    return found.filter(([from, to]) => /[\p{L}\p{N}]/u.test(text.slice(from, to)));
  }

  /* All that is read of the page, in order: what to say, and where it stands. */
  function passages() {
    const read = [];
    let block = null;
    let cell = null;
    let text = '';
    let nodes = [];
    function place(offset, end) {
      const at = nodes.find(each => offset < each.end || (end && offset === each.end)) || nodes[nodes.length - 1];
      return [at.node, Math.max(0, Math.min(offset - at.start, at.node.length))];
    }
    function finish() {
      sentences(text).forEach(([from, to]) => {
        const range = document.createRange();
        range.setStart(...place(from + /^\s*/.exec(text.slice(from, to))[0].length, false));
        range.setEnd(...place(to, true));
        read.push({ said: text.slice(from, to).replace(/\s+/g, ' ').trim(), range, block });
      });
      text = '';
      nodes = [];
    }
    article.querySelectorAll('h1, .lead, .correction, .prose').forEach(part => {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        const parent = node.parentElement;
        const nextBlock = parent.closest(blocks);
        const nextCell = parent.closest('td, th');
        // nothing to say between cells, nor in an empty one
        if (parent.closest(silent) || (parent === nextBlock && parent.matches('tr')) || (nextCell !== cell && !node.data.trim())) { continue; }
        if (nextBlock !== block) {
          finish();
          block = nextBlock;
        } else if (nextCell !== cell && text.trim()) {
          text += ', ';
        }
        cell = nextCell;
        nodes.push({ node, start: text.length, end: text.length + node.length });
        text += node.data;
      }
      finish();
    });
    return read;
  }

  /* ---- Reading aloud ---- */

  const speech = window.speechSynthesis;
  const speeds = [0.75, 1, 1.25, 1.5, 2];
  const speedKey = 'clh-toc-do';
  const listen = document.querySelector('[data-listen]');

  function voice() {
    const vietnamese = speech.getVoices().filter(each => /^vi\b|^vi_/i.test(each.lang));
    return vietnamese.find(each => each.localService) || vietnamese[0];
  }

  function reader() {
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const highlights = window.CSS && CSS.highlights && window.Highlight;
    let read = [];
    let at = 0;
    let speaking = false;
    let marked = null;
    let utterance = null;
    let speed = 1;
    try { speed = speeds.find(each => String(each) === localStorage.getItem(speedKey)) || 1; } catch (e) { speed = 1; }

    const pause = element('button', { type: 'button' });
    const stop = element('button', { type: 'button' }, 'Dừng');
    const choice = element('select', { 'aria-label': 'Tốc độ đọc' });
    speeds.forEach(each => choice.append(new Option(String(each).replace('.', ',') + '×', each, false, each === speed)));
    const told = element('span', {});
    const bar = element('div', { class: 'reader', role: 'region', 'aria-label': 'Nghe bài' }, pause, stop, choice, told);

    function mark(passage) {
      if (highlights) {
        CSS.highlights.delete('doc');
        if (passage) { CSS.highlights.set('doc', new window.Highlight(passage.range)); }
      } else {
        if (marked) { marked.classList.remove('spoken'); }
        if (passage) { passage.block.classList.add('spoken'); }
      }
      marked = passage && passage.block;
      if (!passage) { return; }
      const box = passage.range.getBoundingClientRect();
      if (box.top < 0 || box.bottom > window.innerHeight - bar.offsetHeight) {
        passage.block.scrollIntoView({ block: box.height > window.innerHeight / 2 ? 'start' : 'center', behavior: calm ? 'auto' : 'smooth' });
      }
    }

    // Devices differ in what pausing does, so a pause is a stop that goes on at the beginning of the sentence.
    function hush() {
      utterance = null;
      speech.cancel();
    }

    function say() {
      const passage = read[at];
      if (!passage) { return close(); }
      const saying = new SpeechSynthesisUtterance(passage.said);
      saying.lang = 'vi-VN';
      saying.voice = voice();
      saying.rate = speed;
      saying.onend = () => {
        if (utterance === saying) {
          at += 1;
          say();
        }
      };
      saying.onerror = () => {
        if (utterance === saying) { toggle(false); }
      };
      // kept, or some browsers forget it while it speaks
      utterance = saying;
      mark(passage);
      told.textContent = 'Câu ' + (at + 1) + '/' + read.length;
      speech.speak(saying);
    }

    function toggle(on) {
      speaking = on;
      pause.textContent = on ? 'Tạm dừng' : 'Nghe tiếp';
      hush();
      if (on) { say(); }
    }

    function open() {
      if (bar.isConnected) { return close(); }
      read = passages();
      at = 0;
      document.documentElement.classList.add('reads');
      document.body.append(bar);
      listen.setAttribute('aria-pressed', 'true');
      toggle(true);
      pause.focus();
    }

    function close() {
      const inside = bar.contains(document.activeElement);
      speaking = false;
      hush();
      mark(null);
      bar.remove();
      document.documentElement.classList.remove('reads');
      listen.setAttribute('aria-pressed', 'false');
      if (inside) { listen.focus({ preventScroll: true }); }
    }

    pause.addEventListener('click', () => toggle(!speaking));
    stop.addEventListener('click', close);
    choice.addEventListener('change', () => {
      speed = Number(choice.value);
      try { localStorage.setItem(speedKey, choice.value); } catch (e) { /* unremembered */ }
      if (speaking) { toggle(true); }
    });
    bar.addEventListener('keydown', event => { if (event.key === 'Escape') { close(); } });
    window.addEventListener('pagehide', close);
    return open;
  }

  if (listen && speech && window.SpeechSynthesisUtterance) {
    let open = null;
    const offer = () => { listen.hidden = !voice(); };
    listen.setAttribute('aria-pressed', 'false');
    listen.addEventListener('click', () => {
      open = open || reader();
      open();
    });
    offer();
    if (speech.addEventListener) { speech.addEventListener('voiceschanged', offer); }
  }

  /* ---- Passing it on ---- */

  const share = document.querySelector('[data-share]');
  const canonical = document.querySelector('link[rel="canonical"]');
  const address = canonical ? canonical.href : location.href.split('#')[0];
  const link = 'Chép liên kết';

  function copy(button) {
    function done(word) {
      button.textContent = word;
      setTimeout(() => { button.textContent = link; }, 4000);
    }
    // outside of secure pages there is only the old way
    function oldWay() {
      const field = element('textarea', { readonly: '', class: 'sr' }, address);
      button.after(field);
      field.select();
      const copied = document.execCommand('copy');
      field.remove();
      button.focus();
      done(copied ? 'Đã chép' : 'Không chép được');
    }
    if (navigator.clipboard) {
      navigator.clipboard.writeText(address).then(() => done('Đã chép'), oldWay);
    } else {
      oldWay();
    }
  }

  function qr(button) {
    const script = element('script', { src: new URL('ma-qr.js', own).href });
    script.addEventListener('load', () => {
      const picture = window.CLH.qr(address);
      picture.setAttribute('aria-label', 'Mã QR của địa chỉ bài này');
      button.replaceWith(picture);
      picture.focus();
    });
    script.addEventListener('error', () => { button.textContent = 'Không tải được mã QR'; });
    document.head.append(script);
  }

  function ways() {
    const title = document.querySelector('h1').textContent;
    const panel = element('div', { class: 'panel', role: 'group', 'aria-label': 'Chia sẻ' });
    function way(name, action) {
      const button = element('button', { type: 'button' }, name);
      button.addEventListener('click', () => action(button));
      panel.append(button);
      return button;
    }
    if (navigator.share) {
      way('Zalo, tin nhắn, ứng dụng khác…', () => navigator.share({ title, url: address }).catch(() => {}));
    }
    panel.append(element('a', {
      href: 'https://www.facebook.com/sharer/sharer.php?u=' + encodeURIComponent(address), target: '_blank', rel: 'noopener noreferrer'
    }, 'Facebook'));
    // Zalo has no address that takes a link: where the system passes nothing on, it is pasted there
    way(navigator.share ? link : link + ' (để dán vào Zalo)', copy).setAttribute('aria-live', 'polite');
    if (canonical) { way('Mã QR', qr); }
    return panel;
  }

  if (share) {
    // an address on one's own disk is of no use to others
    if (canonical || /^http/.test(location.protocol)) { disclose(share, ways); } else { share.hidden = true; }
  }
}());
