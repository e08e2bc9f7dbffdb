/* Two versions of one article: both are shown, and the writer decides. */
import { el } from './dom.js';
import { ask } from './dialogs.js';
import { blocks, merged } from './compare.js';
import { equal } from './text.js';

const NAMES = { title: 'Tiêu đề', summary: 'Đoạn mở đầu', type: 'Loại bài', locality: 'Địa phương', topic: 'Chủ đề', tags: 'Thẻ',
  date: 'Ngày', author: 'Tác giả', agency: 'Cơ quan', source: 'Nguồn', image: 'Ảnh đầu bài', alt: 'Lời tả ảnh', caption: 'Chú thích ảnh',
  attachments: 'Tệp đính kèm', status: 'Trạng thái', featured: 'Nổi bật', updated: 'Ngày sửa', correction: 'Đính chính',
  aliases: 'Địa chỉ cũ', figure: 'Con số nổi bật', audio: 'Ghi âm' };
const CONTEXT = 2;

export const fieldName = key => NAMES[key] || key;

const lines = (list, sign, kind) => list.map(line => el(kind === 'same' ? 'span' : kind === 'mine' ? 'ins' : 'del',
  { class: 'dong dong-' + kind }, el('span', { class: 'dau-dong', 'aria-hidden': 'true' }, sign), line || ' '));

/** One block of equal lines, its middle left out where it is long. */
function quiet(list) {
  if (list.length <= 2 * CONTEXT + 1) {
    return lines(list, ' ', 'same');
  }
  return [...lines(list.slice(0, CONTEXT), ' ', 'same'),
    el('span', { class: 'luot' }, `… ${list.length - 2 * CONTEXT} dòng giống nhau …`), ...lines(list.slice(-CONTEXT), ' ', 'same')];
}

function choice(name, chosen, changed, both) {
  const option = (value, text) => el('label', { class: 'danh-dau' },
    el('input', { type: 'radio', name, value, checked: chosen === value, onchange: () => changed(value) }), ' ', text);
  return el('fieldset', { class: 'chon-ben' }, el('legend', { class: 'an' }, 'Lấy bên nào'),
    option('mine', 'Lấy của tôi'), option('theirs', 'Lấy trên máy'), both && option('both', 'Lấy cả hai'));
}

const blank = block => [...block.mine, ...block.theirs].every(line => line.trim() === '');

/** Rows of a table with two columns; where the writer may choose, choices are kept in the given objects. */
function rows(mine, theirs, choices) {
  const result = [];
  const keys = [...new Set([...Object.keys(mine.fields || {}), ...Object.keys(theirs.fields || {})])];
  for (const key of keys) {
    const a = (mine.fields || {})[key] || [];
    const b = (theirs.fields || {})[key] || [];
    if (!equal(a, b)) {
      result.push(el('tr', {}, el('td', {}, el('strong', {}, fieldName(key)), lines([a.join(', ')], '', 'mine')),
        el('td', {}, el('strong', {}, fieldName(key)), lines([b.join(', ')], '', 'theirs'))));
      if (choices.on) {
        result.push(el('tr', { class: 'hang-chon' }, el('td', { colspan: 2 },
          choice('chon-' + key, choices.fields[key] || 'mine', value => { choices.fields[key] = value; }, false))));
      }
    }
  }
  choices.all.forEach((block, at) => {
    if (block.same) {
      result.push(el('tr', {}, el('td', {}, quiet(block.same)), el('td', {}, quiet(block.same))));
    } else {
      result.push(el('tr', {}, el('td', {}, lines(block.mine, '+', 'mine')), el('td', {}, lines(block.theirs, '−', 'theirs'))));
      if (choices.on && !blank(block)) {
        result.push(el('tr', { class: 'hang-chon' }, el('td', { colspan: 2 },
          choice('chon-' + at, choices.blocks[at] || 'mine', value => { choices.blocks[at] = value; }, true))));
      }
    }
  });
  return result;
}

function table(mine, theirs, choices) {
  return el('div', { class: 'so-sanh', tabindex: '0', role: 'region', 'aria-label': 'So sánh hai bản' }, el('table', {},
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Bản của tôi'), el('th', { scope: 'col' }, 'Bản trên máy'))),
    el('tbody', {}, rows(mine, theirs, choices))));
}

const textOf = version => version.body ?? version.text ?? '';

/**
 * Shows both versions {fields, body} or {text}.
 *
 * @param base what both began with; a part that only one side changed is proposed from that side
 * @returns {take: 'mine' | 'theirs'}, {take: 'merged', fields, body | text}, or null: nothing decided yet
 */
export async function decide(mine, theirs, base) {
  const all = blocks(textOf(mine).replace(/\r\n?/g, '\n'), textOf(theirs).replace(/\r\n?/g, '\n'));
  const first = await ask({ title: 'Bài này vừa được sửa ở nơi khác', wide: true, id: 'hop-hai-ban', content: [
    el('p', {}, 'Bản trên máy đã đổi từ khi bạn mở bài. Chưa có gì bị ghi đè; bạn chọn giữ bản nào, bản kia vẫn lấy lại được ở “Lịch sử”.'),
    table(mine, theirs, { all, on: false, fields: {}, blocks: {} })],
  buttons: [{ text: 'Để sau', value: null, id: 'de-sau' }, { text: 'Lấy bản trên máy', value: 'theirs', id: 'lay-tren-may' },
    ...(mine.body === undefined) === (theirs.body === undefined) ? [{ text: 'Gộp hai bản …', value: 'merge', id: 'gop' }] : [],
    { text: 'Giữ bản của tôi', value: 'mine', kind: 'chinh', id: 'giu-cua-toi' }] });
  if (first !== 'merge') {
    return first && { take: first };
  }
  return merge(mine, theirs, base, all);
}

/** The side that changed something; both where both did, so that nothing is lost unseen. */
function proposal(block, base) {
  const had = side => `\n${base.replace(/\r\n?/g, '\n')}\n`.includes(`\n${side.join('\n')}\n`);
  if (blank(block)) {
    return 'mine';
  }
  if (!block.mine.length || !block.theirs.length) {
    const [there, name, other] = block.mine.length ? [block.mine, 'mine', 'theirs'] : [block.theirs, 'theirs', 'mine'];
    return had(there) ? other : name;
  }
  return had(block.mine) ? 'theirs' : had(block.theirs) ? 'mine' : 'both';
}

/** What is proposed for each block. A line goes only where one side really took it out: what both have, or one wrote, is there. */
export function proposals(all, base) {
  const chosen = Object.fromEntries(all.map((block, at) => [at, block.same ? 'mine' : proposal(block, base)]));
  const side = name => all.flatMap(block => block.same || block[name]);
  const had = new Set(base.split(/\r\n?|\n/));
  const mine = new Set(side('mine'));
  const theirs = new Set(side('theirs'));
  const stays = line => line.trim() && (!had.has(line) || mine.has(line) && theirs.has(line));
  all.forEach((block, at) => {
    if (!block.same && chosen[at] !== 'both') {
      const there = new Set(merged(all, chosen).split('\n'));
      if ([...block.mine, ...block.theirs].some(line => stays(line) && !there.has(line))) {
        chosen[at] = 'both';
      }
    }
  });
  return chosen;
}

async function merge(mine, theirs, base, all) {
  const choices = { all, on: true, fields: {}, blocks: proposals(all, textOf(base || {})) };
  for (const key of Object.keys({ ...mine.fields, ...theirs.fields })) {
    choices.fields[key] = base && base.fields && equal((mine.fields || {})[key] || [], base.fields[key] || []) ? 'theirs' : 'mine';
  }
  const done = await ask({ title: 'Gộp hai bản', wide: true, id: 'hop-gop', content: [
    el('p', {}, 'Ở mỗi chỗ khác nhau, chọn lấy bên nào. Gộp xong bạn còn sửa tiếp được trước khi lưu.'), table(mine, theirs, choices)],
  buttons: [{ text: 'Để sau', value: false }, { text: 'Gộp', value: true, kind: 'chinh', id: 'gop-xong' }] });
  if (!done) {
    return null;
  }
  const text = merged(all, choices.blocks);
  if (mine.body === undefined) {
    return { take: 'merged', text };
  }
  const fields = {};
  for (const key of Object.keys({ ...mine.fields, ...theirs.fields })) {
    fields[key] = ((choices.fields[key] === 'theirs' ? theirs : mine).fields || {})[key] || [];
  }
  return { take: 'merged', fields, body: text };
}

/** Lines that the program compared: {kind, line}. */
export function comparison(list) {
  const runs = [];
  for (const each of list) {
    const last = runs[runs.length - 1];
    if (last && last.kind === each.kind) {
      last.lines.push(each.line);
    } else {
      runs.push({ kind: each.kind, lines: [each.line] });
    }
  }
  return el('div', { class: 'so-sanh mot-cot', tabindex: '0', role: 'region', 'aria-label': 'So sánh với bản bây giờ' },
    runs.map(run => run.kind === 'same' ? quiet(run.lines)
      : lines(run.lines, run.kind === 'added' ? '+' : '−', run.kind === 'added' ? 'mine' : 'theirs')));
}
