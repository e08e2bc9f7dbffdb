/* Dialogs: one at a time, the keyboard stays inside, Esc means "leave everything as it is". */
import { el, button } from './dom.js';

let count = 0;

/**
 * Shows a dialog.
 *
 * @param buttons the last is the main one, which Enter presses: {text, value, kind, check}; value may be a function; where check
 *     gives false the dialog stays open
 * @returns the value of the button that was pressed; null where the dialog was left
 */
export function ask({ title, content = [], buttons = [{ text: 'Đóng', value: null }], wide = false, id = '', focus = null }) {
  return new Promise(resolve => {
    const name = 'hop-' + ++count;
    const before = document.activeElement;
    let result = null;
    const finish = async one => {
      if (one.check && !await one.check()) {
        return;
      }
      result = typeof one.value === 'function' ? one.value() : one.value;
      dialog.close();
    };
    const main = buttons[buttons.length - 1];
    const row = buttons.map(one => button(one.text, one === main ? () => {} : () => finish(one),
      { kind: one.kind || '', id: one.id || false, type: one === main ? 'submit' : 'button' }));
    const inside = el('div', { class: 'hop-than' }, content);
    if (!inside.querySelector('input, textarea, select, button, [tabindex]')) {
      // what is only read may still have to be scrolled
      inside.tabIndex = 0;
    }
    const form = el('form', { novalidate: true, class: 'hop-mau', onsubmit: event => {
      event.preventDefault();
      finish(main);
    } }, el('h2', { id: name, tabindex: '-1' }, title), inside,
    el('div', { class: 'nut-hang hop-nut' }, row));
    const dialog = el('dialog', { class: wide ? 'hop hop-rong' : 'hop', 'aria-labelledby': name, id: id || false,
      onclose: () => {
        dialog.remove();
        if (before && before.isConnected) {
          before.focus();
          if (before.tagName === 'TEXTAREA') {
            // Chromium gives the focus back without a cursor, and would swallow the next letters
            before.setSelectionRange(before.selectionStart, before.selectionEnd);
          }
        }
        resolve(result);
      } }, form);
    document.body.append(dialog);
    dialog.showModal();
    (focus || form.querySelector('input, textarea, select') || form.querySelector('h2')).focus();
  });
}

/** Closes every dialog, as Esc does. */
export function closeAll() {
  document.querySelectorAll('dialog[open]').forEach(dialog => dialog.close());
}

export async function sure(title, text, yes, kind = 'chinh') {
  return await ask({ title, content: [el('p', {}, text)], buttons: [
    { text: 'Không', value: false }, { text: yes, value: true, kind, id: 'chac-chan' },
  ] }) === true;
}

/** What went wrong, in the program's words. */
export function tell(error, title = 'Chưa làm được') {
  return ask({ title, content: [el('p', {}, error.message), error.hint && el('p', { class: 'ghi' }, error.hint)] });
}

/** A labelled field of a dialog. */
export function field(label, control, note = '') {
  const id = control.id || 'o-' + ++count;
  control.id = id;
  if (note) {
    control.setAttribute('aria-describedby', id + '-ghi');
  }
  return el('div', { class: 'o' }, el('label', { for: id }, label), control,
    note && el('p', { class: 'ghi', id: id + '-ghi' }, note));
}
