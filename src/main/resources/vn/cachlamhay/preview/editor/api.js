/* The program's answers. Every failure is an ApiError: status 0 where the program did not answer at all. */

const token = document.querySelector('meta[name="bien-tap-token"]').content;
const contact = new EventTarget();
let reachable = true;

export class ApiError extends Error {
  constructor(status, answer) {
    const error = answer && answer.error;
    super(error ? error.message : status ? `Chương trình báo lỗi ${status}` : 'Không liên lạc được với chương trình');
    this.status = status;
    this.answer = answer || {};
    this.code = error ? error.code : '';
    this.hint = error ? error.hint || '' : '';
  }
}

/** Whether an answer says that an article is no longer there. */
export const isGone = error => error.status === 404 || error.code === 'khong-con-bai';

/** Calls back with true or false whenever the program answers again, or no longer. */
export function onContact(listener) {
  contact.addEventListener('change', () => listener(reachable));
}

/** Calls back when the program says that this page's session is over. */
export function onSessionOver(listener) {
  contact.addEventListener('over', listener);
}

export function reached(yes) {
  if (yes !== reachable) {
    reachable = yes;
    contact.dispatchEvent(new Event('change'));
  }
}

export const isReachable = () => reachable;

function failed(status, text) {
  let answer = null;
  try {
    answer = JSON.parse(text);
  } catch {
    answer = null;
  }
  if (status === 401 || status === 403) {
    contact.dispatchEvent(new Event('over'));
  }
  return new ApiError(status, answer);
}

async function call(method, address, body) {
  const options = { method, credentials: 'same-origin', headers: {} };
  if (method !== 'GET') {
    options.headers['X-Bien-Tap'] = token;
    options.headers['Content-Type'] = 'application/json; charset=utf-8';
    options.body = JSON.stringify(body);
  }
  let response;
  let text;
  try {
    response = await fetch('api/' + address, options);
    text = await response.text();
  } catch {
    reached(false);
    throw new ApiError(0);
  }
  reached(true);
  if (!response.ok) {
    throw failed(response.status, text);
  }
  return JSON.parse(text);
}

function query(values) {
  return '?' + new URLSearchParams(values).toString();
}

export const api = {
  site: () => call('GET', 'site'),
  settings: git => call('POST', 'settings', { git }),
  articles: () => call('GET', 'articles'),
  article: path => call('GET', 'article' + query({ path })),
  look: what => call('POST', 'look', what),
  save: what => call('POST', 'save', what),
  create: what => call('POST', 'new', what),
  remove: (path, base) => call('POST', 'delete', { path, base }),
  trash: () => call('GET', 'trash'),
  fromTrash: id => call('POST', 'trash/restore', { id }),
  history: path => call('GET', 'history' + query({ path })),
  version: (path, id) => call('GET', 'history/version' + query({ path, id })),
  restore: (path, id, base) => call('POST', 'history/restore', { path, id, base }),
  words: (kind, q) => call('GET', 'words' + query({ kind, q })),
  paste: what => call('POST', 'paste', what),

  importAddress: (batch, address) => call('POST', 'import-address', { batch, address }),
  importStop: () => call('POST', 'import-stop', {}),
  importProgress: () => call('GET', 'import-progress'),
  importReport: article => call('GET', 'import-report' + query({ article })),
  importFile: (batch, file, progress) => send('import' + query({ batch, name: file.name }), file, progress),
  upload: (article, file, progress) => send('file' + query({ article, name: file.name }), file, progress),
};

/** Sends a file's bytes; XMLHttpRequest, because fetch does not tell how far it is. */
function send(address, file, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', 'api/' + address);
    request.setRequestHeader('X-Bien-Tap', token);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = event => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = () => {
      reached(false);
      reject(new ApiError(0));
    };
    request.onload = () => {
      reached(true);
      if (request.status >= 200 && request.status < 300) {
        resolve(JSON.parse(request.responseText));
      } else {
        reject(failed(request.status, request.responseText));
      }
    };
    request.send(file);
  });
}
