// Answers queries: Searcher. A Web Worker goes no further than this.

// What is found, or the shards that it takes to find it.
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
    // at once, because every request more costs a round trip
    if (query.goesOn && last.joined) wantPairs(before.folded, last.folded);
    return need.size > 0;
  };
  if (!lacks() && !verbatim) understand(query);
  let order = rank(query);
  // What has all words and comes first will do so in the end, as a rule: its document comes beside the other shards.
  if (lacks()) return {need: [...need], likely: order.hits.slice(0, order.full && 1)};
  // Lists of heavy words are long: articles that have them apart come when they are wanted, or nothing else is there.
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
