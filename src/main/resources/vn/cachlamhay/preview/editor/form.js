/*
 * The form and the front matter behind it. A field that nobody touched hands back exactly what the file had,
 * and keys that the form does not know pass through untouched.
 */
import { byId, el } from './dom.js';
import { equal, nowWritten, shownDate, writtenDate } from './text.js';
import { chips } from './chips.js';
import { topicTree } from './topics.js';
import { attachments } from './attachments.js';
import * as smallPicture from './head-picture.js';

export const STATUSES = [
  ['draft', 'Bản nháp', 'Chưa xong, không hiện trên trang.'],
  ['review', 'Chờ duyệt', 'Đã viết xong, chờ người khác xem.'],
  ['published', 'Đăng ngay', 'Hiện trên trang.'],
  ['published-date', 'Đăng từ ngày', 'Tự hiện trên trang từ ngày giờ đã ghi.'],
];

const LINES = { title: 'tieu-de', summary: 'mo-dau', agency: 'co-quan', source: 'nguon', image: 'anh', alt: 'loi-ta',
  caption: 'chu-thich', correction: 'dinh-chinh', figure: 'con-so', audio: 'ghi-am' };
const DATES = { date: 'ngay', updated: 'ngay-sua' };
const SEVERAL = { locality: 'dia-phuong', tags: 'the', author: 'tac-gia' };

const controls = {};
let loaded = {};
let atFirst = {};
let types = [];

const one = text => text.trim() ? [text.trim()] : [];

function line(id) {
  const input = byId(id);
  return {
    // a line break would end the value in the file's head
    get: () => one(input.value.normalize('NFC').replace(/\s*\n\s*/g, ' ')),
    set: values => {
      input.value = values.join(', ');
      grow(input);
    },
  };
}

function date(id) {
  const input = byId(id);
  return { get: () => one(writtenDate(input.value)), set: values => { input.value = shownDate(values[0] || ''); } };
}

/** Lets a text field be as high as its text. */
function grow(input) {
  if (input.tagName === 'TEXTAREA') {
    input.style.height = 'auto';
    if (input.scrollHeight) {
      input.style.height = input.scrollHeight + 2 + 'px';
    }
  }
}

export function growAll() {
  byId('mau').querySelectorAll('textarea').forEach(grow);
}

function choices(values) {
  const select = byId('loai');
  const known = values.length === 0 || types.some(type => type.key === values[0]);
  select.replaceChildren(...(values.length ? [] : [el('option', { value: '' }, '(chọn loại bài)')]),
    ...types.map(type => el('option', { value: type.key }, type.name)),
    ...(known ? [] : [el('option', { value: values[0] }, values[0])]));
  select.value = values[0] || '';
}

/** Puts the form together, once; changed is called with the key of the field at every change. */
export function build(site, changed) {
  types = site.types;
  for (const [key, id] of Object.entries(LINES)) {
    controls[key] = line(id);
  }
  for (const [key, id] of Object.entries(DATES)) {
    controls[key] = date(id);
  }
  for (const [key, id] of Object.entries(SEVERAL)) {
    controls[key] = chips(byId(id).closest('.nhieu'), () => changed(key));
  }
  controls.topic = topicTree(byId('chu-de'), site.topics, () => changed('topic'));
  controls.attachments = attachments(byId('dinh-kem'), () => changed('attachments'));
  controls.type = { get: () => one(byId('loai').value), set: choices };
  controls.aliases = {
    get: () => byId('dia-chi-cu').value.split('\n').flatMap(one),
    set: values => { byId('dia-chi-cu').value = values.join('\n'); },
  };
  controls.featured = {
    get: () => byId('noi-bat').checked ? ['true'] : [],
    set: values => { byId('noi-bat').checked = /^(true|yes|1|có)$/i.test(values[0] || ''); },
  };
  const radios = STATUSES.map(([value, name, note]) => el('label', { class: 'danh-dau' },
    el('input', { type: 'radio', name: 'trang-thai', value }), ' ', el('span', {}, el('strong', {}, name), ' – ', note)));
  byId('trang-thai').append(...radios);
  controls.status = {
    get: () => one((document.querySelector('input[name="trang-thai"]:checked') || { value: '' }).value),
    set: values => document.querySelectorAll('input[name="trang-thai"]').forEach(radio => {
      radio.checked = radio.value === values[0];
    }),
  };
  const form = byId('mau');
  const told = event => {
    const at = event.target.closest('[data-khoa]');
    if (at && event.target.matches('input, textarea, select') && !event.target.closest('.nhieu, #chu-de')) {
      grow(event.target);
      changed(at.dataset.khoa);
    }
  };
  form.addEventListener('input', told);
  form.addEventListener('change', event => event.target.matches('select, [type="radio"], [type="checkbox"]') && told(event));
  form.addEventListener('submit', event => event.preventDefault());
  // Enter in a line must not press the form's first button
  form.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.matches('input:not([type="checkbox"]):not([type="radio"]), #tieu-de')) {
      event.preventDefault();
    }
  });
  form.querySelectorAll('[data-bay-gio]').forEach(now => now.addEventListener('click', () => {
    put(now.dataset.bayGio, shownDate(nowWritten(now.dataset.bayGio === 'ngay')));
  }));
  form.querySelectorAll('[data-lich]').forEach(calendar);
}

function put(id, value) {
  byId(id).value = value;
  byId(id).dispatchEvent(new Event('input', { bubbles: true }));
  byId(id).focus();
}

/** The browser's own calendar beside a date that is typed as Vietnamese write it. */
function calendar(open) {
  const id = open.dataset.lich;
  const picker = el('input', { type: 'date', class: 'lich', tabindex: '-1', 'aria-hidden': 'true' });
  open.after(picker);
  open.addEventListener('click', () => {
    picker.value = writtenDate(byId(id).value).slice(0, 10);
    picker.showPicker();
  });
  picker.addEventListener('input', event => event.stopPropagation());
  picker.addEventListener('change', event => {
    event.stopPropagation();
    const time = writtenDate(byId(id).value).slice(10);
    if (picker.value) {
      put(id, shownDate(picker.value + time));
    }
  });
}

/** Shows the fields of a file. */
export function set(fields) {
  loaded = structuredClone(fields);
  smallPicture.forget();
  for (const [key, control] of Object.entries(controls)) {
    control.set(loaded[key] || []);
    atFirst[key] = control.get();
  }
  const rest = Object.keys(loaded).filter(key => !controls[key]);
  const place = byId('khoa-khac');
  place.hidden = rest.length === 0;
  place.replaceChildren(el('p', { class: 'ghi' }, 'Các mục khác trong tệp, được giữ nguyên: '
    + rest.map(key => `${key} = ${loaded[key].join(', ')}`).join('; ')));
  byId('phan-them').open = ['updated', 'correction', 'aliases', 'figure', 'audio'].some(key => (loaded[key] || []).length);
}

/** What a save would write. */
export function get() {
  const fields = structuredClone(loaded);
  for (const [key, control] of Object.entries(controls)) {
    const values = control.get();
    if (!equal(values, atFirst[key])) {
      // an empty list takes the key out of the file; one that is not named would stay
      fields[key] = values;
    }
  }
  return fields;
}

export const value = key => controls[key].get();

/** Changes one field as if it had been typed. */
export function change(key, values) {
  controls[key].set(values);
  if (key === 'image') {
    smallPicture.forget();
  }
}

/** Where the focus goes for a field; null where the form has none. */
export function place(key) {
  const box = document.querySelector(`#mau [data-khoa="${key}"]`);
  return box && box.querySelector('input:not([type="radio"]), input:checked, input, textarea, select, button');
}
