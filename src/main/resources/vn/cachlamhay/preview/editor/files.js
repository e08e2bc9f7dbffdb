/* Files from the computer: chosen, dragged or pasted; their way to the program with its progress. */
import { byId, el, notice, say } from './dom.js';
import { api } from './api.js';
import { size } from './text.js';

let article = null;
let limits = {};

export function configure(site) {
  limits = site.limits || {};
}

export const belongTo = path => { article = path; };

export const isPicture = file => /^image\//.test(file.type) || /\.(jpe?g|png|gif|webp|svg)$/i.test(file.name);

/** Lets files be chosen; none where that was left. */
export function chooseFiles(accept = '', several = true) {
  return new Promise(resolve => {
    const input = el('input', { type: 'file', multiple: several, accept: accept || false, class: 'an', id: 'chon-tep',
      tabindex: '-1', 'aria-hidden': 'true' });
    const done = files => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('change', () => done([...input.files]));
    input.addEventListener('cancel', () => done([]));
    byId('chon-tep')?.remove();
    document.body.append(input);
    input.click();
  });
}

/** Sends a file and shows how far it is. Gives {reference, kind, …}; null, with a message, where it could not be taken. */
export async function send(file) {
  const most = isPicture(file) ? limits.picture : limits.attachment;
  if (most && file.size > most) {
    notice('bao-bai', 'tep-' + file.name, { kind: 'loi', choices: [['Đã rõ', () => {}]],
      text: `Tệp “${file.name}” nặng ${size(file.size)}, nhiều nhất là ${size(most)}.` });
    return null;
  }
  const bar = el('progress', { max: 1, value: 0, 'aria-label': `Đang chép ${file.name}` });
  const row = el('p', { class: 'dang-chep' }, `Đang chép ${file.name} (${size(file.size)}) `, bar);
  byId('dang-tai').append(row);
  try {
    const sent = await api.upload(article, file, part => { bar.value = part; });
    say(`Đã chép ${file.name}`);
    return sent;
  } catch (error) {
    notice('bao-bai', 'tep-' + file.name, { kind: 'loi', choices: [['Đã rõ', () => {}]],
      text: `Chưa chép được “${file.name}”: ${error.message}. ${error.hint || ''}` });
    return null;
  } finally {
    row.remove();
  }
}

const carries = event => [...(event.dataTransfer ? event.dataTransfer.types : [])].includes('Files');

/** Lets files be dropped on a place; dropped(files, event). */
export function dropZone(zone, dropped) {
  let over = 0;
  const leave = () => {
    over = 0;
    zone.classList.remove('dang-keo');
  };
  zone.addEventListener('dragenter', event => {
    if (carries(event)) {
      over++;
      zone.classList.add('dang-keo');
    }
  });
  zone.addEventListener('dragleave', event => carries(event) && --over <= 0 && leave());
  zone.addEventListener('dragover', event => {
    if (carries(event)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    }
  });
  zone.addEventListener('drop', event => {
    leave();
    if (carries(event)) {
      event.preventDefault();
      event.stopPropagation();
      dropped([...event.dataTransfer.files], event);
    }
  }, true);
}

// a file dropped beside the right place must not replace the whole editor
for (const kind of ['dragover', 'drop']) {
  addEventListener(kind, event => carries(event) && event.preventDefault());
}
