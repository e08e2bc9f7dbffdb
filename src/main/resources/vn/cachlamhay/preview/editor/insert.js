/* What the toolbar puts into the text after asking: links, pictures, footnotes. */
import { el, say } from './dom.js';
import { ask, field } from './dialogs.js';
import { suggest } from './words.js';
import * as body from './body.js';
import { chooseFiles, send } from './files.js';

// what would end the brackets of a link or of a picture's words
const words = text => text.trim().replace(/\s+/g, ' ').replace(/([[\]\\])/g, '\\$1');
const quoted = text => text.trim().replace(/\s+/g, ' ').replace(/(["\\])/g, '\\$1');
const target = text => /[\s()<>]/.test(text) ? `<${text.replace(/[<>]/g, '')}>` : text;

/** A link to another article of the site, which is found by its title. */
export async function linkArticle() {
  const place = body.placeholder();
  const selected = body.editor().getSelection();
  const search = el('input', { type: 'text', id: 'tim-bai' });
  const text = el('input', { type: 'text', id: 'chu-lien-ket', value: selected });
  const label = field('Bài cần dẫn', search, 'Gõ vài chữ trong tiêu đề rồi chọn một bài.');
  const chosen = el('p', { class: 'da-chon', role: 'status' });
  let article = null;
  suggest(search, 'articles', word => {
    article = word;
    search.value = word.label;
    chosen.textContent = `Sẽ dẫn đến: ${word.label}`;
    text.value ||= word.label;
    text.focus();
  });
  const wrong = el('p', { class: 'loi-hop', role: 'alert' });
  const done = await ask({ title: 'Dẫn đến bài khác', id: 'hop-dan-bai', content: [label, chosen, field('Chữ hiện trong bài', text), wrong],
    buttons: [{ text: 'Thôi', value: false }, { text: 'Chèn liên kết', value: true, kind: 'chinh', check: () => {
      wrong.textContent = article ? text.value.trim() ? '' : 'Hãy ghi chữ hiện trong bài.' : 'Hãy chọn một bài trong danh sách gợi ý.';
      return !wrong.textContent;
    } }] });
  finish(place, done && `[${words(text.value)}](${target(article.value)})`);
}

/** A link to an address on the web. */
export async function linkAddress() {
  const place = body.placeholder();
  const selected = body.editor().getSelection();
  const isAddress = /^https?:\/\/\S+$/.test(selected.trim());
  const address = el('input', { type: 'url', id: 'dia-chi', value: isAddress ? selected.trim() : 'https://' });
  const text = el('input', { type: 'text', id: 'chu-lien-ket', value: isAddress ? '' : selected });
  const wrong = el('p', { class: 'loi-hop', role: 'alert' });
  const done = await ask({ title: 'Liên kết đến trang web', id: 'hop-lien-ket',
    content: [field('Địa chỉ trang', address, 'Ví dụ https://www.example.vn/tin.html'), field('Chữ hiện trong bài', text), wrong],
    buttons: [{ text: 'Thôi', value: false }, { text: 'Chèn liên kết', value: true, kind: 'chinh', check: () => {
      wrong.textContent = /^(https?:\/\/[^\s/]+|mailto:\S+@)/.test(address.value.trim()) ? '' : 'Địa chỉ phải bắt đầu bằng https:// hoặc http://';
      return !wrong.textContent;
    } }] });
  const to = address.value.trim();
  finish(place, done && (text.value.trim() ? `[${words(text.value)}](${target(to)})` : `<${to}>`));
}

function finish(place, text) {
  if (text) {
    place.insert(text);
  } else {
    place.clear();
  }
  body.focus();
}

/** Asks for the words of a picture that is already there; gives its Markdown, or null. */
export async function describe(reference, file) {
  const address = file ? URL.createObjectURL(file) : '';
  const alt = el('input', { type: 'text', id: 'ta-anh', required: true });
  const caption = el('input', { type: 'text', id: 'chu-thich-anh' });
  const wrong = el('p', { class: 'loi-hop', role: 'alert' });
  const done = await ask({ title: 'Ảnh trong bài', id: 'hop-anh', content: [
    address && el('img', { class: 'anh-nho', alt: '', src: address }),
    field('Lời tả ảnh (bắt buộc)', alt, 'Một câu tả những gì thấy trong ảnh, cho người không nhìn thấy.'),
    field('Chú thích hiện dưới ảnh', caption), wrong],
  buttons: [{ text: 'Không chèn', value: false }, { text: 'Chèn ảnh', value: true, kind: 'chinh', check: () => {
    wrong.textContent = alt.value.trim() ? '' : 'Hãy ghi lời tả ảnh.';
    return !wrong.textContent;
  } }], focus: alt });
  URL.revokeObjectURL(address);
  if (!done) {
    return null;
  }
  const title = caption.value.trim() ? ` "${quoted(caption.value)}"` : '';
  return `![${words(alt.value)}](${target(reference)}${title})`;
}

/** Pictures from the computer, at the cursor or at another place. */
export async function picture(files = null, at = null) {
  const chosen = files || await chooseFiles('image/*');
  for (const file of chosen) {
    const place = body.placeholder(at, '▣ đang tải ảnh …');
    const sent = await send(file);
    const text = sent && await describe(sent.reference, file);
    if (text) {
      place.insert(text, true);
      say('Đã chèn ảnh');
    } else {
      place.clear();
    }
  }
  body.focus();
}

/** The number of the next footnote. */
export function nextNote() {
  const numbers = [...body.get().matchAll(/\[\^(\d+)\]/g)].map(found => Number(found[1]));
  return Math.max(0, ...numbers) + 1;
}

/** A footnote: its number at the cursor, its text at the end. */
export function footnote() {
  const cm = body.editor();
  const next = nextNote();
  cm.operation(() => {
    cm.replaceRange(`[^${next}]`, cm.getCursor('to'), undefined, '+chu-thich');
    const last = cm.getLine(cm.lastLine());
    const before = last.trim() === '' ? cm.lastLine() > 0 ? cm.getLine(cm.lastLine() - 1) : '' : last;
    const gap = last.trim() === '' ? /^\[\^/.test(before) || before.trim() === '' ? '' : '\n' : /^\[\^/.test(last) ? '\n' : '\n\n';
    cm.replaceRange(`${gap}[^${next}]: `, { line: cm.lastLine(), ch: last.length }, undefined, '+chu-thich');
    cm.setCursor(cm.lastLine(), cm.getLine(cm.lastLine()).length);
  });
  cm.scrollIntoView(null, 60);
  cm.focus();
  say('Hãy viết lời chú thích ở đây');
}
