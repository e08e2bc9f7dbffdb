/* What was found when the open article was brought in, beside its form: values to take over, lines that were left out, the original. */
import { byId, el, icon, button, linked, say } from './dom.js';
import { api } from './api.js';
import { shownDate } from './text.js';
import * as article from './article.js';
import * as body from './body.js';
import * as form from './form.js';

const ICONS = { sure: 'done', likely: 'notice', guess: 'help' };
const SEVERAL = ['author', 'locality', 'topic', 'tags'];
const WIDE = matchMedia('(min-width: 64.01rem)');
const CLOSED = 'bien-tap-da-xem:';

let report = null;
let missing = null;

const shown = (key, value) => key === 'date' ? shownDate(value) : value;
const has = (key, value) => form.value(key).some(each => each.normalize('NFC') === value.normalize('NFC'));

function seen(yes) {
  byId('hai-cot').classList.toggle('xem-bao', yes);
  byId('bao-nhap').hidden = !yes;
  byId('mo-bao-nhap').setAttribute('aria-expanded', String(yes));
  body.refresh();
}

function close() {
  localStorage.setItem(CLOSED + report.article, '1');
  seen(false);
  byId('mo-bao-nhap').focus();
}

/** In place of a button that has done its work; the focus stays near. */
function replace(done, text) {
  const word = el('span', { class: 'bao-xong', tabindex: '-1' }, icon('done'), text);
  done.replaceWith(word);
  word.focus();
}

function use(found, event) {
  const { key, value, name } = found;
  form.change(key, SEVERAL.includes(key) ? [...form.value(key), value] : [value]);
  article.changed();
  lacking();
  replace(event.currentTarget, 'Đã dùng');
  say(`Đã điền ${name.toLowerCase()}: ${shown(key, value)}`);
}

function finding(found) {
  const there = has(found.key, found.value);
  const guess = found.certainty === 'guess';
  return el('li', { class: 'bao-' + found.certainty },
    el('div', { class: 'bao-gia-tri' }, el('strong', {}, shown(found.key, found.value)),
      el('span', { class: 'bao-do' }, icon(ICONS[found.certainty]), found.sure)),
    el('p', { class: 'ghi' }, sentence(found.where), found.quote && found.quote !== found.value && [': ', el('q', {}, found.quote)]),
    !there && (guess || form.value(found.key).length === 0) && button('Dùng', event => use(found, event),
      { kind: 'nho', 'aria-label': `Dùng “${shown(found.key, found.value)}” cho ${found.name}` }));
}

const sentence = text => text.charAt(0).toUpperCase() + text.slice(1);

function fields() {
  const groups = new Map();
  report.fields.forEach(found => groups.set(found.key, [...groups.get(found.key) || [], found]));
  return el('div', { class: 'bao-cac-muc' }, [...groups.values()].map(group => el('div', { class: 'bao-muc' },
    el('h3', {}, group[0].name), el('ul', {}, group.map(finding)))));
}

/** Tells of fields that are empty still; whatever was found, they may have been filled by hand. */
function lacking() {
  const names = report.missing.filter(field => form.value(field.key).length === 0).map(field => field.name);
  missing.hidden = names.length === 0;
  missing.lastElementChild.textContent = `Còn phải điền: ${names.join(', ')}`;
}

function notices() {
  const line = (...content) => el('li', { class: 'vd vd-notice' }, icon('notice'), el('div', {}, content));
  missing = line();
  missing.id = 'bao-thieu';
  return (report.missing.length > 0 || report.notices.length > 0) && [el('h3', { class: 'bao-dau' }, 'Nên xem lại'),
    el('ul', { class: 'van-de' }, missing, report.notices.map(notice =>
      line(linked(sentence(notice.message)), el('span', { class: 'vd-goi-y' }, sentence(notice.hint)))))];
}

function putBack(line, event) {
  body.placeholder().insert(line, true);
  replace(event.currentTarget, 'Đã đưa vào');
  say('Đã đưa vào bài, ở chỗ con trỏ');
}

function leftOut() {
  const few = report.dropped.length <= 5;
  return report.dropped.length > 0 && el('details', { open: few, id: 'bao-bo-ra' }, el('summary', {}, `Những dòng để ngoài bài (${report.dropped.length})`),
    el('ul', { class: 'bao-dong' }, report.dropped.map(line => el('li', {}, el('span', {}, line),
      button('Đưa vào bài', event => putBack(line, event), { kind: 'nho', 'aria-label': `Đưa vào bài: ${line}` })))));
}

function tidied() {
  return report.changes.length > 0 && el('details', { id: 'bao-sua' }, el('summary', {}, `Đã sửa cho gọn (${report.changes.length})`),
    el('ul', { class: 'bao-dong' }, report.changes.map(change => el('li', {}, el('span', {},
      el('span', { class: 'an' }, 'Trước: '), el('del', {}, change.before), el('span', { 'aria-hidden': 'true' }, ' → '),
      el('span', { class: 'an' }, ' Sau: '), el('ins', {}, change.after))))));
}

function figures() {
  return report.figures.length > 0 && [el('h3', { class: 'bao-dau' }, 'Số liệu trong bài'),
    el('ul', { class: 'bao-dong' }, report.figures.map(figure => el('li', {}, el('span', {}, el('strong', {}, figure.value), ' – ', figure.indicator,
      figure.sentence && el('span', { class: 'ghi bao-cau' }, figure.sentence)))))];
}

function draw() {
  const original = el('a', { class: 'nut nut-nho', download: report.original, id: 'tai-goc',
    href: 'api/import-original?article=' + encodeURIComponent(report.article) }, icon('save'), 'Tải bản gốc');
  byId('bao-nhap').replaceChildren(
    el('div', { class: 'bao-thanh' }, el('h2', {}, 'Kết quả nhập'), button('Đóng', close, { kind: 'nho', id: 'dong-bao-nhap' })),
    el('div', { class: 'bao-than', tabindex: '0', role: 'group', 'aria-label': 'Kết quả nhập, cuộn lên xuống' },
      el('div', { class: 'bao-nguon' }, el('p', {}, 'Từ ', /^https?:\/\//.test(report.address)
        ? el('a', { href: report.address, target: '_blank', rel: 'noreferrer noopener' }, report.address) : `“${report.source}”`), original),
      [notices(), fields(), figures(), leftOut(), tidied()].flat().filter(Boolean)));
  lacking();
}

/** A draft was just made: its report is shown though one of the same name had been put away. */
export const renew = path => localStorage.removeItem(CLOSED + path);

/** Shows the report of the article that was opened, where it has one. */
export async function begin(path) {
  end();
  let answer = null;
  try {
    answer = await api.importReport(path);
  } catch {
    // the article itself says what is wrong with the program or with it
    return;
  }
  if (!answer.report || !article.isOpen(path) || !article.state().whole) {
    return;
  }
  report = answer.report;
  draw();
  byId('mo-bao-nhap').hidden = false;
  // it lies over the page until somebody has put it away; where there is room for one only, the form comes first
  if (WIDE.matches && form.value('status')[0] === 'draft' && !localStorage.getItem(CLOSED + path)) {
    seen(true);
  }
}

export function end() {
  report = null;
  byId('mo-bao-nhap').hidden = true;
  seen(false);
}

export function build() {
  byId('mo-bao-nhap').addEventListener('click', () => {
    if (byId('bao-nhap').hidden) {
      // the form may hold other values by now
      draw();
      seen(true);
      byId('dong-bao-nhap').focus();
    } else {
      close();
    }
  });
  for (const id of ['chon-viet', 'chon-xem']) {
    byId(id).addEventListener('click', () => seen(false));
  }
}
