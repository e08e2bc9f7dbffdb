/* What was typed into an article whose file is gone: shown to be copied, or thrown away. */
import { byId, el, button, say } from './dom.js';
import { ask, sure } from './dialogs.js';
import { clock } from './text.js';
import { fieldName } from './conflict.js';
import * as drafts from './drafts.js';

export async function show(path) {
  const all = await drafts.draftsOf(path);
  const text = all.map(draft => draft.text ?? [...Object.entries(draft.fields).map(([key, values]) => `${fieldName(key)}: ${values.join(', ')}`),
    '', draft.body].join('\n')).join('\n\n');
  const area = el('textarea', { id: 'ban-roi-chu', rows: 16, readonly: true, 'aria-label': 'Phần đã viết' });
  area.value = text;
  const away = button('Bỏ hẳn', async () => {
    if (await sure('Bỏ hẳn phần này?', 'Sau đó không lấy lại được.', 'Bỏ hẳn', 'nguy')) {
      await Promise.all(all.map(drafts.drop));
      say('Đã bỏ');
      byId('hop-ban-roi').close();
    }
  });
  await ask({ title: 'Phần chưa lưu của một bài không còn tệp', wide: true, id: 'hop-ban-roi', content: [
    el('p', {}, `${path}${all.length ? `, viết lúc ${clock(all[0].time)}` : ''}. Hãy chép phần cần giữ sang một bài khác.`), area,
    el('div', { class: 'nut-hang' }, button('Chép tất cả', async () => {
      area.select();
      await navigator.clipboard?.writeText(text);
      say('Đã chép');
    }, { id: 'chep-ban-roi' }), all.length > 0 && away)] });
  location.hash = '';
}
