/* Earlier versions of an article: those the program keeps, Git's, and what was given up in this browser. */
import { byId, el, button, say } from './dom.js';
import { api } from './api.js';
import { ask, closeAll, tell } from './dialogs.js';
import { clock } from './text.js';
import { blocks } from './compare.js';
import { comparison, fieldName } from './conflict.js';
import { toldCommit } from './save.js';
import * as article from './article.js';
import * as drafts from './drafts.js';

const KINDS = { save: 'Lưu', 'before-change': 'Bản trên máy trước lần lưu ấy', git: 'Git' };

/** Everything of a version as lines, so that fields can be compared too. */
function asLines(version) {
  const fields = Object.entries(version.fields || {}).map(([key, values]) => `${fieldName(key)}: ${values.join(', ')}`);
  return version.body === undefined ? version.text : [...fields, '', version.body].join('\n');
}

function compareOwn(version) {
  return blocks(asLines(version), asLines(article.current())).flatMap(block => block.same
    ? block.same.map(line => ({ kind: 'same', line }))
    : [...block.mine.map(line => ({ kind: 'removed', line })), ...block.theirs.map(line => ({ kind: 'added', line }))]);
}

async function restoreServer(version) {
  const open = article.state();
  if (article.isDirty()) {
    await article.putAside();
  }
  // the program tells of the changed file at once, maybe before it answers: that is no change by somebody else
  article.setBusy(true);
  try {
    const restored = await api.restore(open.path, version.id, open.base);
    const answer = await api.article(open.path);
    open.whole = answer.whole !== false;
    open.saved = article.content(answer, open.whole);
    open.base = restored.version;
    article.fill(open.saved, true);
    article.saved(answer.version, open.saved);
    toldCommit(restored);
  } finally {
    article.setBusy(false);
  }
}

async function restoreOwn(version) {
  await article.putAside();
  article.fill(article.only(article.content(version, article.state().whole)), true);
}

/** Shows the history of the open article. */
export async function show() {
  const open = article.state();
  let versions;
  try {
    versions = (await api.history(open.path)).versions;
  } catch (error) {
    await tell(error);
    return;
  }
  const own = (await drafts.asideOf(open.path)).map(old => ({ ...old, own: true, kind: 'own' }))
    .filter(old => (old.body !== undefined) === open.whole);
  const detail = el('div', { class: 'ban-cu', id: 'ban-cu', 'aria-live': 'polite' }, el('p', { class: 'ghi' },
    'Chọn một bản để xem khác gì bản bây giờ.'));
  const items = [...versions, ...own].map(version => {
    const name = version.own ? 'Bản bỏ lại trong trình duyệt này' : KINDS[version.kind] || version.kind;
    const choose = el('button', { type: 'button', class: 'chon-ban', 'aria-pressed': 'false', onclick: () => pick(version, choose) },
      el('strong', {}, clock(version.time)), ` ${name}`, el('span', { class: 'ghi' }, [version.who, version.note].filter(Boolean).join(' – ')));
    return el('li', {}, choose);
  });

  async function pick(version, choose) {
    let lines;
    try {
      lines = version.own ? compareOwn(version) : (await api.version(open.path, version.id)).comparison;
    } catch (error) {
      detail.replaceChildren(el('p', { class: 'loi-hop' }, error.message));
      return;
    }
    document.querySelectorAll('.chon-ban').forEach(each => each.setAttribute('aria-pressed', String(each === choose)));
    const same = lines.every(line => line.kind === 'same');
    detail.replaceChildren(el('p', {}, same ? 'Bản này giống hệt bản bây giờ.' : '“−”: chỉ có trong bản cũ. “+”: chỉ có trong bản bây giờ.'),
      same ? '' : comparison(lines),
      same ? '' : button('Khôi phục bản này', () => restore(version), { kind: 'chinh', id: 'khoi-phuc-ban' }));
  }

  async function restore(version) {
    closeAll();
    try {
      await (version.own ? restoreOwn(version) : restoreServer(version));
      say(version.own ? 'Đã lấy lại bản ấy vào ô viết; hãy xem rồi lưu' : `Đã khôi phục bản ${clock(version.time)}; bản vừa rồi vẫn còn ở “Lịch sử”`);
    } catch (error) {
      const theirs = error.answer && error.answer.theirs;
      await tell(error);
      if (theirs) {
        article.onDisk([open.path]);
      }
    }
  }

  await ask({ title: 'Lịch sử của bài', wide: true, id: 'hop-lich-su', content: [items.length
    ? el('div', { class: 'lich-su' }, el('ul', { class: 'cac-ban', 'aria-label': 'Các bản cũ' }, items), detail)
    : el('p', {}, 'Chưa có bản cũ nào. Mỗi lần lưu, bản trước được giữ lại ở đây.')] });
}

export const watch = () => byId('mo-lich-su').addEventListener('click', show);
