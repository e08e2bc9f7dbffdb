/* Whether each save is also a commit of the site's Git repository: asked once, off unless somebody says yes. */
import { byId, el, say } from './dom.js';
import { api } from './api.js';
import { ask, field, tell } from './dialogs.js';

let git = null;

async function store(on, name, email) {
  try {
    ({ git } = await api.settings({ on, name, email }));
    say(on ? 'Mỗi lần lưu sẽ được ghi vào Git' : 'Không ghi vào Git');
  } catch (error) {
    await tell(error);
  }
}

function fields() {
  const name = el('input', { type: 'text', id: 'git-ten', value: git.name || '', autocomplete: 'name' });
  const email = el('input', { type: 'email', id: 'git-thu', value: git.email || '', autocomplete: 'email' });
  return { name, email, content: [field('Tên của bạn', name, 'Hiện trong lịch sử bên cạnh mỗi lần lưu.'), field('Thư điện tử', email)] };
}

const WHY = 'Thư mục của trang này có Git, nơi ghi lại ai sửa gì và khi nào. Chương trình có thể tự ghi mỗi lần bạn lưu. '
  + 'Không rõ Git là gì thì cứ chọn “Không”; các bản cũ của bài vẫn được giữ.';

async function dialog(title) {
  const { name, email, content } = fields();
  const wrong = el('p', { class: 'loi-hop', role: 'alert' });
  const yes = { text: 'Có, ghi vào Git', value: true, id: 'git-co', check: () => {
    wrong.textContent = name.value.trim() && email.value.includes('@') ? '' : 'Hãy ghi tên và thư điện tử.';
    return !wrong.textContent;
  } };
  const no = { text: 'Không', value: false, kind: 'chinh', id: 'git-khong' };
  const on = await ask({ title, id: 'hop-git', content: [el('p', {}, WHY), ...content, wrong], buttons: [yes, no] });
  if (on !== null) {
    await store(on, name.value.trim(), email.value.trim());
  }
}

/** Asks, where there is a repository and nobody was asked yet. */
export function begin(site) {
  git = site.git || { present: false };
  byId('cai-dat').hidden = !git.present;
  byId('cai-dat').addEventListener('click', () => dialog(`Ghi vào Git (đang ${git.on ? 'bật' : 'tắt'})`));
  if (git.present && !git.asked) {
    dialog('Ghi mỗi lần lưu vào Git?');
  }
}
