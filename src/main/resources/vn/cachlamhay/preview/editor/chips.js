/* A field with several values: places, tags, authors. Suggestions while typing; what is typed freely is taken too. */
import { el, icon, button, say } from './dom.js';
import { api } from './api.js';
import { suggest } from './words.js';

/**
 * @param root .nhieu with a list and an input; data-tu names the kind of words
 * @param changed called when the values change
 * @returns {get, set}
 */
export function chips(root, changed) {
  const list = root.querySelector('ul');
  const input = root.querySelector('input');
  const kind = root.dataset.tu;
  const near = el('p', { class: 'gan-giong', role: 'status' });
  let values = [];

  const box = suggest(input, kind, word => add(word.value, true));
  root.append(near);

  function draw() {
    list.replaceChildren(...values.map((value, at) => el('li', { class: 'the' }, el('span', {}, value),
      el('button', { type: 'button', class: 'bo', 'aria-label': `Bỏ ${value}`, title: `Bỏ ${value}`, onclick: () => remove(at) },
        icon('cross')))));
    list.hidden = values.length === 0;
  }

  function remove(at) {
    const [gone] = values.splice(at, 1);
    near.replaceChildren();
    draw();
    input.focus();
    say(`Đã bỏ ${gone}`);
    changed();
  }

  function add(text, known) {
    const value = text.normalize('NFC').replace(/\s+/g, ' ').trim();
    input.value = '';
    box.close();
    if (value && !values.includes(value)) {
      values.push(value);
      draw();
      changed();
      if (!known && kind !== 'places') {
        warn(value);
      }
    }
  }

  /** Tells of words in use that differ from this one in diacritics or capitals only. */
  async function warn(value) {
    let found;
    try {
      found = (await api.words(kind, value)).words.filter(word => word.near && word.value !== value);
    } catch {
      return;
    }
    if (!values.includes(value)) {
      return;
    }
    near.replaceChildren(...found.slice(0, 1).flatMap(word => [
      `Đã có “${word.value}”${word.note ? ` (${word.note})` : ''}, viết hơi khác “${value}”. `,
      button(`Dùng “${word.value}”`, () => {
        values = [...new Set(values.map(each => each === value ? word.value : each))];
        near.replaceChildren();
        draw();
        input.focus();
        changed();
      }, { kind: 'nho' }),
      button(`Giữ “${value}”`, () => {
        near.replaceChildren();
        input.focus();
      }, { kind: 'nho' }),
    ]));
  }

  input.addEventListener('keydown', event => {
    if (!event.isComposing && (event.key === 'Enter' || event.key === ',')) {
      if (input.value.trim() || event.key === ',') {
        event.preventDefault();
      }
      add(input.value, false);
    }
  });
  input.addEventListener('blur', () => add(input.value, false));

  return {
    get: () => [...values],
    set: wanted => {
      values = [...wanted];
      input.value = '';
      near.replaceChildren();
      draw();
    },
  };
}
