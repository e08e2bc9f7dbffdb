/* The article that is open: what the file had, what stands in the form now, and that nothing of it is lost. */
import { byId, dismiss, notice, say } from './dom.js';
import { api, isGone, isReachable, onContact } from './api.js';
import { clock, same } from './text.js';
import * as body from './body.js';
import * as drafts from './drafts.js';
import * as files from './files.js';
import * as form from './form.js';
import * as look from './look.js';
import * as sections from './sections.js';
import * as tabs from './tabs.js';

/** {path, base, whole, saved}; base: version of the file that saved is. Null while none is open. */
let open = null;
let filling = false;
let dirty = false;
let kept = 'yes';
let busy = false;
let savedAt = 0;

export const state = () => open;
export const isDirty = () => dirty;
export const isOpen = path => open !== null && open.path === path;

/** What stands in the form: {fields, body} or {text}. */
export function current() {
  return open.whole ? { fields: form.get(), body: body.get() } : { text: body.get() };
}

/** The same parts of an answer of the program. */
export const content = (answer, whole) => whole ? { fields: answer.fields, body: answer.body } : { text: answer.text };

const here = byId('trang-thai-luu');

function show() {
  const [word, kind] = busy ? ['Đang lưu …', 'dang']
    : !isReachable() ? ['Mất liên lạc với chương trình – bài vẫn được giữ trong trình duyệt', 'mat']
      : dirty && kept === 'no' ? ['Chưa lưu – trình duyệt không giữ được, hãy lưu ngay', 'mat']
        : dirty ? ['Chưa lưu', 'chua'] : savedAt ? [`Đã lưu ${clock(savedAt)}`, 'roi'] : ['Chưa sửa gì', 'roi'];
  if (here.textContent !== word) {
    here.textContent = word;
    here.className = 'trang-thai-luu luu-' + kind;
  }
  const title = open.whole ? form.value('title')[0] || 'Bài chưa có tiêu đề' : open.path;
  byId('ten-bai').textContent = title;
  document.title = `${dirty ? '• ' : ''}${title} – Biên tập`;
  byId('dang-chu').textContent = open.whole && form.value('status')[0] === 'published-date' ? 'Hẹn đăng' : 'Đăng';
}

export function setBusy(is) {
  busy = is;
  show();
}

/** Keeps what was typed, at every change. */
function keep() {
  const now = current();
  dirty = !same(now, open.saved);
  if (dirty) {
    kept = 'pending';
    const path = open.path;
    drafts.keep({ path, tab: tabs.tab(), base: open.base, time: Date.now(), ...now }).then(yes => {
      if (open && open.path === path && kept !== 'yes') {
        kept = yes ? 'yes' : 'no';
        show();
      }
    });
  } else {
    drafts.forget(open.path, tabs.tab());
  }
}

/** The same fields, and nothing else of the file: what they do not name goes. */
export const only = (version, other = open.saved) => version.fields
  ? { ...version, fields: { ...Object.fromEntries(Object.keys(other.fields || {}).map(key => [key, []])), ...version.fields } } : version;

/** Called by the form and the text at every change. */
export function changed() {
  if (!open || filling) {
    return;
  }
  keep();
  show();
  if (open.whole) {
    sections.draw(form.value('type')[0] === 'practice');
    const needsAlt = form.value('image').length > 0;
    byId('can-loi-ta').hidden = !needsAlt;
    byId('loi-ta').required = needsAlt;
    byId('bo-anh').hidden = !needsAlt;
  }
  look.soon();
}

/**
 * Puts a version into the form.
 *
 * @param soft whether it can be undone and the cursor stays
 */
export function fill(version, soft = false) {
  filling = true;
  byId('man-bai').classList.toggle('nguyen-tep', !open.whole);
  byId('nhan-than-bai').textContent = open.whole ? 'Nội dung bài' : 'Nguyên văn cả tệp';
  byId('phan-noi-dung').querySelector('legend').textContent = open.whole ? 'Nội dung' : 'Tệp';
  if (open.whole) {
    form.set(version.fields);
  }
  const text = open.whole ? version.body : version.text;
  (soft ? body.replaceAll : body.set)(text);
  filling = false;
  form.growAll();
  body.refresh();
  sections.forget();
  changed();
}

/** From now on, the file is this version; the form may hold something else. */
export function based(version, saved) {
  open.base = version;
  open.saved = saved;
  keep();
  show();
}

/** A save was confirmed. */
export function saved(version, sent) {
  savedAt = Date.now();
  based(version, sent);
  tabs.tellSaved(open.path, version);
  dismiss('khoi-phuc');
  dismiss('hai-ban');
}

/** Puts what stands in the form aside, where "Lịch sử" finds it. */
export const putAside = () => drafts.putAside({ path: open.path, time: Date.now(), ...current() });

function begin(answer) {
  open = { path: answer.path, base: answer.version, whole: answer.whole !== false, uri: answer.uri };
  open.saved = content(answer, open.whole);
  savedAt = 0;
  dirty = false;
  kept = 'yes';
  files.belongTo(open.path);
  byId('bao-bai').replaceChildren();
  look.begin(answer);
}

/** Opens an article, with what this browser still has of it. */
export async function openPath(path) {
  const answer = await api.article(path);
  const others = await tabs.take(path);
  const alive = new Set(others.map(other => other.tab));
  const rests = (await drafts.draftsOf(path)).filter(draft => draft.tab === tabs.tab() || !alive.has(draft.tab));
  begin(answer);
  recover(answer, rests);
  if (!open.whole) {
    notice('bao-bai', 'nguyen-tep', { text: 'Chương trình không tách được phần đầu của tệp này, nên đây là nguyên văn cả tệp. '
      + 'Sửa chỗ báo lỗi rồi lưu, biểu mẫu sẽ hiện lại.' });
  }
  if (others.some(other => other.path === path)) {
    warnOther();
  }
}

function warnOther() {
  notice('bao-bai', 'hai-the', { text: 'Bài này đang mở ở một thẻ khác của trình duyệt. Nên chỉ viết ở một thẻ; nếu cả hai cùng sửa, '
    + 'khi lưu bạn sẽ được xem cả hai bản.', choices: [['Đã rõ', () => {}]] });
}

tabs.onOther(warnOther);

/** Brings back what was typed and not saved; of several rests the newest, the others go to the history of this browser. */
function recover(answer, rests) {
  const fits = draft => (draft.body !== undefined) === open.whole;
  const real = rests.filter(draft => !fits(draft) || !same(content(draft, open.whole), open.saved));
  const newest = real.find(fits);
  if (newest) {
    bringBack(newest, answer);
  } else {
    fill(open.saved);
  }
  settle(rests, real.filter(draft => draft !== newest));
}

/** The newest rest is kept under this tab's name by now; those of tabs that are gone have been taken over. */
async function settle(rests, old) {
  const own = tabs.tab();
  const aside = await Promise.all(old.map(drafts.putAside));
  await Promise.all(rests.filter(draft => draft.tab !== own && aside[old.indexOf(draft)] !== false).map(drafts.drop));
  if (old.length) {
    say('Bản chưa lưu cũ hơn nằm ở “Lịch sử”');
  }
}

function bringBack(draft, answer) {
  const moved = draft.base !== answer.version;
  open.base = draft.base;
  fill(open.saved);
  fill(content(draft, open.whole), true);
  notice('bao-bai', 'khoi-phuc', { text: `Đã khôi phục phần chưa lưu lúc ${clock(draft.time)}.`, choices: [['Giữ lại', () => {}], ['Bỏ đi', async () => {
    await putAside();
    open.base = answer.version;
    dismiss('hai-ban');
    fill(content(answer, open.whole));
    say('Đã bỏ; nếu cần lại thì xem ở “Lịch sử”');
  }]] });
  if (moved) {
    look.conflict(answer);
  }
}

/** Reads the file again: after it changed on disk, and after a restore. */
export async function reload() {
  const { path, whole } = open;
  const answer = await api.article(path);
  if (!isOpen(path) || answer.version === open.base) {
    return;
  }
  if (dirty) {
    look.conflict(answer);
    return;
  }
  const soft = whole === (answer.whole !== false);
  open.whole = answer.whole !== false;
  open.base = answer.version;
  open.saved = content(answer, open.whole);
  fill(open.saved, soft);
  dismiss('nguyen-tep');
  look.known(answer);
}

/** Files changed on disk. */
export async function onDisk(paths) {
  if (!open || busy || !paths.includes(open.path)) {
    return;
  }
  const { base } = open;
  try {
    await reload();
    if (!dirty && open && open.base !== base) {
      say('Bài vừa đổi trên máy; đã nạp bản mới');
    }
  } catch (error) {
    if (isGone(error)) {
      notice('bao-bai', 'mat-tep', { kind: 'loi', text: 'Tệp của bài này vừa bị xóa hoặc đổi tên trên máy. Những gì bạn thấy ở đây vẫn được giữ trong trình duyệt.' });
    }
  }
}

tabs.onSaved(({ path, version }) => open && version !== open.base && onDisk([path]));
onContact(() => open && show());

export function close() {
  if (open) {
    open = null;
    tabs.leave();
    look.end();
  }
}

addEventListener('beforeunload', event => {
  if (open && dirty && kept !== 'yes') {
    event.preventDefault();
  }
});
