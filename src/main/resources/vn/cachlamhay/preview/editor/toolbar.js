/* The buttons over the text, and their keys. */
/* global EasyMDE */
import { byId, el, icon } from './dom.js';
import * as body from './body.js';
import { linkArticle, linkAddress, picture, footnote } from './insert.js';
import { table } from './table.js';
import { help } from './help.js';

const easy = name => () => {
  EasyMDE[name](body.easy());
  body.focus();
};

const undo = () => {
  body.editor().undo();
  body.focus();
};

const redo = () => {
  body.editor().redo();
  body.focus();
};

/** id, word, icon, CodeMirror's name of the key, the key as people read it, action; null parts groups. */
const TOOLS = [
  ['ct-muc', 'Mục', 'heading', 'Ctrl-2', 'Ctrl+2', easy('toggleHeading2')],
  ['ct-muc-con', 'Mục con', 'subheading', 'Ctrl-3', 'Ctrl+3', easy('toggleHeading3')],
  null,
  ['ct-dam', 'Đậm', 'bold', 'Ctrl-B', 'Ctrl+B', easy('toggleBold')],
  ['ct-nghieng', 'Nghiêng', 'italic', 'Ctrl-I', 'Ctrl+I', easy('toggleItalic')],
  null,
  ['ct-gach', 'Liệt kê', 'list', 'Ctrl-L', 'Ctrl+L', easy('toggleUnorderedList')],
  ['ct-so', 'Đánh số', 'numbers', 'Ctrl-Alt-L', 'Ctrl+Alt+L', easy('toggleOrderedList')],
  ['ct-trich', 'Trích dẫn', 'quote', "Ctrl-'", "Ctrl+'", easy('toggleBlockquote')],
  null,
  ['ct-lien-bai', 'Dẫn bài', 'article', 'Ctrl-K', 'Ctrl+K', linkArticle],
  ['ct-lien-ket', 'Liên kết', 'link', 'Ctrl-Alt-K', 'Ctrl+Alt+K', linkAddress],
  ['ct-anh', 'Ảnh', 'picture', 'Ctrl-Alt-P', 'Ctrl+Alt+P', () => picture()],
  ['ct-bang', 'Bảng', 'table', 'Ctrl-Alt-T', 'Ctrl+Alt+T', () => table()],
  ['ct-chu-thich', 'Chú thích', 'note', 'Ctrl-Alt-F', 'Ctrl+Alt+F', footnote],
  null,
  ['ct-hoan-tac', 'Hoàn tác', 'undo', null, 'Ctrl+Z', undo],
  ['ct-lam-lai', 'Làm lại', 'redo', null, 'Ctrl+Y', redo],
  ['ct-giup', 'Trợ giúp', 'help', 'F1', 'F1', () => help(keys())],
];

const keys = () => TOOLS.filter(Boolean).map(([, word, , , key]) => [key, word]);

/** What CodeMirror calls at the keys. */
export const shortcuts = () => Object.fromEntries(TOOLS.filter(tool => tool && tool[3]).map(tool => [tool[3], () => tool[5]()]));

/** Draws the toolbar: one stop for Tab, arrows within it. */
export function build() {
  const bar = byId('cong-cu');
  const group = () => el('span', { class: 'nhom-ct' });
  const groups = [group()];
  for (const tool of TOOLS) {
    if (!tool) {
      groups.push(group());
      continue;
    }
    const [id, word, image, , key, action] = tool;
    groups.at(-1).append(el('button', { type: 'button', id, class: 'ct', title: `${word} (${key})`, tabindex: '-1',
      onclick: () => action() }, icon(image), word));
  }
  // where there is too little room, whole groups go into the next row
  bar.append(...groups);
  const buttons = [...bar.querySelectorAll('button')];
  buttons[0].tabIndex = 0;
  const go = to => {
    buttons.forEach(one => { one.tabIndex = one === to ? 0 : -1; });
    to.focus();
  };
  bar.addEventListener('keydown', event => {
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + buttons.length, Home: 0, End: buttons.length - 1 }[event.key];
    if (at >= 0 && to !== undefined) {
      event.preventDefault();
      go(buttons[to % buttons.length]);
    }
  });
  body.editor().on('cursorActivity', () => {
    const state = body.easy().getState();
    for (const [id, name] of [['ct-dam', 'bold'], ['ct-nghieng', 'italic'], ['ct-gach', 'unordered-list'],
      ['ct-so', 'ordered-list'], ['ct-trich', 'quote'], ['ct-muc', 'heading-2'], ['ct-muc-con', 'heading-3']]) {
      byId(id).classList.toggle('dang-dung', Boolean(state[name]));
    }
  });
}
