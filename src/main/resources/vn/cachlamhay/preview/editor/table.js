/* A small grid to write a table in; it becomes Markdown, and a table under the cursor comes back into the grid. */
import { el, button, byId } from './dom.js';
import { ask } from './dialogs.js';
import * as body from './body.js';

const NUMBER = /^[-+–]?[\d.,\s]+(%|‰)?$/;
const cell = text => text.replace(/\s+/g, ' ').trim().replace(/\\?\|/g, '\\|');

/** Markdown of rows of cells, the first row as head. Columns of numbers stand at the right. */
export function toMarkdown(rows) {
  const [head, ...rest] = rows;
  const right = head.map((_, at) => {
    const filled = rest.map(row => row[at].trim()).filter(Boolean);
    return filled.length > 0 && filled.every(text => NUMBER.test(text));
  });
  const line = row => '| ' + row.map(cell).join(' | ') + ' |';
  return [line(head), '|' + right.map(is => is ? '--:' : '---').join('|') + '|', ...rest.map(line)].join('\n');
}

/** The cells of a line of a Markdown table. */
export function cells(line) {
  return line.trim().replace(/^\|/, '').replace(/(^|[^\\])\|$/, '$1').split(/(?<!\\)\|/).map(text => text.trim().replace(/\\\|/g, '|'));
}

/** The table around a line: {from, to, rows}; null where there is none. */
export function tableAt(lines, at) {
  const is = line => line !== undefined && line.includes('|') && line.trim() !== '';
  if (!is(lines[at])) {
    return null;
  }
  let from = at;
  let to = at;
  while (is(lines[from - 1])) {
    from--;
  }
  while (is(lines[to + 1])) {
    to++;
  }
  if (!/^[\s|:-]+$/.test(lines[from + 1] || '') || !lines[from + 1].includes('-')) {
    return null;
  }
  const rows = lines.slice(from, to + 1).filter((_, index) => index !== 1).map(cells);
  return { from, to, rows: rows.map(row => rows[0].map((_, index) => row[index] || '')) };
}

function grid(start) {
  const table = el('table', { class: 'luoi' }, el('caption', { class: 'an' }, 'Bảng; hàng đầu là tên các cột'));
  let rows = start;

  const read = () => [...table.rows].map(row => [...row.querySelectorAll('input')].map(input => input.value));

  function draw(focusRow = -1, focusColumn = 0) {
    table.querySelectorAll('tbody').forEach(old => old.remove());
    table.append(el('tbody', {}, rows.map((row, r) => el('tr', {}, row.map((text, c) => el('td', {},
      el('input', { type: 'text', value: text, class: r === 0 ? 'o-dau' : false,
        'aria-label': r === 0 ? `Tên cột ${c + 1}` : `Hàng ${r}, cột ${c + 1}`,
        onpaste: event => paste(event, r, c) })))))));
    if (focusRow >= 0) {
      table.rows[focusRow].cells[focusColumn].firstChild.focus();
    }
  }

  // what comes from Excel has tabs between cells
  function paste(event, r, c) {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]./.test(text)) {
      return;
    }
    event.preventDefault();
    rows = read();
    text.replace(/\r/g, '').replace(/\n$/, '').split('\n').forEach((line, dr) => line.split('\t').forEach((value, dc) => {
      while (rows.length <= r + dr) {
        rows.push(rows[0].map(() => ''));
      }
      while (rows[0].length <= c + dc) {
        rows.forEach(row => row.push(''));
      }
      rows[r + dr][c + dc] = value;
    }));
    draw(r, c);
  }

  const change = action => () => {
    rows = read();
    action();
    draw(rows.length - 1, rows[0].length - 1);
  };
  const tools = el('div', { class: 'nut-hang' },
    button('Thêm hàng', change(() => rows.push(rows[0].map(() => ''))), { id: 'them-hang' }),
    button('Thêm cột', change(() => rows.forEach(row => row.push(''))), { id: 'them-cot' }),
    button('Bớt hàng', change(() => rows.length > 2 && rows.pop())),
    button('Bớt cột', change(() => rows[0].length > 1 && rows.forEach(row => row.pop()))));
  draw();
  return { content: [el('p', { class: 'ghi' }, 'Hàng đầu là tên các cột. Có thể dán cả bảng từ Excel vào ô đầu tiên.'),
    el('div', { class: 'luoi-khung' }, table), tools], read };
}

/** Asks for a table and inserts it, or changes the one under the cursor. */
export async function table(start = [['', '', ''], ['', '', ''], ['', '', '']], name = 'Bảng') {
  const cm = body.editor();
  const lines = cm.getValue().split('\n');
  const old = tableAt(lines, cm.getCursor().line);
  const place = body.placeholder();
  const made = grid(old ? old.rows : start);
  const done = await ask({ title: old ? 'Sửa bảng' : name, wide: true, id: 'hop-bang', content: made.content,
    buttons: [{ text: 'Thôi', value: false }, { text: old ? 'Sửa bảng' : 'Chèn bảng', value: true, kind: 'chinh' }] });
  const rows = done ? made.read().filter((row, at) => at === 0 || row.some(text => text.trim())) : [];
  if (!done || rows.length < 2 && !rows[0].some(text => text.trim())) {
    place.clear();
  } else if (old) {
    place.clear();
    body.replaceLines(old.from, old.to, toMarkdown(rows));
  } else {
    place.insert(toMarkdown(rows), true);
  }
  byId('than-bai-go').focus();
}
