// The order of the articles, in whole numbers: Ranking, Pairs, Correction.

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
    // what came after the pair before has to be of the kind of this pair's second word: Next
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
    // without a pair infinitely rare
    add(word.bit | word.bit >> 1, word.bit);
  });
  // A pair between two that are more frequent only joins words, and counts as the rarer of these.
  add(0, 1);
  all.forEach(([own, list, values], at) => list.forEach(i => {
    const rarity = Math.min(own, Math.max(all[at - 1][0], all[at + 1][0]));
    pairs[i] += rarity * (values[i] >> 7);
    plain[i] += rarity * (values[i] & 31);
    below[i] = Math.max(below[i], 3 - (values[i] >> 5 & 3));
  }));
  // all of a phrase in the title, or it does not count as one of the title
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
  // These few may be missing: a comma between two words of a title is enough.
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
    // one number to sort by; points are less than 2 ** 27
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
