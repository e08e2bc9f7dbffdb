/* The dialog for a new article. */
import { byId, el } from './dom.js';
import { api } from './api.js';
import { ask, field } from './dialogs.js';
import { chips } from './chips.js';
import { topicTree } from './topics.js';

/** Asks for the first things and opens the new article. */
export async function create(site) {
  const title = el('input', { type: 'text', id: 'moi-tieu-de', required: true });
  const types = el('fieldset', { class: 'nut-tron', id: 'moi-loai' }, el('legend', {}, 'Loại bài'), site.types.map((type, at) =>
    el('label', { class: 'danh-dau' }, el('input', { type: 'radio', name: 'moi-loai', value: type.key, checked: type.key === 'practice' || at === 0 && !site.types.some(each => each.key === 'practice') }), ' ', type.name)));
  const placeInput = el('input', { id: 'moi-dia-phuong' });
  const placeBox = el('div', { class: 'nhieu', 'data-tu': 'places' }, el('ul', { class: 'cac-the', 'aria-label': 'Địa phương đã chọn' }), placeInput);
  const places = chips(placeBox, () => {});
  const tree = el('fieldset', { class: 'cay', id: 'moi-chu-de' }, el('legend', {}, 'Chủ đề'));
  const topics = topicTree(tree, site.topics, () => {});
  const wrong = el('p', { class: 'loi-hop', role: 'alert' });
  places.set([]);
  topics.set([]);
  let made = null;
  const done = await ask({ title: 'Bài mới', id: 'hop-bai-moi', content: [
    field('Tiêu đề', title, 'Tên tệp lấy theo tiêu đề này; tiêu đề thì sau còn sửa được.'), types,
    el('div', { class: 'o' }, el('label', { for: 'moi-dia-phuong' }, 'Địa phương'), placeBox), tree, wrong],
  buttons: [{ text: 'Thôi', value: false }, { text: 'Viết bài', value: true, kind: 'chinh', id: 'moi-xong', check: async () => {
    if (!title.value.trim()) {
      wrong.textContent = 'Hãy ghi tiêu đề.';
      title.focus();
      return false;
    }
    try {
      made = await api.create({ title: title.value.normalize('NFC').trim(), type: types.querySelector(':checked').value,
        locality: places.get(), topic: topics.get() });
      return true;
    } catch (error) {
      wrong.textContent = `${error.message}. ${error.hint}`;
      return false;
    }
  } }], focus: title });
  if (done && made) {
    location.hash = 'bai=' + encodeURIComponent(made.path);
  } else {
    byId('bai-moi').focus();
  }
}
