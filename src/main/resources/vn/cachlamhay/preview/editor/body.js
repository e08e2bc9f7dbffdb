/* The text of the article: EasyMDE without its own toolbar, and what the other parts do to the text. */
/* global EasyMDE */
import { byId } from './dom.js';

let mde = null;
let cm = null;
let first = '';
let firstShown = '';
let silent = false;

/** Makes the editor, once. keys: what the toolbar's keys do, as CodeMirror names them. */
export function build(changed, keys) {
  const off = ['drawTable', 'toggleSideBySide', 'toggleFullScreen', 'togglePreview', 'drawImage', 'drawLink', 'toggleHeading1',
    'toggleHeadingSmaller', 'toggleHeadingBigger', 'cleanBlock', 'toggleCodeBlock', 'toggleBlockquote', 'toggleBold',
    'toggleItalic', 'toggleOrderedList', 'toggleUnorderedList', 'toggleHeading2', 'toggleHeading3', 'toggleHeading4',
    'toggleHeading5', 'toggleHeading6', 'toggleStrikethrough'];
  mde = new EasyMDE({
    element: byId('than-bai'),
    autoDownloadFontAwesome: false,
    spellChecker: false,
    toolbar: false,
    status: false,
    minHeight: '22rem',
    shortcuts: Object.fromEntries(off.map(name => [name, null])),
    blockStyles: { italic: '*' },
    unorderedListStyle: '-',
  });
  cm = mde.codemirror;
  cm.setOption('gutters', ['vach-van-de']);
  cm.setOption('cursorScrollMargin', 40);
  cm.setOption('extraKeys', { ...cm.getOption('extraKeys'), ...keys });
  cm.on('keydown', ownTab);
  const input = cm.getInputField();
  input.setAttribute('aria-labelledby', 'nhan-than-bai');
  input.setAttribute('aria-describedby', 'vd-than-bai');
  input.id = 'than-bai-go';
  byId('nhan-than-bai').setAttribute('for', 'than-bai-go');
  cm.on('change', () => silent || changed());
  // the text scrolls within its frame, which the keyboard must reach too
  const scroller = cm.getScrollerElement();
  scroller.tabIndex = 0;
  scroller.setAttribute('role', 'group');
  scroller.setAttribute('aria-label', 'Nội dung bài, cuộn lên xuống');
  new ResizeObserver(() => cm.refresh()).observe(byId('o-soan'));
  return { mde, cm };
}

// Tab moves lists in and out; anywhere else it leaves the text, so that nobody is caught in it
function ownTab(editor, event) {
  if (event.key !== 'Tab') {
    return;
  }
  const line = editor.getLine(editor.getCursor().line);
  const inList = !editor.somethingSelected() && /^\s*([-*+]|\d+[.)])\s/.test(line);
  if (!inList || (event.shiftKey && !/^\s/.test(line))) {
    event.codemirrorIgnore = true;
  }
}

const shown = text => text.replace(/\r\n?/g, '\n');

/** Shows a text. What nobody touched is handed back byte for byte. */
export function set(text) {
  first = text;
  firstShown = shown(text);
  silent = true;
  cm.setValue(text);
  cm.clearHistory();
  silent = false;
}

export function get() {
  const now = cm.getValue();
  return now === firstShown ? first : now;
}

/** Takes another text as one step that can be undone, cursor and scroll kept as far as possible. */
export function replaceAll(text) {
  const at = cm.getCursor();
  const scroll = cm.getScrollInfo().top;
  first = text;
  firstShown = shown(text);
  silent = true;
  cm.setValue(text);
  cm.setCursor(at);
  cm.scrollTo(0, scroll);
  silent = false;
}

export const refresh = () => cm.refresh();
export const focus = () => cm.focus();
export const editor = () => cm;
export const easy = () => mde;

/** Remembers the place of the cursor, or another, through all typing: {insert(text), clear()}. */
export function placeholder(at = null, word = '') {
  const from = at || cm.getCursor('from');
  const to = at || cm.getCursor('to');
  const selected = cm.indexFromPos(to) > cm.indexFromPos(from);
  let widget = null;
  if (word) {
    widget = document.createElement('span');
    widget.className = 'dang-den';
    widget.textContent = word;
  }
  const mark = cm.setBookmark(to, { widget: widget || undefined, insertLeft: false });
  const range = selected ? cm.markText(from, to, { clearWhenEmpty: false }) : null;
  return {
    clear() {
      mark.clear();
      if (range) {
        range.clear();
      }
    },
    /** One step of undo. block: on lines of its own. */
    insert(text, block = false) {
      const end = mark.find() || cm.getCursor();
      const found = range && range.find();
      this.clear();
      const start = found ? found.from : end;
      const stop = found ? found.to : end;
      write(text, start, stop, block);
    },
  };
}

/** block: a paragraph of its own, after which the cursor stands where the next one begins. */
function write(text, start, stop, block) {
  let whole = text;
  let rest = '';
  if (block) {
    const before = '\n\n' + cm.getRange({ line: Math.max(0, start.line - 2), ch: 0 }, start);
    const after = cm.getRange(stop, { line: stop.line + 3, ch: 0 });
    const above = /[ \t\n]*$/.exec(before)[0].split('\n').length - 1;
    const below = /^[ \t\n]*/.exec(after)[0].split('\n').length - 1;
    whole = '\n'.repeat(Math.max(0, 2 - above)) + text + '\n\n';
    rest = after.trim() ? '\n'.repeat(Math.max(0, 2 - below)) : '';
  }
  // who writes on elsewhere meanwhile stays there
  const at = cm.indexFromPos(cm.getCursor());
  const moves = at >= cm.indexFromPos(start) && at <= cm.indexFromPos(stop);
  cm.operation(() => {
    cm.replaceRange(whole + rest, start, stop, '+chen' + Date.now());
    if (moves) {
      cm.setCursor(cm.posFromIndex(cm.indexFromPos(start) + whole.length));
      cm.scrollIntoView(null, 60);
    }
  });
}

/** Inserts at the cursor, in place of what is selected. */
export function insert(text, block = false) {
  placeholder().insert(text, block);
  cm.focus();
}

/** Replaces whole lines, first and last counted from 0. */
export function replaceLines(from, to, text) {
  cm.replaceRange(text, { line: from, ch: 0 }, { line: to, ch: cm.getLine(to).length }, '+bang');
  cm.focus();
}

/** Shows and reaches a line, counted from 0. */
export function toLine(line, column = 0) {
  const at = { line: Math.min(Math.max(0, line), cm.lastLine()), ch: Math.max(0, column) };
  cm.setCursor(at);
  cm.scrollIntoView(at, 120);
  cm.focus();
}

/** Marks lines in the margin: a map of line (from 0) to {severity, text}. */
export function marks(lines) {
  cm.operation(() => {
    cm.clearGutter('vach-van-de');
    for (const [line, { severity, text }] of lines) {
      const sign = document.createElement('span');
      sign.className = 'vach vach-' + severity;
      sign.title = text;
      cm.setGutterMarker(Math.min(line, cm.lastLine()), 'vach-van-de', sign);
    }
  });
}
