// A result: Excerpt, Passage.

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
  // Beside words as they were typed, those with other marks are other words.
  return marks.filter(({word, isLoose}) => !isLoose || !strict.has(word));
};

// From where to where an excerpt goes: around the most and the rarest words, best side by side.
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

// Neighbours are marked as one.
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
