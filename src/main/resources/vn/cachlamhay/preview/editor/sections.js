/* For a best practice: the sections it should have, each with a short guide. */
import { byId, el, button } from './dom.js';
import { folded } from './text.js';
import * as body from './body.js';
import { table } from './table.js';

// the columns that make a table one of results (practice.Column)
const RESULTS = [['Chỉ tiêu', 'Đơn vị', 'Giao', 'Đạt', 'Năm'], ['', '', '', '', ''], ['', '', '', '', '']];

let sections = [];
let drawn = '';

export function configure(site) {
  sections = site.sections || [];
}

const has = (lines, heading) => lines.findIndex(line => /^##\s/.test(line) && (' ' + folded(line.slice(2)) + ' ').startsWith(` ${folded(heading)} `));

/** Puts a heading where it belongs: before the first later section that is there, otherwise at the end. */
function add(index) {
  const cm = body.editor();
  const lines = cm.getValue().split('\n');
  const later = sections.slice(index + 1).map(each => has(lines, each.heading)).find(line => line >= 0);
  const notes = lines.findIndex((line, at) => /^\[\^/.test(line) && lines.slice(at).every(each => /^\[\^|^\s|^$/.test(each)));
  const at = later !== undefined ? later : notes >= 0 ? notes : lines.length;
  const before = lines.slice(0, at);
  const gap = before.length === 0 || before.every(line => line === '') ? '' : before[before.length - 1] === '' ? '' : '\n\n';
  const text = `${gap}## ${sections[index].heading}\n\n`;
  const end = at === lines.length;
  const from = end ? { line: lines.length - 1, ch: lines[lines.length - 1].length } : { line: at, ch: 0 };
  cm.replaceRange(end ? text : text + '\n\n', from, undefined, '+muc');
  const line = from.line + text.split('\n').length - 1;
  body.toLine(line);
}

/** Shows the panel for a practice and hides it for the rest. */
export function draw(isPractice) {
  const place = byId('cac-muc');
  place.hidden = !isPractice || sections.length === 0;
  if (place.hidden) {
    return;
  }
  const lines = body.editor().getValue().split('\n');
  const present = sections.map(section => has(lines, section.heading) >= 0);
  if (drawn === String(present)) {
    return;
  }
  const focused = place.contains(document.activeElement);
  const open = place.querySelector('details') ? place.querySelector('details').open : present.some(is => !is);
  drawn = String(present);
  const missing = present.filter(is => !is).length;
  place.replaceChildren(el('details', { open }, el('summary', {}, `Các mục nên có của một cách làm hay${missing ? ` (còn ${missing} mục)` : ' – đã đủ'}`),
    el('ol', {}, sections.map((section, index) => el('li', { class: present[index] ? 'co-roi' : false },
      el('div', {}, el('strong', {}, section.heading), present[index] ? ' ✓ đã có' : '', el('span', { class: 'ghi' }, section.guide)),
      present[index]
        ? button('Đến mục này', () => body.toLine(has(body.editor().getValue().split('\n'), section.heading)), { kind: 'nho' })
        : button('Thêm mục này', () => add(index), { kind: 'nho', 'aria-label': `Thêm mục này: ${section.heading}` })))),
    button('Chèn bảng kết quả', () => table(RESULTS, 'Bảng kết quả'), { id: 'bang-ket-qua', image: 'table' })));
  if (focused) {
    place.querySelector('summary').focus();
  }
}

export const forget = () => { drawn = ''; byId('cac-muc').replaceChildren(); };
