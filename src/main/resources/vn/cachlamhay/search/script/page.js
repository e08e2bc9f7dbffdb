// The page: all that comes from articles, queries and addresses is put in as text.

const get = id => document.getElementById(id);
const [input, list, area, browse, count, more, failure, corrected, advice, nearest, options, filters, reset] = [
  'q', 'ket-qua', '_tim-thay', '_chua-tim', 'ket-qua-so', 'xem-them', 'that-bai', 'da-sua', 'khong-thay', 'tu-gan', 'goi-y',
  'bo-loc', 'bo-het-loc'].map(get);
if (!list) return;
const SETS = [...filters.querySelectorAll('fieldset')];
const {title} = document;
const sorts = area.querySelectorAll('[data-sort]');

// of the address
let state;
// typing must not overwrite it
let settled;
// null while it is looked for
let found;
// what passes the filters, how many of these have all words, whether the others are shown too
let shown, whole, all;
// of the filters; null while they are those of another query
let boxes;
let offers = [], active = -1, closed, kept, typing, late, quiet;

const on = (at, type, action) => at.addEventListener(type, action);
const say = (what, n, query) =>
  area.dataset[what].replace('#', n && dotted(n)).replace('*', () => query);
const dotted = n => n.toLocaleString('vi');
const folded = text => tokens(text).map(token => token.folded);
const links = () => [...list.querySelectorAll('a')];
const narrowed = () => [...state.keys()].filter(key => SETS.some(({name}) => name === key)).length;
const set = (key, value) => { if (value) state.set(key, value); else state.delete(key); };
const put = (into, ...inside) => {
  into.textContent = '';
  into.append(...inside);
  return into;
};
const mark = (at, look) => {
  for (const name in look) at.setAttribute(name, look[name]);
  return at;
};
const make = (name, look = {}, ...inside) => put(mark(document.createElement(name), look), ...inside);
const link = (query, verbatim) => {
  const to = new URLSearchParams(state);
  to.set('q', query);
  to.delete('nguyen-van');
  if (verbatim) to.set('nguyen-van', 1);
  return make('a', {href: '?' + to}, query);
};

const save = done => {
  const change = done || settled ? 'pushState' : 'replaceState';
  settled = done;
  set('q', input.value);
  const now = String(state);
  if (now === kept) return;
  kept = now;
  // Pages opened from a disk (file://) may not touch their address.
  try { history[change](null, '', location.pathname + (now && '?' + now)); } catch (error) { return; }
};

const begin = () => {
  delete list.dataset.done;
  clearTimeout(late);
  late = setTimeout(tell, 400, say('wait'));
  latest++;
  return latest;
};
// Read out when the typing stops.
const tell = text => {
  clearTimeout(late);
  clearTimeout(quiet);
  put(count, text);
  quiet = setTimeout(() => put(get('ket-qua-bao'), text, corrected.hidden ? '' : ' ' + corrected.textContent), 800);
};
const lay = (failed, none) => {
  failure.hidden = !failed;
  browse.hidden = advice.hidden = !none;
  filters.hidden = sorts[0].parentNode.hidden = failed || none;
};

const run = () => {
  const asked = input.value.trim();
  begin();
  found = boxes = null;
  all = false;
  document.title = (asked && asked + ' – ') + title;
  area.hidden = !asked;
  if (asked) {
    find(input.value, {verbatim: state.has('nguyen-van')}, answer => {
      found = answer;
      apply();
    });
  } else {
    put(list);
    browse.hidden = false;
    tell('');
  }
  suggest();
};

const fail = error => {
  put(list);
  lay(true, false);
  more.hidden = corrected.hidden = true;
  tell(say('failed'));
  if (error) throw error;
};
const apply = () => {
  const mine = begin();
  show(mine).catch(error => { if (mine === latest) fail(error); });
};
const show = async mine => {
  // Without a filter the first results go before the counts.
  let groups = narrowed() ? await loadFacets() : [];
  if (mine !== latest) return;
  if (found.failed || !groups) return fail();
  sift(groups);
  report();
  await fill(0);
  loadNames();
  if (filters.open && !groups.length) {
    groups = await loadFacets();
    if (groups && mine === latest) sift(groups);
  }
};

// What is shown keeps its place before what has the words apart.
const widen = () => new Promise(done =>
  find(input.value, {verbatim: state.has('nguyen-van'), everywhere: true}, ({hits = [], full}) => {
    const first = new Set([...found.hits.slice(0, found.full), ...hits.slice(0, full)]);
    found = Object.assign(found, {hits: [...new Set([...first, ...hits])], full: first.size, more: false});
    sift(narrowed() ? facets : []);
    report();
    done();
  }));

const sift = groups => {
  const full = found.full || found.hits.length;
  groups.forEach(group => {
    group.wanted = state.getAll(group.key);
    group.counts = {};
  });
  const pass = (hits, counted) => (state.has('xep') ? hits.sort((a, b) => b - a) : hits).filter(n => {
    const against = groups.filter(({wanted, rows}) => wanted.length && !rows[n].some(slug => wanted.includes(slug)));
    // A value of a group counts among what the other groups let through.
    if (counted && against.length < 2) {
      (against.length ? against : groups).forEach(({rows, counts}) => rows[n].forEach(slug => { counts[slug] = (counts[slug] || 0) + 1; }));
    }
    return !against.length;
  });
  shown = pass(found.hits.slice(0, full), true);
  whole = shown.length;
  shown = shown.concat(pass(found.hits.slice(full), all));
  if (groups.length && !boxes) {
    boxes = [];
    groups.forEach(draw);
  }
  // Boxes stay where they are, for focus and eye, while the query is the same.
  (boxes || []).forEach(update => update());
};

const draw = (group, at) => {
  const {key, values, wanted, counts} = group;
  const set = SETS[at];
  const order = [...values.keys()].filter(slug => counts[slug] || wanted.includes(slug)).sort((a, b) =>
    values.get(a).former - values.get(b).former || (key === 'nam' ? b - a : counts[b] - counts[a]));
  let [into, last] = [put(set, set.firstElementChild), 0];
  set.hidden = !order.length;
  order.forEach((slug, i) => {
    const {name, former} = values.get(slug);
    const tick = make('input', {type: 'checkbox', name: key, value: slug});
    const count = make('span', {class: 'count'});
    if (i === 8 && order.length > 9) {
      into = make('details', {}, make('summary', {}, say('each', order.length)));
      into.open = order.slice(8).some(each => wanted.includes(each));
      set.append(into);
    }
    if (former > last) into.append(make('p', {class: 'side-title'}, say('former')));
    last = former;
    into.append(make('label', {}, tick, make('span', {}, name), count));
    boxes.push(() => {
      tick.checked = group.wanted.includes(slug);
      put(count, dotted(group.counts[slug] || 0));
    });
  });
};

const report = () => {
  const none = !found.hits.length;
  lay(false, none);
  reset.hidden = !narrowed();
  put(filters.querySelector('.count'), reset.hidden ? '' : '(' + narrowed() + ')');
  sorts.forEach(button => mark(button, {'aria-pressed': !button.dataset.sort !== state.has('xep')}));
  corrected.hidden = !found.corrected && !state.has('nguyen-van');
  const [before, between] = say(found.corrected ? 'corrected' : 'verbatim').split('|');
  put(corrected, before, ...found.corrected ? [make('b', {}, found.corrected), between] : [], link(found.query, found.corrected));
  if (none) offerNearest();
  tell(say(!shown.length ? none ? 'none' : 'filtered' : found.full && whole ? 'all' : 'some',
    whole || shown.length, found.corrected || found.query));
};

// Each in the place of what is there, so that nothing jumps.
const fill = async from => {
  const mine = latest;
  let at = from;
  for (const loading of shown.slice(from, Math.min(from + 10, all ? shown.length : whole)).map(article)) {
    const facts = await loading;
    if (mine !== latest) return;
    const item = facts ? result(facts, found.words) : make('li', {class: 'quiet'}, say('absent'));
    if (!facts) failure.hidden = false;
    (list.children[at] || list.appendChild(make('li'))).replaceWith(item);
    at++;
  }
  while (list.children.length > at) list.lastChild.remove();
  more.hidden = at >= shown.length && !found.more;
  put(more, say(all || at < whole ? 'more' : found.more ? 'apart' : 'partly', shown.length - whole));
  list.dataset.done = found.query;
  suggest();
};
