// In the page: scripts of the index in, answers out.

const here = document.currentScript.src;
const root = new URL('..', here).href;
const loads = {};
let index, due = 0, documents, columns, facets, names = [];
let latest = 1, answer;

const received = ([number, result]) => { if (number === latest) answer(result); };
// A page from a disk has no right to a worker; the page itself does its work then.
const hired = new Promise((done, refuse) => {
  const worker = new Worker(here);
  worker.onerror = refuse;
  worker.onmessage = ({data}) => data.length ? received(data) : done(worker);
}).catch(() => null);
const send = async (...message) => {
  const worker = await hired;
  if (worker) worker.postMessage(message); else received(handle(message));
};

const load = (address, version = '') => {
  loads[address] = loads[address] || new Promise(done => {
    const script = document.createElement('script');
    script.onload = script.onerror = () => {
      delete loads[address];
      script.remove();
      done();
    };
    script.src = root + 'tim-kiem/' + address + version;
    document.head.append(script);
  });
  return loads[address];
};
// The site may be published anew, so the root is loaded anew now and then, and when something is missing.
const ready = async () => {
  if (!syllables.size) await load('am-tiet.js');
  if (Date.now() > due) await load('muc-luc.js', '?' + Date.now());
  return index;
};
// Tells only the answer to what was asked last.
const find = async (query, {verbatim, everywhere}, done) => {
  const mine = latest += 1;
  for (let attempts = 0, tried = ''; attempts < 4;) {
    const isOpen = await ready();
    if (mine !== latest) return;
    const found = isOpen ? await new Promise(take => {
      answer = take;
      send(mine, 'look', query, verbatim, everywhere);
    }) : {};
    if (found.hits) return done(found);
    const {need = [], likely = []} = found;
    if (String(need) === tried) {
      attempts++;
      due = 0;
      tried = '';
    } else {
      tried = String(need);
      const loading = need.sort().map(address => load('muc-luc/' + address));
      likely.forEach(article);
      // With those of the first segment, which has most articles, it can already be guessed.
      await Promise.all(loading.slice(0, need.filter(address => address < '1').length || loading.length));
    }
  }
  return done({failed: true});
};

const article = async n => {
  const [, , , id] = index.filter(([first]) => first <= n).pop();
  if (!documents[n]) await load('bai/' + Math.floor(n / 1000) + '/' + n + '.js?' + id);
  if (!documents[n]) due = 0;
  return documents[n];
};

const loadFacets = async () => {
  const absent = () => index.filter(([first]) => !columns[first]);
  await Promise.all(absent().map(([first, , , id]) => load('loc/' + first + '.js?' + id)));
  if (absent().length) {
    due = 0;
    return null;
  }
  facets = facets || SETS.map(joined);
  return facets;
};
const joined = ({name: key}) => {
  const values = new Map(), rows = [];
  index.forEach(([first]) => {
    const column = columns[first][key];
    let left = 0;
    decode(column.of, value => {
      if (left) {
        const [name, slug, former = 0] = column.values[value];
        values.set(slug, {name, former});
        rows[rows.length - 1].push(slug);
        left -= 1;
      } else {
        rows.push([]);
        left = value;
      }
    });
  });
  return {key, values, rows};
};

const current = take => (first, id, ...rest) => {
  if (index.some(segment => segment[0] === first && segment[3] === id)) take(first, ...rest);
};
self.portalSearch = {
  find,
  // The others are called by the scripts of the index.
  syllables(...tables) {
    setTables(...tables);
    send(0, 'setTables', ...tables);
  },
  root(list, small, text) {
    if (!syllables.size) return;
    [index, documents, columns, facets, due] = [list, {}, {}, null, Date.now() + 6e5];
    send(0, 'setSegments', list);
    if (text) {
      const [first] = list[list.length - 1];
      columns[first] = small;
      send(0, 'addShard', first, 0, text);
    }
  },
  shard: current((...shard) => send(0, 'addShard', ...shard)),
  document(n, facts) { documents[n] = facts; },
  addFacets: current((first, some) => { columns[first] = some; }),
  addSuggestions(list) {
    names = list.map(({name, uri, kind}) => ({name, kind, href: root + uri, words: folded(name)}));
  }
};
