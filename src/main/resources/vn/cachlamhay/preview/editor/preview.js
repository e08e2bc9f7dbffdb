/*
 * The real page beside the text. What changed is changed in place; a page with another look is loaded in a second frame, and the two take
 * turns, so that nothing flickers and the place that is being read stays.
 */
import { byId } from './dom.js';
import { heads, patch } from './patch.js';

const WIDE = 1280;
const PHONE = 360;
let frames = [];
let next = null;
let loading = false;
let phone = false;
let stale = false;
let find = null;
let openArticle = () => {};

/** open: called with the address of an article that was clicked in the page. */
export function build(open) {
  openArticle = open;
  frames = [byId('khung-1'), byId('khung-2')];
  frames[1].classList.add('khung-cho');
  frames[1].setAttribute('aria-hidden', 'true');
  frames[1].tabIndex = -1;
  new ResizeObserver(fit).observe(byId('khung-xem'));
  const choose = wanted => () => {
    phone = wanted;
    byId('rong-dien-thoai').setAttribute('aria-pressed', String(phone));
    byId('rong-may-tinh').setAttribute('aria-pressed', String(!phone));
    fit();
  };
  byId('rong-dien-thoai').addEventListener('click', choose(true));
  byId('rong-may-tinh').addEventListener('click', choose(false));
  byId('an-xem').addEventListener('click', () => {
    const away = byId('hai-cot').classList.toggle('khong-xem');
    byId('an-xem').textContent = away ? 'Hiện trang thật' : 'Ẩn';
    byId('an-xem').setAttribute('aria-expanded', String(!away));
    fit();
  });
}

/** Scales the frames so that the page believes in its width. */
function fit() {
  const place = byId('khung-xem');
  const width = place.clientWidth;
  const height = place.clientHeight;
  if (!width || !height) {
    return;
  }
  const wanted = phone ? PHONE : WIDE;
  const scale = Math.min(1, width / wanted);
  for (const frame of frames) {
    frame.style.width = wanted + 'px';
    frame.style.height = Math.ceil(height / scale) + 'px';
    frame.style.left = Math.max(0, (width - wanted * scale) / 2) + 'px';
    frame.style.transform = `scale(${scale})`;
  }
}

/**
 * Shows another state of the page.
 *
 * @param words gives some words near the place that is being written, or an empty text
 */
export function show(address, words) {
  next = address;
  find = words;
  if (!loading) {
    load();
  }
}

/** Another article: what the frames show has nothing to do with it. */
export function begin() {
  next = null;
  stale = loading;
  byId('khung-xem').classList.add('khung-trong');
  empty('Đang làm trang …');
}

/** Says why there is no newer page. */
export function empty(text) {
  byId('xem-chua').textContent = text;
  byId('xem-chua').hidden = false;
}

async function load() {
  const address = next;
  next = null;
  loading = true;
  const inPlace = !byId('khung-xem').classList.contains('khung-trong') && await change(address);
  if (!inPlace && !stale) {
    await loadWhole(address);
  }
  loading = false;
  stale = false;
  if (next) {
    load();
  }
}

/** Changes what is different in the page that is shown; false where that would not be the same page as a fresh one. */
async function change(address) {
  const page = frames[0].contentDocument;
  try {
    const answer = await fetch(address, { credentials: 'same-origin' });
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!answer.ok || !page || heads(page) !== heads(fresh)) {
      return false;
    }
    if (!stale) {
      patch(page.body, fresh.body);
      follow(page);
      shown();
    }
    return true;
  } catch {
    // the frame tells in its own way what is wrong
    return false;
  }
}

function loadWhole(address) {
  const [front, back] = frames;
  return new Promise(resolve => {
    const done = () => {
      back.removeEventListener('load', done);
      clearTimeout(late);
      if (!stale) {
        turn(front, back);
      }
      resolve();
    };
    const late = setTimeout(done, 5000);
    back.addEventListener('load', done);
    // replace: the frame must not fill the browser's "back" with states of the page
    back.contentWindow.location.replace(address);
  });
}

function shown() {
  byId('xem-chua').hidden = true;
  byId('khung-xem').classList.remove('khung-trong');
}

function turn(front, back) {
  const before = front.contentDocument && front.contentDocument.scrollingElement;
  const after = back.contentDocument && back.contentDocument.scrollingElement;
  if (before && after) {
    after.scrollTop = before.scrollTop;
  }
  follow(back.contentDocument);
  back.classList.remove('khung-cho');
  back.removeAttribute('aria-hidden');
  back.removeAttribute('tabindex');
  back.title = 'Trang thật của bài';
  front.classList.add('khung-cho');
  front.setAttribute('aria-hidden', 'true');
  front.tabIndex = -1;
  front.title = 'Trang thật của bài (đang làm mới)';
  frames = [back, front];
  shown();
  if (back.contentDocument) {
    back.contentDocument.addEventListener('click', click, true);
    back.contentDocument.addEventListener('submit', event => event.preventDefault(), true);
  }
}

/** Asks again for pictures that were not there: those that have just come are made by the next bake. */
export function mend() {
  const page = frames[0].contentDocument;
  for (const picture of page ? page.images : []) {
    if (picture.complete && !picture.naturalWidth) {
      const address = picture.getAttribute('src');
      picture.removeAttribute('src');
      picture.setAttribute('src', address);
    }
  }
}

/** Links lead nowhere here; those to articles open them in the editor. */
function click(event) {
  const link = event.target.closest && event.target.closest('a[href]');
  if (!link) {
    return;
  }
  event.preventDefault();
  const address = new URL(link.href);
  const here = link.ownerDocument.location;
  if (address.origin === here.origin && address.pathname === here.pathname) {
    const target = address.hash && link.ownerDocument.getElementById(decodeURIComponent(address.hash.slice(1)));
    if (target) {
      target.scrollIntoView();
    }
  } else if (address.origin === here.origin) {
    openArticle(address.pathname.replace(/^\/bien-tap\/xem\/[^/]+\//, ''));
  }
}

/** Brings the place that is being written into sight, if it is not. */
function follow(page) {
  const words = find ? find() : '';
  if (!page || !words) {
    return;
  }
  const window = page.defaultView;
  const blocks = page.querySelectorAll('main :is(p, li, h1, h2, h3, h4, td, th, figcaption, blockquote), body :is(p, li, h2, h3, td)');
  const clean = text => text.replace(/[“”"‘’'–—-]/g, '').replace(/\s+/g, ' ').trim();
  const wanted = clean(words);
  const found = [...blocks].find(block => clean(block.textContent).includes(wanted));
  if (found) {
    const box = found.getBoundingClientRect();
    if (box.bottom < 60 || box.top > window.innerHeight - 60) {
      window.scrollBy({ top: box.top - window.innerHeight / 3, behavior: 'instant' });
    }
  }
}
