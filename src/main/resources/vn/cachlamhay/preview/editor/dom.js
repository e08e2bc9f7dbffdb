/* Making and finding elements; the short messages that screen readers hear too. */

export const byId = id => document.getElementById(id);

/** An element: attributes (on… are listeners, false and null are left out), then children. */
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on') && value) {
      made.addEventListener(key.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

/** A drawing of icons.svg, which says nothing to screen readers. */
export function icon(name) {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  svg.setAttribute('class', 'hinh');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(ns, 'use');
  use.setAttribute('href', 'icons.svg#' + name);
  svg.append(use);
  return svg;
}

export function button(text, onclick, { kind = '', image = '', ...attributes } = {}) {
  const names = ['nut', kind && 'nut-' + kind].filter(Boolean).join(' ');
  return el('button', { type: 'button', class: names, onclick, ...attributes }, image && icon(image), text);
}

let quiet = 0;

/** A text in which articles that it names can be opened. */
export function linked(text, opened = null) {
  return text.split(/([\w./-]+\.md)\b/).map((part, at) => at % 2
    ? el('a', { href: '#bai=' + encodeURIComponent(part), onclick: opened }, part) : part);
}

/** A line at the lower edge that goes away by itself. */
export function say(text) {
  const place = byId('thong-bao');
  place.textContent = text;
  place.classList.add('hien');
  clearTimeout(quiet);
  quiet = setTimeout(() => {
    place.classList.remove('hien');
    place.textContent = '';
  }, 6000);
}

/**
 * A message that stays until it is answered, in #bao-bai (the article's) or #bao-chung (the whole program's). One per name.
 *
 * @param choices [text, action] pairs; each closes the message
 */
export function notice(place, name, { text, kind = 'luu-y', choices = [] }) {
  dismiss(name);
  const box = el('div', { class: 'tin tin-' + kind, role: kind === 'loi' ? 'alert' : 'status', 'data-tin': name },
    el('p', {}, text));
  const row = choices.map(([word, action, look]) => button(word, () => {
    box.remove();
    action();
  }, { kind: look || 'nho' }));
  if (row.length) {
    box.append(el('div', { class: 'nut-hang' }, row));
  }
  byId(place).append(box);
}

export function dismiss(name) {
  document.querySelectorAll(`[data-tin="${name}"]`).forEach(box => box.remove());
}
