// What may stand for the words of a query: Wanted, Understanding.

const isNear = (a, b) => a && a[0] === b[0] ? isNear(a.slice(1), b.slice(1))
  : a && a.slice(-1) === b.slice(-1) ? isNear(a.slice(0, -1), b.slice(0, -1))
    : a.length < 2 && b.length < 2 || a.length === 2 && b === a[1] + a[0];

const may = (word, ways, quality) => ways.forEach(way => {
  if (!word.ways.has(way)) word.ways.set(way, quality);
});
const setWays = (words, verbatim) => {
  const bare = words.every(word => isAscii(word.exact));
  words.forEach((word, i) => {
    const plain = toneless(word.exact);
    word.bit = 1 << i;
    word.isAlone = !word.joined && !(words[i + 1] || {}).joined;
    word.ways = new Map([[word.folded, form => bare || form === word.exact ? 16
      : verbatim || word.isQuoted ? 0 : toneless(form) === plain ? 5 : 3]]);
  });
  return bare;
};

// Beside others heavy words (not numbers), and those that were not typed, count only in pairs with these, unless all are wanted.
const counts = (word, way) => word.isAlone || word.isAnywhere || way === word.folded && (entry(way)[1] < 100 || way < ':');

const understand = ({terms, goesOn, bare}) => {
  const linesBeside = (word, after) => [].concat(...ownersOf(word.folded)
    .filter(({exact}) => !after || word.ways.get(word.folded)(exact))
    .map(owner => pairsOf(owner).filter(({kind}) => (kind !== '<') === after)));
  const beside = (word, after, joined, typed) => {
    const found = new Map();
    if (joined) {
      // What goes on letter by letter goes before all else.
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
    // beside a word that nobody knows it is that one which is wrong
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
    // a word that there is stands for another only where its neighbours want that one
    meant(changes(word.folded).filter(way => !syllables.has(word.folded) || weight(way))
      .sort((a, b) => weight(b) - weight(a)).slice(0, 3));
  });
};
