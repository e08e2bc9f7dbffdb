/* The list of all articles: filtered and sorted here, drawn a page at a time, so that ten thousand stay fluid. */
import { byId, el, button, icon } from './dom.js';
import { api } from './api.js';
import { collator, folded, shownDate, writtenDate } from './text.js';
import { STATUSES } from './form.js';
import * as drafts from './drafts.js';

const PAGE = 50;
const COLUMNS = [
  ['problems', 'Cần làm'], ['title', 'Tiêu đề'], ['locality', 'Địa phương'], ['topic', 'Chủ đề'], ['status', 'Trạng thái'], ['date', 'Ngày'],
];
const STATUS = { draft: 'Bản nháp', review: 'Chờ duyệt', published: 'Đã đăng', 'published-date': 'Hẹn đăng' };
const KEEP = 'bien-tap-danh-sach';

let articles = [];
let unsaved = new Set();
let types = new Map();
let matching = [];
let view = { sort: 'problems', down: false, page: 0 };
let order = new Map();
let asked = 0;

const VALUES = {
  title: article => article.title || '', locality: article => (article.locality || []).join(', '),
  topic: article => (article.topic || []).join(', '), status: article => STATUSES.findIndex(each => each[0] === article.status),
  date: article => writtenDate(article.date || ''),
};

function sorted(list) {
  if (view.sort === 'problems') {
    return view.down ? [...list].reverse() : list;
  }
  // the order of a whole column is found once, not at every letter of the filter
  if (!order.has(view.sort)) {
    const value = VALUES[view.sort];
    const plain = view.sort === 'date' || view.sort === 'status';
    const keyed = articles.map(article => [value(article), article]);
    keyed.sort(plain ? (a, b) => a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0 : (a, b) => collator.compare(a[0], b[0]));
    order.set(view.sort, new Map(keyed.map(([, article], at) => [article, at])));
  }
  const places = order.get(view.sort);
  return [...list].sort((a, b) => (places.get(a) - places.get(b)) * (view.down ? -1 : 1));
}

const PROBLEM = {
  error: article => article.errors > 0, warning: article => article.warnings > 0,
  none: article => !article.errors && !article.warnings, draft: article => unsaved.has(article.path),
};

function filter() {
  const words = folded(byId('loc').value).split(' ').filter(Boolean);
  const status = byId('loc-trang-thai').value;
  const type = byId('loc-loai').value;
  const problem = PROBLEM[byId('loc-van-de').value];
  matching = sorted(articles.filter(article => (!status || article.status === status) && (!type || article.type === type)
    && (!problem || problem(article)) && words.every(word => article.folded.includes(word))));
  draw();
  remember();
}

function state(article) {
  const parts = [];
  if (unsaved.has(article.path)) {
    parts.push(el('span', { class: 'dau-hieu dau-chua' }, 'chưa lưu'));
  }
  if (article.errors) {
    parts.push(el('span', { class: 'dau-hieu dau-error' }, icon('error'), `${article.errors} lỗi`));
  }
  if (article.warnings) {
    parts.push(el('span', { class: 'dau-hieu dau-warning' }, icon('warning'), `${article.warnings} lưu ý`));
  }
  return parts;
}

function row(article) {
  const cell = (name, ...content) => el('td', { class: 'cot-' + name }, content);
  return el('tr', {},
    cell('problems', state(article)),
    el('th', { scope: 'row', class: 'cot-title' },
      el('a', { href: '#bai=' + encodeURIComponent(article.path) }, article.title || article.path),
      el('span', { class: 'loai-bai' }, types.get(article.type) || article.type || ''),
      article.first && el('span', { class: 'dau-tien' }, article.first)),
    cell('locality', (article.locality || []).join(', ')),
    cell('topic', (article.topic || []).join(', ')),
    cell('status', el('span', { class: `tt tt-${article.status || 'none'}` }, STATUS[article.status] || article.status || 'Chưa ghi')),
    cell('date', shownDate(article.date || '')));
}

function draw() {
  const pages = Math.max(1, Math.ceil(matching.length / PAGE));
  view.page = Math.min(view.page, pages - 1);
  const from = view.page * PAGE;
  const part = matching.slice(from, from + PAGE);
  const focused = byId('ds-than').contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
  byId('ds-than').replaceChildren(...part.length ? part.map(row)
    : [el('tr', {}, el('td', { colspan: COLUMNS.length, class: 'trong' }, articles.length ? 'Không có bài nào như thế.' : 'Chưa có bài nào. Bấm “Bài mới” để bắt đầu, hoặc kéo tệp Word vào đây.'))]);
  if (focused) {
    // files that change on disk redraw the list under somebody's hands
    [...byId('ds-than').querySelectorAll('a')].find(link => link.getAttribute('href') === focused)?.focus({ preventScroll: true });
  }
  const number = count => count.toLocaleString('vi');
  byId('so-bai').textContent = matching.length === articles.length ? `${number(articles.length)} bài`
    : `${number(matching.length)} trong ${number(articles.length)} bài`;
  document.querySelectorAll('#ds-dau th').forEach(head => {
    const is = head.dataset.cot === view.sort;
    head.setAttribute('aria-sort', is ? view.down ? 'descending' : 'ascending' : 'none');
  });
  const go = by => () => {
    view.page += by;
    draw();
    remember();
    byId('ds-bai').scrollIntoView({ block: 'start' });
    const next = byId(by > 0 ? 'trang-sau' : 'trang-truoc');
    (next && !next.disabled ? next : byId('cac-trang').querySelector('button:not([disabled])')).focus({ preventScroll: true });
  };
  byId('cac-trang').replaceChildren(...pages > 1 ? [button('Trang trước', go(-1), { id: 'trang-truoc', disabled: view.page === 0 }),
    el('span', {}, `Trang ${view.page + 1} / ${number(pages)}`),
    button('Trang sau', go(1), { id: 'trang-sau', disabled: view.page === pages - 1 })] : []);
}

const FILTERS = ['loc', 'loc-van-de', 'loc-trang-thai', 'loc-loai'];

function remember() {
  sessionStorage.setItem(KEEP, JSON.stringify({ view, filters: FILTERS.map(id => byId(id).value) }));
}

/** Puts the head of the list together, once. */
export function build(site) {
  types = new Map(site.types.map(type => [type.key, type.name]));
  byId('loc-trang-thai').append(...Object.entries(STATUS).map(([key, name]) => el('option', { value: key }, name)));
  byId('loc-loai').append(...site.types.map(type => el('option', { value: type.key }, type.name)));
  byId('ds-dau').append(...COLUMNS.map(([key, name]) => el('th', { scope: 'col', 'data-cot': key, class: 'cot-' + key },
    el('button', { type: 'button', onclick: () => {
      view = { sort: key, down: view.sort === key ? !view.down : key === 'date', page: 0 };
      filter();
    } }, name))));
  const old = JSON.parse(sessionStorage.getItem(KEEP) || 'null');
  if (old) {
    view = old.view;
    FILTERS.forEach((id, at) => { byId(id).value = old.filters[at]; });
  }
  byId('bo-loc').addEventListener('submit', event => event.preventDefault());
  byId('bo-loc').addEventListener('input', () => {
    view.page = 0;
    filter();
  });
}

/** Reads the list again and draws it. */
export async function show() {
  const question = ++asked;
  const [answer, kept] = await Promise.all([api.articles(), drafts.paths()]);
  if (question === asked) {
    articles = answer.articles;
    unsaved = new Set(kept);
    order = new Map();
    filter();
    lost(kept.filter(path => !articles.some(article => article.path === path)));
  }
}

/** What was typed into articles that are no longer there. */
function lost(paths) {
  byId('ban-roi').replaceChildren(...paths.map(path => el('div', { class: 'tin tin-luu-y' },
    el('p', {}, `Trình duyệt còn giữ phần chưa lưu của “${path}”, nhưng tệp ấy không còn.`),
    el('div', { class: 'nut-hang' }, el('a', { class: 'nut', href: '#mat=' + encodeURIComponent(path) }, 'Xem phần đã viết')))));
}
