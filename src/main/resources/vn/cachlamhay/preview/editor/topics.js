/* The topics as a tree of check boxes. A topic may stand in a file by its name, its key or its path; what is ticked anew gets its name. */
import { el, icon } from './dom.js';
import { fold } from './text.js';

/**
 * @param root the fieldset
 * @param topics as the program lists them, parents first, with depth
 * @returns {get, set}
 */
export function topicTree(root, topics, changed) {
  const tree = el('div', { class: 'cay-than' });
  const others = el('ul', { class: 'cac-the', 'aria-label': 'Chủ đề không có trong danh sách', hidden: true });
  let values = [];

  const boxes = topics.map(topic => {
    const box = el('input', { type: 'checkbox', onchange: () => {
      values = box.checked ? [...values, topic.name] : values.filter(value => !names(topic, value));
      changed();
    } });
    tree.append(el('label', { class: `danh-dau sau-${Math.min(topic.depth, 4)}` }, box, ' ', topic.name));
    return [topic, box];
  });
  root.append(tree, others);

  function names(topic, value) {
    const wanted = fold(value.trim());
    return [topic.name, topic.path, topic.path.split('/').pop()].some(name => fold(name) === wanted);
  }

  function draw() {
    boxes.forEach(([topic, box]) => { box.checked = values.some(value => names(topic, value)); });
    const strange = values.filter(value => !topics.some(topic => names(topic, value)));
    others.hidden = strange.length === 0;
    others.replaceChildren(...strange.map(value => el('li', { class: 'the' }, el('span', {}, value),
      el('button', { type: 'button', class: 'bo', 'aria-label': `Bỏ ${value}`, onclick: () => {
        values = values.filter(each => each !== value);
        draw();
        changed();
      } }, icon('cross')))));
  }

  return {
    get: () => [...values],
    set: wanted => {
      values = [...wanted];
      draw();
    },
  };
}
