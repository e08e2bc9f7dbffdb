/* Deleting an article, and getting it back. */
import { byId, el, button, say } from './dom.js';
import { api } from './api.js';
import { sure, tell } from './dialogs.js';
import { clock } from './text.js';
import * as article from './article.js';
import * as drafts from './drafts.js';
import * as form from './form.js';
import * as tabs from './tabs.js';

async function remove() {
  const open = article.state();
  const title = open.whole ? form.value('title')[0] || open.path : open.path;
  if (!await sure('Xóa bài này?', `“${title}” sẽ vào thùng rác và không còn trên trang. Có thể lấy lại ở “Thùng rác”.`, 'Xóa bài', 'nguy')) {
    return;
  }
  if (article.isDirty()) {
    await article.putAside();
  }
  try {
    await api.remove(open.path, open.base);
  } catch (error) {
    await tell(error, 'Chưa xóa được');
    if (error.status === 409) {
      article.onDisk([open.path]);
    }
    return;
  }
  await drafts.forget(open.path, tabs.tab());
  article.close();
  location.hash = '';
  say('Đã chuyển bài vào thùng rác');
}

/** Draws the trash folder. */
export async function show() {
  const list = byId('ds-rac');
  let items;
  try {
    ({ items } = await api.trash());
  } catch (error) {
    list.replaceChildren(el('li', { class: 'tin tin-loi' }, error.message));
    return;
  }
  list.replaceChildren(...items.length ? items.map(item => el('li', {},
    el('div', {}, el('strong', {}, item.title || item.path), el('span', { class: 'ghi' }, `xóa lúc ${clock(item.time)} – ${item.path}`)),
    button('Lấy lại', () => bringBack(item), { 'aria-label': `Lấy lại bài ${item.title || item.path}` })))
    : [el('li', { class: 'trong' }, 'Thùng rác trống.')]);
}

async function bringBack(item) {
  try {
    const { path } = await api.fromTrash(item.id);
    location.hash = 'bai=' + encodeURIComponent(path);
    say('Đã lấy lại bài');
  } catch (error) {
    await tell(error);
  }
}

export const watch = () => byId('xoa').addEventListener('click', remove);
