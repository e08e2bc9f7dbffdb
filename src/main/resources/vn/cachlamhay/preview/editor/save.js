/* Saving and publishing. Saving is always possible; publishing only without errors. */
import { byId, dismiss, notice, say } from './dom.js';
import { api } from './api.js';
import { ask, closeAll, sure, tell } from './dialogs.js';
import { same } from './text.js';
import { decide } from './conflict.js';
import * as article from './article.js';
import * as form from './form.js';
import * as look from './look.js';
import * as problems from './problems.js';

let running = null;
let later = null;

/** Saves what stands in the form now; while a save is under way, once more after it. */
export function save(publish = false) {
  if (!article.state()) {
    return Promise.resolve(false);
  }
  if (running) {
    later = { publish: publish || Boolean(later && later.publish) };
    return running;
  }
  running = send(publish, null).finally(() => {
    running = null;
    if (later) {
      const next = later;
      later = null;
      save(next.publish);
    }
  });
  return running;
}

/** theirs: the version that this one is to replace, with all its fields. */
async function send(publish, theirs) {
  const open = article.state();
  const sent = theirs ? article.only(article.current(), theirs) : article.current();
  const more = theirs ? { keepMine: theirs.version } : {};
  article.setBusy(true);
  try {
    const answer = await api.save({ path: open.path, base: open.base, ...sent, publish, ...more });
    if (article.state() !== open) {
      return true;
    }
    article.saved(answer.version, sent);
    problems.show(look.own(answer.problems || []), open.whole);
    toldCommit(answer);
    if (!open.whole) {
      await becomeForm(open);
    }
    return true;
  } catch (error) {
    if (article.state() === open) {
      article.setBusy(false);
      await failed(error, sent, publish);
    }
    return false;
  } finally {
    if (article.state() === open) {
      article.setBusy(false);
    }
  }
}

/** The file is saved, and yet its commit was not made. */
export function toldCommit(answer) {
  if (answer.commit) {
    notice('bao-bai', 'git', { text: `Đã lưu, nhưng chưa ghi được vào Git: ${answer.commit}`, choices: [['Đã rõ', () => {}]] });
  }
}

/** A file that had to be shown as a whole may have a head now. */
async function becomeForm(open) {
  const answer = await api.article(open.path);
  if (answer.whole !== false && !article.isDirty()) {
    open.base = '';
    await article.reload();
    say('Phần đầu bài đã đọc được; đây là biểu mẫu của bài');
  }
}

async function failed(error, sent, publish) {
  const theirs = error.answer && error.answer.theirs;
  if (error.status === 409 && theirs) {
    if (same(article.content(theirs, article.state().whole), sent)) {
      // the program had saved it, and only its answer was lost
      article.saved(theirs.version, sent);
    } else {
      look.conflict(theirs);
      await resolve(theirs, publish);
    }
  } else if (error.status === 409) {
    await writeAgain(publish);
  } else if (error.status === 422 && error.answer.problems) {
    problems.show(look.own(error.answer.problems || []), article.state().whole);
    refuse(problems.errors());
  } else if (error.status !== 0 && error.status !== 401 && error.status !== 403) {
    await tell(error, 'Chưa lưu được; bài vẫn được giữ trong trình duyệt');
  }
}

/** The file is gone from the disk. */
async function writeAgain(publish) {
  if (await sure('Tệp của bài không còn trên máy', 'Có người đã xóa hoặc đổi tên tệp này. Bạn có muốn ghi lại bài từ bản đang mở không?', 'Ghi lại bài')) {
    article.state().base = '';
    await send(publish, null);
  }
}

/** Lets the writer decide between what stands in the form and a version on disk. */
export async function resolve(theirs, publish) {
  const open = article.state();
  const base = { ...open.saved };
  const whole = theirs.whole !== false;
  const other = article.content(theirs, whole);
  const choice = await decide(article.current(), other, base);
  if (!choice || article.state() !== open) {
    if (article.state() === open) {
      look.conflict(theirs);
    }
    return;
  }
  if (choice.take === 'mine') {
    open.base = theirs.version;
    if (await send(publish, theirs)) {
      say('Đã giữ bản của bạn; bản kia nằm ở “Lịch sử”');
    }
    return;
  }
  await article.putAside();
  dismiss('hai-ban');
  dismiss('khoi-phuc');
  open.base = theirs.version;
  open.saved = other;
  if (choice.take === 'theirs') {
    open.whole = whole;
    article.fill(other, true);
    say('Đã lấy bản trên máy; bản của bạn nằm ở “Lịch sử”, phần trong trình duyệt');
  } else {
    article.fill(article.content(choice, open.whole), true);
    say('Đã gộp; hãy xem lại rồi lưu');
  }
}

function refuse(errors) {
  ask({ title: 'Chưa đăng được', id: 'hop-chua-dang', content: [
    `Còn ${errors.length} lỗi phải sửa trước khi đăng. Bài vẫn lưu được: bấm “Lưu”.`, problems.list(errors, closeAll)] });
}

/** Publishes: sets the status, and saves unless something is wrong. */
export async function publish() {
  const open = article.state();
  if (!open || running) {
    return;
  }
  const before = open.whole ? form.value('status') : [];
  if (open.whole && look.own([]).some(problem => problem.severity === 'error')) {
    problems.show(look.own(problems.all()), true);
    refuse(problems.errors());
    return;
  }
  if (open.whole && before[0] !== 'published-date') {
    form.change('status', ['published']);
    article.changed();
  }
  if (await save(true)) {
    say(before[0] === 'published-date' ? 'Đã hẹn: bài tự lên trang từ ngày giờ đã ghi' : 'Đã đăng bài');
  } else if (open.whole && article.state() === open && article.isDirty()) {
    form.change('status', before);
    article.changed();
  }
}

export function watch() {
  byId('luu').addEventListener('click', () => save());
  byId('dang').addEventListener('click', publish);
  addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 's') {
      event.preventDefault();
      if (!document.querySelector('dialog[open]')) {
        save();
      }
    }
  });
}
