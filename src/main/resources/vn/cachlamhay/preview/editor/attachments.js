/* The list of attached files. */
import { el, icon, say } from './dom.js';

/** @returns {get, set, add} */
export function attachments(list, changed) {
  let values = [];

  function draw() {
    list.replaceChildren(...values.map((value, at) => el('li', {}, icon('clip'), el('span', { class: 'ten-tep' }, value),
      el('button', { type: 'button', class: 'bo', 'aria-label': `Bỏ tệp ${value}`, title: 'Bỏ tệp này', onclick: () => {
        values.splice(at, 1);
        draw();
        say(`Đã bỏ ${value}; tệp vẫn còn trong thư mục`);
        (list.querySelector('button') || list.parentElement.querySelector('button')).focus();
        changed();
      } }, icon('cross')))));
    list.hidden = values.length === 0;
  }

  return {
    get: () => [...values],
    set: wanted => {
      values = [...wanted];
      draw();
    },
  };
}
