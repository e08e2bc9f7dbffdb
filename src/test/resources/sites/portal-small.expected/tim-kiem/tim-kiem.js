(self => {
'use strict';
const syllables = new Map();
let folds, tones, keyboard, placement, misplaced, inOrder, sums;
const setTables = (letters, text) => {
let place = 0;
[folds, tones] = [letters.fold, letters.tones].map(groups => {
const table = {};
for (const plain in groups) [...groups[plain]].forEach(letter => { table[letter] = plain; });
return table;
});
({keyboard, placement} = letters);
misplaced = RegExp('(q?)(' + Object.keys(placement).join('|') + ')(?!\\p{L})', 'gu');
text.trim().split('\n').forEach(line => {
const [word, share, rarity] = line.split(' ');
syllables.set(word, [place, +share, +rarity]);
place += +share;
});
inOrder = [...syllables.keys()].sort();
sums = [0];
inOrder.forEach((word, i) => sums.push(sums[i] + syllables.get(word)[1]));
};
const isAscii = text => !/[^\0-\x7f]/.test(text);
const map = (text, table) => text.replace(/[^\0-\x7f]/g, letter => table[letter] || letter);
const fold = text => map(text, folds).replace(/[\u0300-\u036f]/g, '');
const old = text => text.replace(misplaced, (all, q, pair) => q ? all : placement[pair]);
const entry = word => {
if (syllables.has(word)) return syllables.get(word);
let hash = 0x811C9DC5;
for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
return [(hash >>> 0) % 1e5, 0, 64];
};
const byRarity = (a, b) => entry(a)[2] - entry(b)[2] || (a < b ? -1 : 1);
const isWhole = word => word > ':' && syllables.has(word) && !inOrder.some(other => other !== word && other.startsWith(word));
const shardOf = (own, other, count) => {
const [start, share] = entry(own);
let [low, high] = [0, share * count > 2e5 ? inOrder.length : 0];
while (low < high) {
const middle = low + high >> 1;
if (inOrder[middle] < other) low = middle + 1; else high = middle;
}
return Math.floor((start + Math.floor(share * sums[low] / (sums[inOrder.length] + 1))) * count / 1e5);
};
const ownerOf = (first, second) => byRarity(first, second) < 0 ? [second, first, '<'] : [first, second, '>'];
const tokens = text => {
const list = [];
let end = 0;
text.replace(/[\p{L}\p{M}\p{N}]+/gu, (token, start) => {
const exact = old(token.slice(0, 40).replace(/[\ud800-\udbff]$/, '').toLowerCase());
const gap = text.slice(end - 1, start + 1);
const joined = end > 0 && (/^\d[,;:]\d$/.test(gap)
|| !/[\n\r\t!?()[\]{}"“”„«»…|•,;:]|\.(?![^]$)|[ \u00a0][-–—][ \u00a0]/.test(gap));
end = start + token.length;
list.push({start, end, exact, folded: fold(exact), joined});
});
return list;
};
const words = text => tokens(text).slice(0, 24);
const parse = written => {
const spaced = written.normalize('NFC').replace(/\s+/g, ' ');
const text = spaced.replace(/[“”„«»]/g, '"');
const terms = [], phrases = [], excluded = [];
let start = 0;
text.replace(/(?:^| )-(?![ -]|$)(?:"[^"]*"?|[^ ]*)|"[^"]*"?/g, (part, at) => {
const quoted = words(part).map(word => Object.assign(word, {isQuoted: true}));
terms.push(...words(text.slice(start, at)));
start = at + part.length;
if (part[0] === '"') {
terms.push(...quoted);
phrases.push(quoted);
} else {
excluded.push(quoted);
}
});
const rest = text.slice(start);
terms.push(...words(rest));
return {
text: spaced.trim(), terms: terms.slice(0, 24), phrases, excluded: terms.length ? excluded : [],
unfinished: /[\p{L}\p{M}\p{N}]$/u.test(rest)
};
};
let segments = [], shards, owners, articles, need;
const sizeOf = list => list.reduce((sum, segment) => sum + segment[1], 0);
const setSegments = list => {
segments = list;
shards = new Map();
owners = new Map();
articles = sizeOf(list);
};
const ownersOf = word => owners.get(word) || [];
const addShard = (first, number, text) => {
const here = new Set();
text.split(/^=/m).slice(1).forEach(part => {
const [, exact, list, rest] = /^(\S+) (\S*)\n([^]*)/.exec(part);
const folded = fold(exact);
const forms = ownersOf(folded);
let owner = forms.find(form => form.exact === exact && form.first === first);
if (!owner) owners.set(folded, [...forms, owner = {exact, first, list, rest: ''}]);
owner.list = owner.list || list;
owner.rest += rest;
owner.pairs = null;
here.add(folded);
});
shards.set(first + '/' + number, here);
};
const pairsOf = owner => {
owner.pairs = owner.pairs || owner.rest.split('\n').slice(0, -1).map(line => {
const at = line.indexOf(' ');
const exact = line.slice(1, at).replace(',', '');
return {kind: line[0], isApart: line[1] === ',', exact, folded: fold(exact), first: owner.first, list: line.slice(at + 1)};
});
return owner.pairs;
};
const weightOf = ({kind, list}) =>
kind === '~' ? digitOf(list.charCodeAt()) : 31 - Math.clz32(list.match(/[A-Za-f]/g).length);
const want = (own, from, to = from) => segments.forEach(([first, , count, id]) => {
for (let n = shardOf(own, from, count); n <= shardOf(own, to, count); n++) {
if (!shards.has(first + '/' + n)) need.add(first + '/' + n + '.js?' + id);
}
});
const wantPairs = (own, beginning) => want(own, beginning, beginning + '\uffff');
const wantAll = words => words.forEach((word, i) => word.ways.forEach((quality, way) => {
if (counts(word, way)) want(way, '');
if (word.joined) words[i - 1].ways.forEach((q, before) => want(...ownerOf(before, way).slice(0, 2)));
}));
const digitOf = code => code > 96 ? code - 71 : code > 90 ? 63 : code > 64 ? code - 65 : code > 47 ? code + 4 : 62;
const decode = (text, take) => {
for (let at = 0, value = 0, shift = 0; at < text.length; at++) {
const digit = digitOf(text.charCodeAt(at));
value |= (digit & 31) << shift;
shift += 5;
if (digit < 32) {
take(value);
value = shift = 0;
}
}
};
const read = ({list, first, kind}, take) => {
let article = first - 1;
const bits = kind ? 2 : 0;
decode(list, value => {
article += (value >> bits + 2) + 1;
take(article, value >> bits & 3, value & 3);
});
};
const isNear = (a, b) => a && a[0] === b[0] ? isNear(a.slice(1), b.slice(1))
: a && a.slice(-1) === b.slice(-1) ? isNear(a.slice(0, -1), b.slice(0, -1))
: a.length < 2 && b.length < 2 || a.length === 2 && b === a[1] + a[0];
const may = (word, ways, quality) => ways.forEach(way => {
if (!word.ways.has(way)) word.ways.set(way, quality);
});
const setWays = (words, verbatim) => {
const bare = words.every(word => isAscii(word.exact));
words.forEach((word, i) => {
const toneless = map(word.exact, tones);
word.bit = 1 << i;
word.isAlone = !word.joined && !(words[i + 1] || {}).joined;
word.ways = new Map([[word.folded, form => bare || form === word.exact ? 16
: verbatim || word.isQuoted ? 0 : map(form, tones) === toneless ? 5 : 3]]);
});
return bare;
};
const counts = (word, way) => word.isAlone || word.isAnywhere || way === word.folded && (entry(way)[1] < 100 || way < ':');
const understand = ({terms, goesOn, bare}) => {
const linesBeside = (word, after) => [].concat(...ownersOf(word.folded)
.filter(({exact}) => !after || word.ways.get(word.folded)(exact))
.map(owner => pairsOf(owner).filter(({kind}) => (kind !== '<') === after)));
const beside = (word, after, joined, typed) => {
const found = new Map();
if (joined) {
linesBeside(word, after).forEach(line => found.set(line.folded,
Math.max(weightOf(line) + (typed && line.exact.startsWith(typed) ? 32 : 0), found.get(line.folded) || 0)));
}
return found;
};
if (goesOn) {
const [word, before] = terms.slice(-2).reverse();
const next = beside(before, true, word.joined, !bare && word.exact);
const longer = (ways, order) =>
[...ways].filter(way => way !== word.folded && way.startsWith(word.folded)).sort(order);
let ways = longer(next.keys(), (a, b) => next.get(b) - next.get(a) || (a < b ? -1 : 1));
if (!ways.length && !(word.joined && (next.has(word.folded) || syllables.has(word.folded) && word.folded.length > 2))) {
want(word.folded, '');
const near = [].concat(...segments.map(([first, , count]) =>
[...shards.get(first + '/' + shardOf(word.folded, '', count)) || []]));
ways = [...new Set([...longer(near, byRarity), ...longer(syllables.keys(), byRarity)])];
}
may(word, ways.slice(0, 3), form => bare || form.startsWith(word.exact) ? 12 : 2);
word.goesOn = word.ways.size > 1;
wantAll(terms);
if (need.size) return;
}
terms.forEach((word, i) => {
const [before, after] = [terms[i - 1] || {}, terms[i + 1] || {}];
const meant = ways => may(word, ways, form => isNear(form, word.exact) ? 9 : 5);
const isPair = (a, b) => linesBeside(a, true).some(({folded}) => b.ways.has(folded))
|| linesBeside(b, false).some(({folded}) => folded === a.folded);
const isUnknown = one => counts(one, one.folded) && !ownersOf(one.folded).length;
if (word.isQuoted || word.ways.size > 1 || word.folded.length < 2 || !isUnknown(word)
&& (!word.joined && !after.joined || word.joined && (isUnknown(before) || isPair(before, word))
|| after.joined && (isUnknown(after) || isPair(word, after)))) return;
if (isAscii(word.exact)) {
meant([true, false].map(telex => fold(decoded(word.exact, telex))).filter(way => syllables.has(way)));
}
if (/\d/.test(word.folded)) return;
const near = word.joined ? before : after.joined && after;
if (near) wantPairs(near.folded, '');
if (need.size) return;
const weights = beside(near, word.joined, near);
const weight = way => weights.get(way) + 1 || 0;
meant(changes(word.folded).filter(way => !syllables.has(word.folded) || weight(way))
.sort((a, b) => weight(b) - weight(a)).slice(0, 3));
});
};
const changes = word => {
const found = new Set();
const put = (from, middle, to) => found.add(word.slice(0, from) + middle + word.slice(to));
const {length} = word;
const {rows} = keyboard;
for (let i = 2; i <= length; i++) put(i - 2, word[i - 1] + word[i - 2], i);
for (let i = length; i > 0; i--) put(i - 1, '', i);
for (let i = 0; i < length; i++) {
[-1, 1, -11, -10, 10, 11].forEach(step => put(i, rows[rows.indexOf(word[i]) + step], i + 1));
}
for (let i = 0; i <= length; i++) [...rows].forEach(letter => put(i, letter, i));
return [...found].filter(way => way !== word && syllables.has(way));
};
const decoded = (keys, telex) => {
let [word, tone] = ['', ''];
for (const key of keys) {
const sign = telex ? keyboard.telex[key] : key;
const newTone = keyboard.marks[sign];
const rule = [
['6', telex ? RegExp('.*' + key) : /.*[aeo]/, '$&\u0302'],
['7', /uo(?!.*o)/, 'ươ'],
['7', /.*(u(?=a?[^oua]*$)|o(?=[^oua]*$))/, '$&\u031b'],
['7', telex ? /.*a/ : /(?=.*[ou]).*a/, '$&\u0306'],
['8', /.*a/, '$&\u0306'],
['9', /^d/, 'đ']
].find(([of, letters]) => of === sign && letters.test(word));
if (newTone && /[aăâeêioôơuưy]/.test(word)) {
tone = newTone;
} else if (rule) {
word = word.replace(rule[1], rule[2]).normalize('NFC');
} else if (sign !== '7' || !telex) {
word += key;
}
}
return old(word.replace(/(^(?:qu|gi)(?=[aăâeêioôơuưy]))?([aăâeêioôơuưy]+[^aăâeêioôơuưy]*)$/, (all, head = '', rest) => head + rest
.replace(/.*[ăâêôơư]|[aeiouy]{2}(?=[aeiouy](?![aeiouy])|[^aeiouy])|./, '$&' + tone)).normalize('NFC'));
};
const eachForm = (word, take) => word.ways.forEach((quality, way) => counts(word, way) && ownersOf(way)
.forEach(owner => take(owner, quality(owner.exact))));
const eachPair = (a, b, take) => a.ways.forEach((isFirst, first) => b.ways.forEach((isSecond, second) => {
const [own, other, kind] = ownerOf(first, second);
ownersOf(own).forEach(owner => pairsOf(owner).forEach(line => {
if (line.folded !== other || line.kind !== kind || line.isApart && b.isQuoted) return;
const forms = kind === '<' ? [line.exact, owner.exact] : [owner.exact, line.exact];
const quality = Math.min(isFirst(forms[0]), isSecond(forms[1]));
if (quality) take(line, quality, forms);
}));
}));
const PAIR = [12, 15, 21, 27];
const scored = words => {
const [scores, best, found, exactly, chains, pairs, plain, below, next, fresh] =
Array.from('1234567890', () => new Int32Array(articles));
const hits = [], all = [];
let taken = [];
const taking = weights => (line, quality, forms) => {
const kind = forms && 1 << (forms[1].charCodeAt() + forms[1].length & 1);
quality && read(line, (article, place, after) => {
if (!best[article]) taken.push(article);
fresh[article] |= after | (next[article] & kind && 4);
best[article] = Math.max(best[article], weights[place] * quality << 7 | place << 5 | quality);
});
};
const add = (bits, chain) => {
const some = taken.filter(i => (best[i] & 31) === 16).length || taken.length;
const ratio = Math.floor((articles + some) * 256 / some);
const power = 31 - Math.clz32(ratio);
const rarity = 8 * power + Math.floor(ratio * 8 / 2 ** power) - 72;
if (chain) all.push([rarity, taken, best.slice()]);
taken.forEach(i => {
if (!found[i]) hits.push(i);
if (chain) next[i] = fresh[i]; else scores[i] += rarity * (best[i] >> 7);
found[i] |= bits;
if (fresh[i] & 4) chains[i] |= chain;
fresh[i] = 0;
if ((best[i] & 31) > 11) exactly[i] |= bits;
best[i] = 0;
});
taken = [];
};
words.forEach((word, i) => {
if (!word.joined) next.fill(3);
eachForm(word, taking([4, 5, 9, 13]));
add(word.bit, 0);
if (word.joined) eachPair(words[i - 1], word, taking(PAIR));
add(word.bit | word.bit >> 1, word.bit);
});
add(0, 1);
all.forEach(([own, list, values], at) => list.forEach(i => {
const rarity = Math.min(own, Math.max(all[at - 1][0], all[at + 1][0]));
pairs[i] += rarity * (values[i] >> 7);
plain[i] += rarity * (values[i] & 31);
below[i] = Math.max(below[i], 3 - (values[i] >> 5 & 3));
}));
const score = (i, phrase) => phrase && chains[i] === phrase
? 5 * (scores[i] + plain[i] * PAIR[3 - below[i]]) : 3 * (scores[i] + pairs[i]);
return {hits, score, found, exactly, chains};
};
const bitsOf = words => words.reduce((bits, word) => bits | word.bit, 0);
const joinedOf = words => words.filter(word => word.joined);
const having = ({hits, found, chains}, phrase) => {
const [words, joined] = [bitsOf(phrase), bitsOf(joinedOf(phrase))];
return hits.filter(i => (found[i] & words) === words && (chains[i] & joined) === joined);
};
const rank = ({terms, phrases, excluded}) => {
const {hits, score, found, exactly, chains} = scored(terms);
const [all, joined] = [bitsOf(terms), joinedOf(terms)];
const limited = bitsOf(terms.filter(word => !counts(word, word.folded) || word.goesOn));
const size = bits => bits && 1 + size(bits & bits - 1);
let [left, full, exact] = [hits, 0, false];
phrases.forEach(phrase => { left = having({hits: left, found, chains}, phrase); });
excluded.forEach(phrase => {
const out = new Set(having(scored(phrase), phrase));
left = left.filter(i => !out.has(i));
});
const keys = left.filter(i => size(found[i]) >= terms.length >> 1).map(i => {
const missing = all & ~found[i];
const isFull = !(missing & ~limited) && size(missing) <= terms.length / 3;
const points = (exactly[i] === found[i] ? 8 : 6) * score(i, joined.length > 1 && bitsOf(joined));
full += isFull;
exact = exact || exactly[i] === all;
return ((isFull ? 2 ** 27 : 0) + points + Math.floor(points * i / (articles * 24))) * articles + i;
});
return {hits: keys.sort((a, b) => b - a).map(key => key % articles), full, exact};
};
const correction = ({terms, bare, unfinished}, article) => {
const pairs = [];
let other = false;
joinedOf(terms).forEach(word => {
const at = terms.indexOf(word);
eachPair(terms[at - 1], word, (line, quality, forms) => read(line, n => {
if (n === article) pairs.push([at, ...forms]);
}));
});
const words = terms.map((word, at) => {
const values = new Map();
eachForm(word, (owner, quality) => read(owner, n => { if (n === article && quality) values.set(owner.exact, quality); }));
[at, at + 1].forEach((second, side) => new Set(pairs.filter(pair => pair[0] === second).map(pair => pair[2 - side]))
.forEach(form => values.set(form, 16 + (values.get(form) || word.ways.get(fold(form))(form)))));
const [form] = [...values].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] || [word.exact];
const isLonger = unfinished && at === terms.length - 1 && fold(form).startsWith(word.folded);
other = other || (bare ? fold(form) : form) !== word.exact && !isLonger;
return form;
});
return other ? words.join(' ') : null;
};
const look = (written, verbatim, everywhere) => {
const query = parse(written);
const {terms, excluded} = query;
const [last = {}, before] = terms.slice(-2).reverse();
query.goesOn = query.unfinished && !verbatim && !isWhole(last.folded);
need = new Set();
query.bare = setWays(terms, verbatim);
excluded.forEach(phrase => setWays(phrase, true));
const lacks = () => {
[terms, ...excluded].forEach(wantAll);
if (query.goesOn && last.joined) wantPairs(before.folded, last.folded);
return need.size > 0;
};
if (!lacks() && !verbatim) understand(query);
if (lacks()) return {need: [...need]};
let order = rank(query);
const more = !everywhere && order.full > 0 && articles > 512;
if (!more) {
terms.forEach(word => { word.isAnywhere = true; });
if (lacks()) return {need: [...need]};
const {hits, full, exact} = rank(query);
const whole = new Set(hits.slice(0, full));
const first = order.hits.slice(0, order.full).filter(n => whole.has(n));
order = {hits: [...new Set([...first, ...hits])], full, exact: exact || order.exact};
}
const {hits, full, exact} = order;
return {
query: query.text, hits, full, more,
corrected: exact || verbatim || !hits.length ? null : correction(query, hits[0]),
words: terms.map(word => ({exact: word.exact, folded: [...word.ways.keys()], bare: query.bare}))
};
};
const work = {setTables, setSegments, addShard, look};
const handle = ([number, name, ...rest]) => {
try { return [number, work[name](...rest)]; } catch (error) {
console.error(error);
return [number, {}];
}
};
if (!self.document) {
self.onmessage = ({data}) => self.postMessage(handle(data));
self.postMessage([]);
return;
}
const here = document.currentScript.src;
const root = new URL('..', here).href;
const loads = {};
let index, due = 0, documents, columns, facets, names = [];
let latest = 1, answer;
const received = ([number, result]) => { if (number === latest) answer(result); };
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
const ready = async () => {
if (!syllables.size) await load('am-tiet.js');
if (Date.now() > due) await load('muc-luc.js', '?' + Date.now());
return index;
};
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
const need = found.need || [];
if (String(need) === tried) {
attempts++;
due = 0;
tried = '';
} else {
tried = String(need);
await Promise.all(need.map(address => load('muc-luc/' + address)));
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
const get = id => document.getElementById(id);
const [input, list, area, browse, count, more, failure, corrected, advice, nearest, options, filters, reset] = [
'q', 'ket-qua', '_tim-thay', '_chua-tim', 'ket-qua-so', 'xem-them', 'that-bai', 'da-sua', 'khong-thay', 'tu-gan', 'goi-y',
'bo-loc', 'bo-het-loc'].map(get);
if (!list) return;
const SETS = [...filters.querySelectorAll('fieldset')];
const {title} = document;
const sorts = area.querySelectorAll('[data-sort]');
let state;
let settled;
let found;
let shown, whole, all;
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
try { history[change](null, '', location.pathname + (now && '?' + now)); } catch (error) { return; }
};
const begin = () => {
delete list.dataset.done;
clearTimeout(late);
late = setTimeout(tell, 400, say('wait'));
latest++;
return latest;
};
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
const result = ({u, t, s, d, p, c, k, b}, words) => {
const text = [t, s, b].join('\n');
const heading = make('a', {href: root + u});
const excerpt = make('p');
const marks = marksOf(text, words);
const [start, end] = cut(text, t.length + 1, marks);
write(heading, text, 0, t.length, marks);
if (text[start - 1] !== '\n') excerpt.append('… ');
write(excerpt, text, start, end, marks);
if (end < text.length) excerpt.append(' …');
return make('li', {}, heading, make('p', {class: 'meta'}, make('b', {}, say(k)), ...[p, d, c].map(fact => fact && ' · ' + fact)), excerpt);
};
const marksOf = (text, words) => {
const marks = [], strict = new Set();
tokens(text).forEach(({start, end, exact, folded}, at) => {
const isAlike = word => word.folded.includes(folded);
const own = words.findIndex(word => word.exact === exact || word.bare && isAlike(word));
const word = own < 0 ? words.findIndex(isAlike) : own;
strict.add(own);
if (word >= 0) marks.push({word, isLoose: own < 0, at, start, end});
});
return marks.filter(({word, isLoose}) => !isLoose || !strict.has(word));
};
const cut = (text, begin, marks) => {
const most = 175, often = {};
let [best, from, to] = [0, begin, begin];
marks.forEach(({word}) => { often[word] = (often[word] || 0) + 1; });
marks.forEach(({start}, i) => {
const seen = new Set();
let score = 0;
for (let j = i; start >= begin && j < marks.length && marks[j].end - start < most; j++) {
const {word, at, end} = marks[j];
const isPair = j > i && at === marks[j - 1].at + 1 && word === marks[j - 1].word + 1;
[word, isPair ? -word : word].forEach(each => {
if (!seen.has(each)) score += (each < 0 ? 2 : 1) * (1 + 1 / often[word]);
seen.add(each);
});
if (score > best) [best, from, to] = [score, start, end];
}
});
const spare = most - to + from;
const before = text.slice(Math.max(from - spare, 0), from);
let lead = before.replace(/^[^]*(\n|[.!?] )/, '');
if (lead === before) lead = before.slice(before.indexOf(' ', spare / 2) + 1);
const start = from - lead.length;
return [start, text.length < start + most + 20 ? text.length : Math.max(text.lastIndexOf(' ', start + most), to)];
};
const write = (into, text, start, end, marks) => {
const plain = to => into.append(text.slice(start, to).replace(/([^.!?:;…\s])\n/g, '$1 · '));
marks.filter(hit => hit.start >= start && hit.end <= end).forEach((hit, i, inside) => {
const next = inside[i + 1];
if (next && /^[ -]$/.test(text.slice(hit.end, next.start))) {
next.start = hit.start;
} else {
plain(hit.start);
into.append(make('mark', {}, text.slice(hit.start, hit.end)));
start = hit.end;
}
});
plain(end);
};
const loadNames = async () => {
if (names.length) return;
await load('goi-y.js');
suggest();
if (names.length && found) offerNearest();
};
const suggest = () => {
const typed = folded(input.value);
const last = (offers[active] || {}).href;
const isEarly = ({words}) => words[0].startsWith(typed[0]);
const fits = names.filter(({words}) => typed.every(word => words.some(own => own.startsWith(word))))
.sort((a, b) => isEarly(b) - isEarly(a));
const titles = links().slice(0, 3).map(({text, href}) => ({name: text, href, kind: say('article')}));
offers = closed ? [] : fits.slice(0, 6).concat(titles);
put(options, ...offers.map(({name, kind}, i) =>
make('li', {id: '_goi-y-' + i, role: 'option'}, make('span', {}, name), make('span', {class: 'count'}, kind))));
options.hidden = closed;
get('_cach-go').hidden = !closed || input.value !== '';
mark(input, {'aria-expanded': offers.length > 0});
choose(offers.findIndex(({href}) => href === last));
};
const choose = to => {
active = to;
mark(input, {'aria-activedescendant': to < 0 ? '' : '_goi-y-' + to});
[...options.children].forEach((option, i) => {
mark(option, {'aria-selected': i === to});
if (i === to) option.scrollIntoView({block: 'nearest', inline: 'nearest'});
});
};
const offerNearest = () => {
loadNames();
const typed = folded(found.query).filter(word => word.length > 2);
const score = ({words}) => words.filter(own => typed.some(word => isNear(own, word))).length / words.length;
const near = names.filter(name => score(name) >= 0.5).sort((a, b) => score(b) - score(a)).slice(0, 6);
nearest.hidden = !near.length;
put(nearest.lastElementChild, ...near.map(({name}) => make('li', {}, link(name))));
};
on(input, 'focus', () => setTimeout(() => {
if (input.value) return;
closed = false;
loadNames();
suggest();
}, 300));
on(input, 'input', () => {
clearTimeout(typing);
delete list.dataset.done;
closed = false;
typing = setTimeout(() => {
set('nguyen-van');
save(false);
run();
}, 5);
});
on(input.form, 'submit', event => {
event.preventDefault();
clearTimeout(typing);
closed = true;
save(true);
run();
if (matchMedia('(pointer: coarse)').matches) count.focus();
});
const STEPS = {ArrowDown: 1, ArrowUp: -1};
on(input, 'keydown', event => {
const {key} = event;
const to = active + STEPS[key];
const [first] = links();
if (event.isComposing) return;
if (to >= -1 && to < offers.length) {
choose(to);
} else if (key === 'ArrowDown' && first) {
choose(-1);
first.focus();
} else if (key === 'Enter' && active >= 0) {
location.assign(offers[active].href);
} else if (key === 'Escape' && !closed) {
closed = true;
suggest();
} else {
return;
}
event.preventDefault();
});
on(options, 'mousedown', event => event.preventDefault());
on(options, 'click', ({target}) => {
const offer = offers[[...options.children].indexOf(target.closest('li'))];
if (offer) location.assign(offer.href);
});
on(list, 'keydown', event => {
const to = links().indexOf(event.target) + STEPS[event.key];
if (to >= -1) {
event.preventDefault();
(to < 0 ? input : links()[to] || (more.hidden ? event.target : more)).focus();
}
});
const narrow = () => {
save(true);
if (found) apply();
};
on(more, 'click', async () => {
const from = list.children.length;
const wider = from >= whole && found.more;
if (wider) await widen(); else all = all || from >= whole;
await fill(wider && state.has('xep') ? 0 : from);
((list.children[from] || list).querySelector('a') || more).focus();
});
sorts.forEach(button => on(button, 'click', () => {
set('xep', button.dataset.sort);
narrow();
}));
on(filters, 'change', ({target: {name}}) => {
state.delete(name);
filters.querySelectorAll('[name=' + name + ']:checked').forEach(tick => state.append(name, tick.value));
narrow();
});
on(reset, 'click', () => {
SETS.forEach(({name}) => set(name));
filters.firstElementChild.focus();
narrow();
});
on(filters, 'toggle', () => { if (filters.open && !boxes && found) apply(); });
on(failure.lastElementChild, 'click', () => {
input.focus();
run();
});
const restore = () => {
state = new URLSearchParams(location.search);
kept = String(state);
input.value = state.get('q') || '';
settled = browse.hidden = !!input.value;
if (list.contains(document.activeElement)) count.focus();
closed = true;
run();
};
filters.open = matchMedia('(min-width: 64em)').matches;
on(window, 'popstate', restore);
on(document, 'DOMContentLoaded', async () => {
restore();
if (input.value || !await ready()) return;
const many = sizeOf(index);
for (const loading of [1, 2, 3].filter(n => n <= many).map(n => article(many - n))) {
const facts = await loading;
if (facts) get('moi-nhat').append(result(facts, []));
}
});
})(self);
