/* Pasting: what comes from Word or from a web page goes through the program and comes back as clean Markdown. */
import { byId, notice } from './dom.js';
import { api } from './api.js';
import * as body from './body.js';
import { nextNote, picture } from './insert.js';
import { isPicture } from './files.js';

let plain = 0;

/** Watches the text. article: gives the path of the open one. */
export function watch(article) {
  const cm = body.editor();
  cm.on('keydown', (_, event) => {
    if ((event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === 'v') {
      plain = Date.now();
    }
  });
  cm.on('paste', (_, event) => {
    const data = event.clipboardData;
    const html = data.getData('text/html');
    const pictures = [...data.files].filter(isPicture);
    const wantsPlain = Date.now() - plain < 1000;
    if (!wantsPlain && html.trim()) {
      event.preventDefault();
      convert(article(), html, data.getData('text/rtf'), data.getData('text/plain'));
    } else if (!data.getData('text/plain') && pictures.length) {
      event.preventDefault();
      picture(pictures.map(named));
    }
  });
}

/** A picture from the clipboard has no name of its own. */
function named(file, at) {
  const ending = file.type.split('/')[1].replace('jpeg', 'jpg').replace('svg+xml', 'svg');
  const time = new Date().toISOString().slice(0, 19).replace(/\D/g, '');
  return new File([file], `anh-dan-${time}-${at + 1}.${ending}`, { type: file.type });
}

async function convert(path, html, rtf, text) {
  const place = body.placeholder(null, '▣ đang dán …');
  let answer;
  try {
    answer = await api.paste({ article: path, html, rtf, firstNote: nextNote() });
  } catch (error) {
    place.insert(text);
    notice('bao-bai', 'dan', { kind: 'luu-y', choices: [['Đã rõ', () => {}]],
      text: `Đã dán chữ thường, vì chưa giữ được kiểu chữ: ${error.message}` });
    return;
  }
  // words within a sentence go into the sentence; what has lines of its own stands apart
  const block = /\n|^(#|[-*>|]|\d+\.)\s/.test(answer.markdown.trim());
  place.insert(block ? answer.markdown.replace(/\s+$/, '') : answer.markdown.trim(), block);
  const notes = [...answer.notes];
  if (answer.pictures.length) {
    notes.push(`Đã lưu ${answer.pictures.length} ảnh cạnh bài; hãy ghi lời tả cho từng ảnh.`);
  }
  if (notes.length) {
    notice('bao-bai', 'dan', { text: 'Đã dán. ' + notes.join(' '), choices: [['Đã rõ', () => byId('than-bai-go').focus()]] });
  }
}
