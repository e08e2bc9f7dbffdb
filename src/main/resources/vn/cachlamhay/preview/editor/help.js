/* The sheet of keys, and how the signs in the text are to be read. */
import { el } from './dom.js';
import { ask } from './dialogs.js';

const SIGNS = [
  ['## Bối cảnh', 'tiêu đề một mục; ### là mục con'],
  ['**chữ đậm**', 'chữ đậm'],
  ['*chữ nghiêng*', 'chữ nghiêng'],
  ['- việc thứ nhất', 'gạch đầu dòng'],
  ['1. việc thứ nhất', 'mục đánh số'],
  ['> câu cần nhấn mạnh', 'trích dẫn'],
  ['[chữ](bai-khac.md)', 'liên kết'],
  ['![lời tả](anh/hop.jpg "Chú thích")', 'ảnh'],
  ['Số liệu.[^1]', 'chú thích cuối bài'],
];

const rows = pairs => pairs.map(([sign, meaning]) => el('tr', {}, el('td', {}, el('kbd', {}, sign)), el('td', {}, meaning)));

export function help(keys) {
  const all = [['Ctrl+S', 'Lưu'], ...keys, ['Ctrl+Shift+V', 'Dán chữ thường, không kiểu chữ'],
    ['Tab, Shift+Tab', 'trong danh sách: lùi vào, đưa ra; ở chỗ khác: sang ô sau, ô trước'], ['Ctrl+Home, Ctrl+End', 'về đầu, về cuối']];
  return ask({ title: 'Trợ giúp', wide: true, id: 'hop-giup', content: [
    el('p', {}, 'Cứ viết như bình thường, cách một dòng trống là sang đoạn mới. Các nút phía trên tự thêm những dấu dưới đây; trang bên cạnh cho thấy bài thật. '
      + 'Dán từ Word hay từ trang web thì tiêu đề, danh sách, bảng, ảnh được giữ, còn phông chữ và màu thì bỏ.'),
    el('div', { class: 'hai-bang' },
      el('table', {}, el('caption', {}, 'Phím'), el('tbody', {}, rows(all))),
      el('table', {}, el('caption', {}, 'Các dấu trong bài'), el('tbody', {}, rows(SIGNS)))),
  ] });
}
