/* Files and addresses that become drafts: chosen or dropped onto the list, sent one after the other. The dialog may be closed meanwhile. */
import { byId, el, icon, button, linked, say } from './dom.js';
import { api } from './api.js';
import { ask, closeAll } from './dialogs.js';
import { size } from './text.js';
import * as files from './files.js';
import { renew } from './report.js';

const KINDS = '.docx,.doc,.odt,.rtf,.txt,.html,.htm,.mht,.mhtml,.zip';
const ASK = 1000;
const TELL = 5000;
const isArchive = name => /\.zip$/i.test(name);

let limits = {};
let waiting = [];
let working = null;
let batch = '';
let done = 0;
let all = 0;
let began = 0;
let before = 0;
let told = 0;
let stopping = false;
let counts = {};

const choose = button('Chọn tệp …', async () => add(await files.chooseFiles(KINDS)), { id: 'nhap-chon', image: 'clip' });
const zone = el('div', { class: 'nhap-tha' }, el('p', {}, el('strong', {}, 'Kéo tệp vào đây'), ' hoặc ', choose),
  el('p', { class: 'ghi' }, 'Tệp Word (.docx, .doc), .odt, .rtf, .txt, trang web đã lưu (.html, .mht), hoặc nhiều tệp nén thành .zip. Mỗi bài thành một bản nháp.'));
const address = el('input', { type: 'url', id: 'nhap-dia-chi', placeholder: 'https://', autocomplete: 'off', spellcheck: 'false',
  'aria-describedby': 'nhap-dia-chi-ghi' });
const bar = el('progress', { max: 1, value: 0, 'aria-label': 'Đã nhập' });
const where = el('p', { id: 'nhap-tien' });
const stop = button('Dừng', stopNow, { id: 'nhap-dung' });
const more = button('Nhập tiếp', () => start(), { id: 'nhap-tiep', kind: 'vua' });
const status = el('div', { class: 'nhap-dang', hidden: true }, where, bar, stop, more);
const rows = el('ol', { class: 'nhap-ket-qua', id: 'nhap-ket-qua', 'aria-label': 'Kết quả từng tệp' });
// what is seen changes too often to be heard
const heard = el('p', { class: 'an', role: 'status' });
const root = el('div', { class: 'nhap' }, zone,
  el('div', { class: 'o' }, el('label', { for: 'nhap-dia-chi' }, 'Hoặc địa chỉ của một trang web'),
    el('div', { class: 'o-ngay' }, address, button('Lấy về', take, { id: 'nhap-lay' })),
    el('p', { class: 'ghi', id: 'nhap-dia-chi-ghi' }, 'Chép cả địa chỉ trên thanh địa chỉ của trình duyệt. Phải được phép dùng bài ấy.')),
  status, heard, rows);

const isShown = () => root.isConnected && Boolean(root.closest('dialog[open]'));

function hear(text, now) {
  if (now || Date.now() - told > TELL) {
    told = Date.now();
    heard.textContent = text;
  }
}

function rest() {
  const seconds = (Date.now() - began) / 1000 / (done - before) * (all - done);
  return seconds < 55 ? `còn khoảng ${Math.max(5, Math.ceil(seconds / 5) * 5)} giây` : `còn khoảng ${Math.ceil(seconds / 60)} phút`;
}

function draw() {
  const running = working !== null;
  status.hidden = !running && waiting.length === 0;
  bar.max = Math.max(1, all);
  bar.value = done;
  const count = `${done}/${all}`;
  where.textContent = !running ? `${count} · đã dừng, còn ${waiting.length} tệp chưa nhập`
    : stopping ? `${count} · dừng sau bài này` : done > before ? `${count} · ${rest()}` : `${count} · đang nhập`;
  const focused = [stop, more].includes(document.activeElement);
  stop.hidden = !running;
  more.hidden = running || waiting.length === 0;
  if (focused) {
    [stop, more, choose].find(each => !each.hidden).focus();
  }
  byId('nhap-bai-chu').textContent = running ? `Đang nhập ${count}` : 'Nhập bài';
}

const open = outcome => el('a', { href: '#bai=' + encodeURIComponent(outcome.article), onclick: closeAll }, outcome.title || outcome.article);

const sentence = text => text.charAt(0).toUpperCase() + text.slice(1);

const problem = each => el('span', { class: 'nhap-ghi' }, linked(`${sentence(each.message)}. ${sentence(each.hint)}.`, closeAll));

function row(kind, image, name, ...content) {
  return el('li', { class: 'nhap-' + kind }, icon(image), el('div', {}, el('span', { class: 'nhap-ten' }, name), content));
}

const failedRow = (name, message, hint) => row('failed', 'error', name, el('span', {}, 'Chưa nhận được: ', message.replace(/\.$/, ''), '. ',
  hint && el('span', { class: 'nhap-ghi' }, sentence(hint).replace(/\.?$/, '.'))));

function result(outcome) {
  if (outcome.status === 'made') {
    renew(outcome.article);
    return row('made', 'done', outcome.source, el('span', {}, 'Bản nháp: ', open(outcome)),
      outcome.missing.length > 0 && el('span', { class: 'nhap-ghi' }, `Còn phải điền: ${outcome.missing.join(', ')}.`),
      outcome.problems.map(problem));
  }
  if (outcome.status === 'known') {
    return row('known', 'notice', outcome.source, el('span', {}, 'Đã có trong trang: ', open(outcome)));
  }
  const [first] = outcome.problems;
  return failedRow(outcome.source, first ? first.message : '', first ? first.hint : '');
}

function tooLarge(item) {
  const most = isArchive(item.name) ? limits.archive : limits.import;
  return item.file && most && item.file.size > most
    ? failedRow(item.name, `tệp nặng ${size(item.file.size)}, nhiều nhất là ${size(most)}`, isArchive(item.name)
      ? 'chia thành vài tệp nén nhỏ hơn' : 'thu nhỏ ảnh trong tệp: trong Word bấm vào một ảnh, chọn Compress Pictures, rồi lưu lại') : null;
}

/** Tells how far the program is with an archive. */
function watch(item, line) {
  const timer = setInterval(async () => {
    const at = await api.importProgress().catch(() => null);
    if (at && at.all > 1 && item === working) {
      line(`đang đọc bài ${Math.min(at.done + 1, at.all)} trong ${at.all}`);
    }
  }, ASK);
  return () => clearInterval(timer);
}

async function bring(item) {
  const state = el('span', {}, 'đang chép …');
  const now = row('working', 'clock', item.name, state);
  item.row.replaceWith(now);
  item.row = now;
  now.scrollIntoView({ block: 'nearest' });
  const large = tooLarge(item);
  if (large) {
    return { lines: [large] };
  }
  const line = text => { state.textContent = text; };
  const quiet = isArchive(item.name) ? watch(item, line) : () => {};
  try {
    const answer = item.file
      ? await api.importFile(batch, item.file, part => line(part < 1 ? `đang chép ${Math.floor(part * 100)}%` : 'đang đọc …'))
      : await api.importAddress(batch, item.name);
    return { lines: answer.outcomes.map(result), outcomes: answer.outcomes, commit: answer.commit };
  } catch (error) {
    return { lines: [failedRow(item.name, error.message, error.hint)], lost: error.status === 0 || error.status === 403 };
  } finally {
    quiet();
  }
}

/** Whether the archive that was stopped has more. */
async function unread() {
  const at = await api.importProgress().catch(() => null);
  return at && at.done < at.all;
}

function again(item) {
  item.row = row('waiting', 'clock', item.name, el('span', {}, 'đã dừng giữa chừng'));
  return item.row;
}

async function start() {
  stopping = false;
  batch = crypto.getRandomValues(new Uint32Array(2)).join('-');
  began = Date.now();
  before = done;
  const single = all === 1;
  let last = null;
  while (waiting.length && !stopping) {
    working = waiting.shift();
    draw();
    hear(`Đang nhập ${working.name}, ${done + 1} trong ${all}`, done === 0);
    last = await bring(working);
    if (last.lost) {
      // the rest may be brought in once the program is there again
      stopping = true;
    }
    const left = stopping && isArchive(working.name) && await unread();
    if (left) {
      // what came out of it already is found to be there when it comes again
      working.row.replaceWith(...last.lines, again(working));
      waiting.unshift(working);
      break;
    }
    done++;
    (last.outcomes || [{ status: 'failed' }]).forEach(outcome => { counts[outcome.status] = (counts[outcome.status] || 0) + 1; });
    working.row.replaceWith(...last.lines);
    if (last.commit) {
      say('Chưa ghi được vào Git: ' + last.commit);
    }
  }
  working = null;
  draw();
  finished(single ? last : null);
}

function finished(single) {
  const words = [['made', 'bản nháp mới'], ['known', 'bài đã có'], ['failed', 'tệp chưa nhận được']]
    .filter(([status]) => counts[status]).map(([status, word]) => `${counts[status]} ${word}`).join(', ');
  const text = `${waiting.length ? 'Đã dừng' : 'Đã nhập xong'}: ${words || 'chưa có bài nào'}`;
  const outcome = single && single.outcomes && single.outcomes.length === 1 ? single.outcomes[0] : null;
  if (isShown()) {
    hear(text, true);
  } else {
    say(text);
  }
  if (!waiting.length) {
    done = 0;
    all = 0;
    counts = {};
  }
  if (outcome && outcome.status === 'made' && isShown()) {
    closeAll();
    location.hash = 'bai=' + encodeURIComponent(outcome.article);
  }
}

function stopNow() {
  stopping = true;
  if (working && isArchive(working.name)) {
    api.importStop().catch(() => {});
  }
  draw();
}

function queue(items) {
  if (!items.length) {
    return;
  }
  if (!working && !waiting.length) {
    rows.replaceChildren();
  }
  for (const item of items) {
    item.row = item.folder ? failedRow(item.name, 'đây là một thư mục', 'nén thư mục thành tệp .zip rồi kéo vào')
      : row('waiting', 'clock', item.name, el('span', {}, 'đợi'));
    rows.append(item.row);
  }
  const real = items.filter(item => !item.folder);
  waiting.push(...real);
  all += real.length;
  if (real.length && !working) {
    start();
  } else {
    draw();
  }
}

/** Brings in files; event: the drop that brought them. */
function add(chosen, event = null) {
  const entries = event ? [...event.dataTransfer.items].map(item => item.webkitGetAsEntry && item.webkitGetAsEntry()) : [];
  const folders = new Set(entries.filter(entry => entry && entry.isDirectory).map(entry => entry.name));
  queue(chosen.map(file => ({ name: file.name, file, folder: folders.has(file.name) })));
}

function take() {
  const wanted = address.value.trim();
  if (wanted) {
    address.value = '';
    queue([{ name: wanted, file: null, folder: false }]);
  }
  address.focus();
}

/** Opens the dialog, or leaves it open. */
function show() {
  if (!isShown()) {
    draw();
    ask({ title: 'Nhập bài', id: 'hop-nhap', wide: true, content: [root], focus: choose });
  }
}

/** Puts the button and the list to work, once. */
export function build(site) {
  limits = site.limits || {};
  byId('nhap-bai').addEventListener('click', show);
  address.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      take();
    }
  });
  const dropped = (chosen, event) => {
    // the event is over once the dialog is open
    add(chosen, event);
    show();
  };
  files.dropZone(root, dropped);
  files.dropZone(byId('man-danh-sach'), dropped);
  addEventListener('beforeunload', event => working && event.preventDefault());
}
