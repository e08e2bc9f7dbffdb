// The shards that are loaded, and those that are needed: Index, Line, Postings, PostingCode.

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
  const [keys, ...lists] = text.split('\n');
  let owner;
  keys.split(/(?=[=<>~])/).forEach((key, i) => {
    if (key[0] !== '=') return owner && owner.lines.push([key, lists[i]]);
    const exact = key.slice(1);
    const folded = fold(exact);
    const forms = ownersOf(folded);
    owner = forms.find(form => form.exact === exact && form.first === first);
    if (!owner) owners.set(folded, [...forms, owner = {exact, first, lines: []}]);
    // no list: the file is broken, and this throws
    owner.list = owner.list || lists[i].slice();
    owner.pairs = null;
    here.add(folded);
  });
  shards.set(first + '/' + number, here);
};
const pairsOf = owner => {
  owner.pairs = owner.pairs || owner.lines.map(([key, list]) => {
    const exact = key.slice(1).replace(',', '');
    // a sign parts the two: Line
    return {kind: key[0], isApart: key[1] === ',', exact, folded: fold(exact), first: owner.first, list};
  });
  return owner.pairs;
};
// The logarithm of how many articles have a pair.
const weightOf = ({kind, list}) =>
  kind === '~' ? digitOf(list.charCodeAt()) : 31 - Math.clz32(list.match(/[A-Za-f]/g).length);
// Asks for the shards of a syllable and another, or all others from one to another.
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
  for (let at = 0, value = 0; at < text.length; at++) {
    const digit = digitOf(text.charCodeAt(at));
    value = value << 5 | digit & 31;
    if (digit < 32) {
      take(value);
      value = 0;
    }
  }
};
// Of a pair, what comes next is there too: Next.
const read = ({list, first, kind}, take) => {
  let article = first - 1;
  const bits = kind ? 2 : 0;
  decode(list, value => {
    article += (value >> bits + 2) + 1;
    take(article, value >> bits & 3, value & 3);
  });
};
