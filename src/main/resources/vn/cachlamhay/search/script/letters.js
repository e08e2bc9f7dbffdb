// How letters fold, and where syllables stand in the index: LetterTable, TonePlacement, Syllables.

const syllables = new Map();
let keyboard, placement, misplaced, inOrder, sums;

const setTables = (letters, words, numbers) => {
  const values = [];
  let place = 0;
  ({keyboard, placement} = letters);
  misplaced = RegExp('(q?)(' + Object.keys(placement).join('|') + ')(?!\\p{L})', 'gu');
  decode(numbers, value => values.push(value));
  words.split(' ').forEach((word, i) => {
    const [rarity, share] = values.slice(2 * i);
    syllables.set(word, [place, share, 63 - rarity]);
    place += share;
  });
  inOrder = [...syllables.keys()].sort();
  sums = [0];
  inOrder.forEach((word, i) => sums.push(sums[i] + syllables.get(word)[1]));
};

const isAscii = text => !/[^\0-\x7f]/.test(text);
// Latin letters only
const without = (marks, form, known = {}) => text => text.replace(/[\u00df-\u024f\u1e00-\u1eff]/g, letter => {
  const plain = known[letter] = known[letter] || letter.normalize(form).replace(marks, '').normalize();
  return plain[1] ? letter : plain;
});
const toneless = without(/[\u0300\u0301\u0303\u0309\u0323]/g, 'NFD');
const marks = /[\u0300-\u036f]/g;
const markless = without(marks, 'NFKD');
const fold = text => markless(text).replace(/đ/g, 'd').replace(marks, '');
const old = text => text.replace(misplaced, (all, q, pair) => q ? all : placement[pair]);

const entry = word => {
  if (syllables.has(word)) return syllables.get(word);
  let hash = 0x811C9DC5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return [(hash >>> 0) % 1e5, 0, 64];
};
const byRarity = (a, b) => entry(a)[2] - entry(b)[2] || (a < b ? -1 : 1);
// Whether this is no number and no syllable goes on from it: whoever types it is done.
const isWhole = word => word > ':' && syllables.has(word) && !inOrder.some(other => other !== word && other.startsWith(word));
// The shard, of so many, with the lines of a syllable and another.
const shardOf = (own, other, count) => {
  const [start, share] = entry(own);
  let [low, high] = [0, share * count > 2e5 ? inOrder.length : 0];
  while (low < high) {
    const middle = low + high >> 1;
    if (inOrder[middle] < other) low = middle + 1; else high = middle;
  }
  return Math.floor((start + Math.floor(share * sums[low] / (sums[inOrder.length] + 1))) * count / 1e5);
};
// The lines of a pair stand with the rarer of its words.
const ownerOf = (first, second) => byRarity(first, second) < 0 ? [second, first, '<'] : [first, second, '>'];
