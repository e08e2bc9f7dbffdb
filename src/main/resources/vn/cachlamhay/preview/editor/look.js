/* Asks the program, while somebody types, what is wrong and how the page looks: one question at a time, the newest state wins. */
import { byId, notice } from './dom.js';
import { api, onContact } from './api.js';
import { equal } from './text.js';
import * as article from './article.js';
import * as body from './body.js';
import * as form from './form.js';
import * as small from './head-picture.js';
import * as preview from './preview.js';
import * as problems from './problems.js';
import * as save from './save.js';

const WAIT = 60;
let timer = 0;
let busy = false;
let again = false;

/** Asks soon; further changes until then belong to the same question. */
export function soon() {
  if (busy) {
    again = true;
  } else if (!timer) {
    timer = setTimeout(now, WAIT);
  }
}

/** What only the editor asks for: words for the picture at the head, as an error unless the article is out with this picture. */
export function own(found) {
  const { whole, saved } = article.state();
  if (!whole || !form.value('image').length || form.value('alt').length || found.some(one => one.field === 'alt')) {
    return found;
  }
  const out = equal(form.get().image, saved.fields.image) && equal(saved.fields.status, ['published']);
  return [...found, { field: 'alt', severity: out ? 'notice' : 'error', code: 'thieu-loi-ta', message: 'ảnh đầu bài chưa có lời tả',
    hint: 'viết một câu tả những gì thấy trong ảnh' }];
}

/** Shows what the program said of the file itself. */
export function known(answer) {
  problems.show(answer.problems || [], answer.whole !== false);
}

/** An article was opened: its problems are known before its page. */
export function begin(answer) {
  known(answer);
  preview.begin();
}

async function now() {
  timer = 0;
  const open = article.state();
  if (!open) {
    return;
  }
  busy = true;
  try {
    const answer = await api.look({ path: open.path, base: open.base, ...article.current() });
    if (article.state() === open) {
      problems.show(own(answer.problems), open.whole);
      if (open.whole) {
        small.show(form.value('image')[0], answer.picture);
      }
      if (answer.page) {
        preview.show(answer.page, words);
      } else {
        preview.empty('Bài đang có lỗi nên chưa làm được trang. Sửa các chỗ báo lỗi thì trang hiện ra ở đây.');
      }
    }
  } catch (error) {
    if (error.status && article.state() === open) {
      preview.empty(`Chưa làm được trang: ${error.message}`);
    }
  }
  busy = false;
  if (again) {
    again = false;
    soon();
  }
}

onContact(yes => yes && article.state() && soon());

/** Some words of the line that is being written, as they would stand on the page. */
function words() {
  const cm = body.editor();
  if (!cm.hasFocus() || !article.state().whole) {
    return '';
  }
  const line = cm.getLine(cm.getCursor().line)
    .replace(/!\[[^\]]*\]\([^)]*?(?:"([^"]*)")?\)/g, '$1').replace(/\[\^[^\]]*\]:?/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(#+|>|[-*+]|\d+[.)])\s+/, '').replace(/[*_`\\]/g, '');
  const longest = line.split('|').sort((a, b) => b.length - a.length)[0].trim();
  return longest.length < 4 ? '' : longest.slice(0, 60);
}

/** Another version lies on disk: says so until it is decided. */
export function conflict(theirs) {
  notice('bao-bai', 'hai-ban', { kind: 'loi', text: 'Bài này vừa được sửa ở nơi khác. Bản của bạn vẫn còn nguyên; chưa có gì bị ghi đè.',
    choices: [['So sánh hai bản', () => save.resolve(theirs, false), 'chinh']] });
}

export function end() {
  clearTimeout(timer);
  timer = 0;
  again = false;
  problems.show([], true);
  byId('bao-bai').replaceChildren();
}
