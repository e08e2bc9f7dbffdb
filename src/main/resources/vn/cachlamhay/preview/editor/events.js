/* What happens on the program's side: files that changed on disk; whether it is still there. */
import { api, reached, isReachable, onContact } from './api.js';

let retry = 0;

/** Listens for as long as the page is open. */
export function listen(changed, baked) {
  const source = new EventSource('su-kien');
  source.addEventListener('changed', event => changed(JSON.parse(event.data).paths || []));
  source.addEventListener('baked', baked);
  source.onopen = () => reached(true);
  source.onerror = () => {
    // the browser tries again by itself, unless it was refused
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => listen(changed, baked), 3000);
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
