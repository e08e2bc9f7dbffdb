'use strict';
// Filters and sorts all best practices. The data come as scripts that call portalPractices: a page from a disk may load nothing else.
(() => {
const get = id => document.getElementById(id);
const area = get('_loc');
if (!area) return;
const [list, count, filters, reset, failure, more, older, order] =
  ['_dong', '_so', '_bo-loc', '_xoa', '_hong', '_them', '_cu-hon', '_xep'].map(get);
const SETS = [...filters.querySelectorAll('fieldset')];
const KEYS = SETS.map(({name}) => name);
const PAGE = 20, ROWS = 10, FEW = 8;
const first = [...list.children];
const collator = new Intl.Collator('vi');

// blocks: name, first number, size, id, the oldest first; columns by name of a block; rows by number
let blocks, columns = {}, rows = {}, groups, shares, order0;
let state, hits = [], shown, boxes, turn = 0, kept, quiet;
const loads = {};

const on = (at, type, action) => at.addEventListener(type, action);
const say = (what, n) => area.dataset[what].replace('#', n === undefined ? '' : n.toLocaleString('vi'));
const make = (name, look, ...inside) => {
  const at = document.createElement(name);
  Object.keys(look).forEach(key => at.setAttribute(key, look[key]));
  at.append(...inside);
  return at;
};

self.portalPractices = {
  root(known, newest) {
    const last = known[known.length - 1];
    if (blocks && String(blocks) === String(known)) return;
    [blocks, columns, rows, groups, boxes] = [known, {}, {}, null, null];
    if (last[0] === 'moi') columns.moi = newest;
  },
  block(name, id, facets) {
    if (blocks.some(block => block[0] === name && block[3] === id)) columns[name] = facets;
  },
  rows(from, some) { some.forEach((row, i) => { rows[from + i] = row; }); }
};

const load = address => {
  loads[address] = loads[address] || new Promise(done => {
    const script = make('script', {src: address});
    script.onload = script.onerror = () => {
      delete loads[address];
      script.remove();
      done();
    };
    document.head.append(script);
  });
  return loads[address];
};
// The site may be published anew while its page is open: then the list of the blocks is loaded once more.
const ready = async () => {
  for (let attempt = 0; attempt < 2 && !groups; attempt++) {
    if (!blocks || attempt) await load('loc/muc-luc.js?' + Date.now());
    if (!blocks) continue;
    await Promise.all(blocks.filter(([name]) => !columns[name]).map(([name, , , id]) => load('loc/' + name + '.js?' + id)));
    // who asked at the same time has done it already, and boxes hold what came of it
    if (!groups && blocks.every(([name]) => columns[name])) join();
  }
  return groups;
};
// The columns of all blocks in one: for each practice the numbers of its values.
const join = () => {
  shares = [];
  blocks.forEach(([name]) => shares.push(...columns[name]['ty-le']));
  groups = KEYS.map(key => {
    const numbers = new Map(), names = [], former = [], of = [];
    blocks.forEach(([block]) => {
      const column = columns[block][key];
      const own = column.values.map(([name, slug, ended]) => {
        if (!numbers.has(slug)) numbers.set(slug, numbers.size);
        const number = numbers.get(slug);
        [names[number], former[number]] = [name, ended || 0];
        return number;
      });
      column.of.forEach(value => of.push(Array.isArray(value) ? value.map(one => own[one]) : [own[value]]));
    });
    return {key, slugs: [...numbers.keys()], names, former, of};
  });
  const byName = groups[0].names.map((name, i) => i).sort((a, b) => collator.compare(groups[0].names[a], groups[0].names[b]));
  order0 = [];
  byName.forEach((number, rank) => { order0[number] = rank; });
};
const rowOf = async n => {
  if (!rows[n]) {
    const [, , , id] = blocks.filter(block => block[1] <= n).pop();
    await load('dong/' + Math.floor(n / ROWS) + '.js?' + id);
  }
  return rows[n];
};

// A value counts among what the other groups let through.
const sift = () => {
  const size = shares.length;
  groups.forEach(group => {
    const wanted = state.getAll(group.key);
    group.wanted = wanted.length ? group.slugs.map(slug => wanted.includes(slug)) : null;
    group.counts = new Uint32Array(group.slugs.length);
  });
  const add = (group, n) => group.of[n].forEach(value => { group.counts[value]++; });
  hits = [];
  for (let n = size - 1; n >= 0; n--) {
    let against = null, many = false;
    for (const group of groups) {
      if (!group.wanted || group.of[n].some(value => group.wanted[value])) continue;
      if (against) { many = true; break; }
      against = group;
    }
    if (many) continue;
    if (against) {
      add(against, n);
    } else {
      hits.push(n);
      groups.forEach(group => add(group, n));
    }
  }
  const place = n => groups[0].of[n].length ? order0[groups[0].of[n][0]] : order0.length;
  const by = {cu: (a, b) => a - b, 'dia-phuong': (a, b) => place(a) - place(b) || b - a, 'ty-le': (a, b) => shares[b] - shares[a] || b - a};
  const compare = by[state.get('xep')];
  if (compare) hits.sort(compare);
};

const narrowed = () => KEYS.reduce((sum, key) => sum + state.getAll(key).length, 0);
const plain = () => !narrowed() && !state.get('xep');

const result = ([uri, title, date, place, now, topic, kind, value, unit, indicator, share]) => {
  const where = make('span', {}, place);
  if (now) where.append(' ', make('span', {class: 'now'}, '(' + now + ')'));
  const meta = make('p', {class: 'meta'});
  if (place) meta.append(where);
  [kind, topic, date].filter(Boolean).forEach(text => meta.append(make('span', {}, text)));
  const item = make('li', {}, make('h2', {class: 'card-title'}, make('a', {href: area.dataset.root + uri}, title)), meta);
  if (value) {
    item.append(make('p', {class: 'row-figure'}, make('b', {}, value + (unit && ' ' + unit)), ' ' + indicator + (share && ' (' + share + ')')));
  }
  if (area.dataset.compare !== undefined) {
    const key = uri.replace(/^bai-viet\//, '').replace(/\.html$/, '');
    item.append(make('p', {class: 'row-compare'}, make('a', {class: 'compare-link', href: area.dataset.root + 'so-sanh/index.html?them=' + key,
      'aria-label': 'Thêm vào so sánh: ' + title}, 'Thêm vào so sánh')));
  }
  return item;
};
const draw = (group, set) => {
  while (set.children.length > 1) set.lastChild.remove();
  const {key, slugs, names, former, counts, wanted} = group;
  const years = key === 'nam';
  const values = slugs.map((slug, i) => i).filter(i => counts[i] || (wanted && wanted[i])).sort((a, b) =>
    former[a] - former[b] || (years ? slugs[b] - slugs[a] : counts[b] - counts[a] || collator.compare(names[a], names[b])));
  set.hidden = !values.length;
  let into = set, last = 0;
  values.forEach((value, i) => {
    if (i === FEW && values.length > FEW + 1) {
      into = make('details', {}, make('summary', {}, say('each', values.length)));
      into.open = values.slice(FEW).some(each => wanted && wanted[each]);
      set.append(into);
    }
    if (former[value] > last) into.append(make('p', {class: 'side-title'}, say('former')));
    last = former[value];
    const tick = make('input', {type: 'checkbox', name: key, value: slugs[value]});
    const number = make('span', {class: 'count'});
    into.append(make('label', {}, tick, make('span', {}, names[value]), number));
    boxes.push(() => {
      tick.checked = Boolean(group.wanted && group.wanted[value]);
      number.textContent = group.counts[value].toLocaleString('vi');
    });
  });
};

const tell = text => {
  count.textContent = text;
  clearTimeout(quiet);
  quiet = setTimeout(() => { get('_bao').textContent = text; }, 300);
};
const fail = () => {
  failure.hidden = false;
  area.dataset.state = 'failed';
  tell(say('failed'));
};
const fill = async to => {
  const mine = turn;
  const wanted = hits.slice(0, to);
  const items = await Promise.all(wanted.map(rowOf));
  if (mine !== turn) return;
  if (items.some(item => !item)) return fail();
  list.replaceChildren(...items.map(result));
  shown = items.length;
  more.hidden = shown >= hits.length;
  area.dataset.state = 'done';
};
const apply = async () => {
  const mine = ++turn;
  const needed = !plain() || filters.open;
  area.dataset.state = 'wait';
  failure.hidden = true;
  order.value = state.get('xep') || '';
  reset.hidden = plain();
  filters.querySelector('.count').textContent = narrowed() ? '(' + narrowed() + ')' : '';
  const late = setTimeout(() => { if (mine === turn) tell(say('wait')); }, 400);
  const known = needed && await ready();
  clearTimeout(late);
  if (mine !== turn) return;
  if (needed && !known) return fail();
  if (known) {
    sift();
    if (!boxes) {
      boxes = [];
      filters.querySelector('.note').hidden = true;
      groups.forEach((group, i) => draw(group, SETS[i]));
    }
    // Boxes stay where they are, for focus and eye.
    boxes.forEach(update => update());
  }
  if (older) older.hidden = !plain();
  if (plain()) {
    list.replaceChildren(...first);
    more.hidden = true;
    area.dataset.state = 'done';
    tell(say('newest'));
  } else {
    tell(hits.length ? say(narrowed() ? 'some' : 'all', hits.length) : say('none'));
    await fill(PAGE);
  }
};

const save = () => {
  const now = String(state);
  if (now === kept) return;
  kept = now;
  // Pages opened from a disk (file://) may not touch their address.
  try { history.pushState(null, '', location.pathname + (now && '?' + now)); } catch (error) { return; }
};
const change = () => {
  save();
  apply();
};
const read = () => {
  state = new URLSearchParams(location.search);
  [...state.keys()].filter(key => !KEYS.includes(key) && key !== 'xep').forEach(key => state.delete(key));
  if (![...order.options].some(option => option.value === state.get('xep'))) state.delete('xep');
  kept = String(state);
  // what the address asks for may stand where "Xem cả" hides it
  boxes = null;
  apply();
};

on(filters, 'change', ({target}) => {
  const ticked = [...filters.querySelectorAll('input[name="' + target.name + '"]')].filter(box => box.checked);
  state.delete(target.name);
  ticked.forEach(box => state.append(target.name, box.value));
  change();
});
on(order, 'change', () => {
  if (order.value) state.set('xep', order.value); else state.delete('xep');
  change();
});
on(reset, 'click', () => {
  state = new URLSearchParams();
  count.tabIndex = -1;
  count.focus();
  change();
});
on(failure.querySelector('button'), 'click', apply);
on(more, 'click', async () => {
  const at = shown;
  await fill(shown + PAGE);
  const next = list.children[at];
  if (next) next.querySelector('a').focus();
});
on(filters, 'toggle', () => { if (filters.open && !groups) apply(); });
on(window, 'popstate', read);

filters.hidden = order.parentNode.hidden = false;
// Where there is room for them beside the list, the filters are open from the start.
filters.open = matchMedia('(min-width: 64em)').matches;
read();
})();
