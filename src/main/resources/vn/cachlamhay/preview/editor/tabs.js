/* The tabs of one browser hear of each other: which of them has which article open. */

const channel = new BroadcastChannel('bien-tap');
const listeners = { open: [], saved: [] };
let own = sessionStorage.getItem('bien-tap-the') || crypto.getRandomValues(new Uint32Array(2)).join('-');
let path = null;

sessionStorage.setItem('bien-tap-the', own);

export const tab = () => own;

/** Calls back when another tab opens the article that is open here. */
export const onOther = listener => listeners.open.push(listener);

/** Calls back with {path, version} when another tab has saved. */
export const onSaved = listener => listeners.saved.push(listener);

export const tellSaved = (saved, version) => channel.postMessage({ kind: 'saved', path: saved, version });

channel.onmessage = ({ data }) => {
  if (data.kind === 'who') {
    channel.postMessage({ kind: 'here', tab: own, path, to: data.from });
    if (data.path && data.path === path && data.from !== own) {
      listeners.open.forEach(listener => listener());
    }
  } else if (data.kind === 'saved') {
    listeners.saved.forEach(listener => listener(data));
  }
};

function others(opened) {
  const question = Math.random();
  return new Promise(resolve => {
    const found = [];
    const ear = new BroadcastChannel('bien-tap');
    ear.onmessage = ({ data }) => data.kind === 'here' && data.to === question && found.push(data);
    // the tab's own channel hears this too, and must not take itself for another
    const mute = channel.onmessage;
    channel.onmessage = event => event.data.from !== question && mute(event);
    ear.postMessage({ kind: 'who', from: question, path: opened });
    setTimeout(() => {
      ear.close();
      channel.onmessage = mute;
      resolve(found);
    }, 150);
  });
}

/** Takes an article; gives the tabs that are alive, as {tab, path}. */
export async function take(opened) {
  const found = await others(opened);
  path = opened;
  if (found.some(other => other.tab === own)) {
    // a duplicated tab starts with a copy of the other's memory
    own = crypto.getRandomValues(new Uint32Array(2)).join('-');
    sessionStorage.setItem('bien-tap-the', own);
  }
  return found;
}

export const leave = () => { path = null; };
