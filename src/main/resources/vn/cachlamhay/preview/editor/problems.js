/* What is wrong, beside the field or line that it concerns, in the program's own words. */
import { byId, el, icon, button } from './dom.js';
import * as body from './body.js';
import * as form from './form.js';

const WORDS = { error: 'Lỗi', warning: 'Cảnh báo', notice: 'Lưu ý' };
const ORDER = ['error', 'warning', 'notice'];
let shown = [];
let whole = true;
let drawn = '';
let marked = new Map();

/** 2 lỗi, 1 cảnh báo; empty where there is nothing. */
export function summary(problems) {
  return ORDER.map(severity => [problems.filter(problem => problem.severity === severity).length, WORDS[severity].toLowerCase()])
    .filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`).join(', ');
}

export const errors = () => shown.filter(problem => problem.severity === 'error');
export const all = () => shown;

/** The line within what the text field shows, counted from 0; -1 where the problem is elsewhere. */
function lineOf(problem) {
  const line = whole ? problem.bodyLine : problem.line;
  return line > 0 && !(whole && problem.field) ? line - 1 : -1;
}

function item(problem, ...more) {
  return el('li', { class: 'vd vd-' + problem.severity }, icon(problem.severity), el('div', {},
    el('span', { class: 'vd-loai' }, WORDS[problem.severity] + ': '), problem.message,
    problem.hint && el('span', { class: 'vd-goi-y' }, problem.hint)), more);
}

/** Shows problems; isWhole: the file could be taken apart, so that there is a form. */
export function show(problems, isWhole) {
  const now = JSON.stringify([problems, isWhole]);
  if (now === drawn) {
    // another text may have come into the field meanwhile, and has none yet
    body.marks(marked);
    return;
  }
  drawn = now;
  whole = isWhole;
  shown = [...problems].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const atFields = {};
  const atLines = [];
  const rest = [];
  for (const problem of shown) {
    if (lineOf(problem) >= 0) {
      atLines.push(problem);
    } else if (whole && problem.field && byId('vd-' + problem.field)) {
      (atFields[problem.field] ||= []).push(problem);
    } else {
      rest.push(problem);
    }
  }
  document.querySelectorAll('#mau [data-khoa]').forEach(box => {
    const mine = atFields[box.dataset.khoa] || [];
    byId('vd-' + box.dataset.khoa).replaceChildren(...mine.map(problem => item(problem)));
    const wrong = mine.some(problem => problem.severity === 'error');
    box.classList.toggle('co-loi', wrong);
    const control = form.place(box.dataset.khoa);
    if (control && control.type !== 'radio' && control.tagName !== 'BUTTON') {
      control.setAttribute('aria-invalid', String(wrong));
    }
  });
  byId('vd-chung').replaceChildren(...rest.map(problem => item(problem)));
  drawLines(atLines);
  drawSummary(atFields);
}

function drawLines(problems) {
  const lines = new Map();
  for (const problem of problems) {
    const line = lineOf(problem);
    const old = lines.get(line);
    lines.set(line, { severity: old ? old.severity : problem.severity, text: (old ? old.text + '\n' : '') + problem.message });
  }
  marked = lines;
  body.marks(lines);
  const sorted = [...problems].sort((a, b) => lineOf(a) - lineOf(b));
  byId('vd-than-bai').replaceChildren(...sorted.map(problem => item(problem,
    button(`Đến dòng ${lineOf(problem) + 1}`, () => body.toLine(lineOf(problem), (problem.column || 1) - 1), { kind: 'nho' }))));
}

function drawSummary(atFields) {
  const place = byId('tom-tat');
  const text = summary(shown);
  place.hidden = !text;
  place.className = 'nut tom-tat' + (shown.length ? ' tom-tat-' + shown[0].severity : '');
  place.replaceChildren(...(shown.length ? [icon(shown[0].severity), text] : []));
  place.setAttribute('aria-label', `${text}. Đến chỗ đầu tiên`);
  document.querySelectorAll('#muc-form button').forEach(tab => {
    const part = byId(tab.dataset.den);
    const count = shown.filter(problem => problem.severity === 'error'
      && (lineOf(problem) >= 0 ? part.id === 'phan-noi-dung' : atFields[problem.field] && part.contains(byId('vd-' + problem.field)))).length;
    tab.querySelector('.dem')?.remove();
    if (count) {
      tab.append(el('span', { class: 'dem' }, String(count), el('span', { class: 'an' }, ' lỗi')));
    }
  });
}

/** Brings the writer to a problem. */
export function go(problem) {
  const line = lineOf(problem);
  if (line >= 0) {
    body.toLine(line, (problem.column || 1) - 1);
    return;
  }
  const control = problem.field && form.place(problem.field);
  if (control) {
    const details = control.closest('details');
    if (details) {
      details.open = true;
    }
    control.closest('.o').scrollIntoView({ block: 'center' });
    control.focus({ preventScroll: true });
  } else {
    byId('vd-chung').scrollIntoView({ block: 'center' });
  }
}

export const goFirst = () => shown.length && go(shown[0]);

/** A list of problems for a dialog; leave: closes it. */
export function list(problems, leave) {
  return el('ul', { class: 'van-de' }, problems.map(problem => item(problem, button('Đến chỗ này', () => {
    leave();
    // after the dialog has given the focus back
    setTimeout(() => go(problem), 0);
  }, { kind: 'nho' }))));
}
