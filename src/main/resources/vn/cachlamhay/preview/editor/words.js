/* Suggestions under a field while typing (the combobox pattern of WAI-ARIA). */
import { el } from './dom.js';
import { api } from './api.js';

let count = 0;

/**
 * Makes an input a combobox.
 *
 * @param kind what the program is asked for
 * @param pick called with the word that was chosen
 * @returns {close, isOpen}
 */
export function suggest(input, kind, pick) {
  const id = 'goi-y-' + ++count;
  const list = el('ul', { id, class: 'goi-y', role: 'listbox', 'aria-label': 'Gợi ý', hidden: true });
  const hint = el('span', { class: 'an', role: 'status' });
  let words = [];
  let active = -1;
  let asked = 0;
  let timer = 0;

  for (const [key, value] of Object.entries({ role: 'combobox', autocomplete: 'off', spellcheck: 'false',
    'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id })) {
    input.setAttribute(key, value);
  }
  input.parentElement.classList.add('co-goi-y');
  input.after(list, hint);

  function close() {
    asked++;
    clearTimeout(timer);
    words = [];
    active = -1;
    list.hidden = true;
    hint.textContent = '';
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function choose(index) {
    const word = words[index];
    close();
    pick(word);
  }

  function mark(index) {
    active = index;
    [...list.children].forEach((option, at) => option.setAttribute('aria-selected', String(at === index)));
    if (index >= 0) {
      input.setAttribute('aria-activedescendant', list.children[index].id);
      list.children[index].scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  function show(found) {
    words = found;
    list.replaceChildren(...found.map((word, at) => el('li', {
      id: `${id}-${at}`, role: 'option', 'aria-selected': 'false', class: word.near ? 'gan' : false,
      // the field keeps the focus, so that leaving it is not mistaken for being done
      onmousedown: event => event.preventDefault(),
      onclick: () => choose(at),
    }, el('span', { class: 'goi-y-ten' }, word.label || word.value),
    word.near && el('span', { class: 'goi-y-gan' }, 'đã có, viết hơi khác'),
    word.note && el('span', { class: 'goi-y-ghi' }, word.note))));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    input.removeAttribute('aria-activedescendant');
    active = -1;
    hint.textContent = found.length ? `${found.length} gợi ý, bấm mũi tên xuống để chọn` : '';
  }

  async function look() {
    const question = ++asked;
    const text = input.value.trim();
    if (!text) {
      close();
      return;
    }
    let answer;
    try {
      answer = await api.words(kind, text);
    } catch {
      // without the program there are no suggestions, and the message about it stands elsewhere
      return;
    }
    if (question === asked && document.activeElement === input) {
      show(answer.words);
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, 70);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', event => {
    if (event.isComposing) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) {
        look();
      } else {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        mark((active + step + words.length + (active < 0 && step < 0 ? 1 : 0)) % words.length);
      }
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      event.stopImmediatePropagation();
      choose(active);
    }
  });
  return { close, isOpen: () => !list.hidden };
}
