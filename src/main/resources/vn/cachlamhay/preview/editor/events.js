/* What happens on the program's side: files that changed on disk; whether it is still there. */
import { api, reached, isReachable, onContact } from './api.js';

let retry = 0;

const LONGEST_WAIT = 1000;

/**
 * Listens for as long as the page is open: to files that changed, to pages as they are made, to the end of each bake, from which on
 * the program knows what it found. Done once it does: what is asked for afterwards cannot miss anything. After a break
 * everything is looked at again.
 */
export function listen(changed, baked, known) {
  return new Promise(listening => {
    setTimeout(listening, LONGEST_WAIT);
    connect({ changed, baked, known }, listening);
  });
}

function connect(told, listening) {
  const source = new EventSource('su-kien');
  source.addEventListener('changed', event => told.changed(JSON.parse(event.data).paths || []));
  source.addEventListener('baked', told.baked);
  source.addEventListener('known', told.known);
  let before = !listening;
  source.onopen = () => {
    reached(true);
    if (before) {
      told.baked();
      told.known();
    } else {
      listening();
    }
    before = true;
  };
  source.onerror = () => {
    // the browser tries again by itself, unless it was refused
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => connect(told, null), 3000);
    }
    ping();
  };
}

async function ping() {
  clearTimeout(retry);
  try {
    await api.site();
  } catch {
    if (!isReachable()) {
      retry = setTimeout(ping, 1500);
    }
  }
}

onContact(yes => yes || ping());
