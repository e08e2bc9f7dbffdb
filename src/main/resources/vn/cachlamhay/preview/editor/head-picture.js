/* The small picture in the form: the file that was chosen last, or what the site shows of the one that the article names. */
import { byId } from './dom.js';

const small = byId('anh-nho');
let chosen = null;

small.addEventListener('load', () => { small.hidden = false; });
small.addEventListener('error', forget);

export function forget() {
  small.hidden = true;
  chosen = null;
  URL.revokeObjectURL(small.src);
  small.removeAttribute('src');
}

/** A file from the computer, which the site has only after the next bake. */
export function choose(reference, file) {
  forget();
  chosen = reference;
  small.src = URL.createObjectURL(file);
}

/**
 * What the program says of the article as it stands in the form.
 *
 * @param address on the site; empty where there is no such picture
 */
export function show(reference, address) {
  if (reference && reference === chosen) {
    return;
  }
  if (!address) {
    forget();
  } else if (small.getAttribute('src') !== address) {
    forget();
    small.src = address;
  }
}
