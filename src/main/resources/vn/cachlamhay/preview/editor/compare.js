/* Which lines two texts share. */

const MOST = 4000000;

// blank lines are everywhere: where they agree says little of what belongs together
const weight = line => line.trim() ? 4 : 1;

/** The weightiest common subsequence of two lists, as pairs of indexes. */
function common(a, b) {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) {
    start++;
  }
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) {
    end++;
  }
  const n = a.length - start - end;
  const m = b.length - start - end;
  const pairs = Array.from({ length: start }, (_, at) => [at, at]);
  if (n * m <= MOST) {
    const width = m + 1;
    const table = new Uint32Array((n + 1) * width);
    for (let i = n - 1; i >= 0; i--) {
      for (let j = m - 1; j >= 0; j--) {
        table[i * width + j] = a[start + i] === b[start + j]
          ? table[(i + 1) * width + j + 1] + weight(a[start + i])
          : Math.max(table[(i + 1) * width + j], table[i * width + j + 1]);
      }
    }
    for (let i = 0, j = 0; i < n && j < m;) {
      if (a[start + i] === b[start + j]) {
        pairs.push([start + i++, start + j++]);
      } else if (table[(i + 1) * width + j] >= table[i * width + j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }
  for (let at = end; at > 0; at--) {
    pairs.push([a.length - at, b.length - at]);
  }
  return pairs;
}

/**
 * Two texts as blocks in order: {same: lines} where they agree, {mine, theirs: lines} where they do not. All "mine" of the blocks, or
 * all "theirs", give the whole text again.
 */
export function blocks(mine, theirs) {
  const a = mine.split('\n');
  const b = theirs.split('\n');
  const result = [];
  let i = 0;
  let j = 0;
  for (const [at, bt] of [...common(a, b), [a.length, b.length]]) {
    if (at > i || bt > j) {
      result.push({ mine: a.slice(i, at), theirs: b.slice(j, bt) });
    }
    if (at < a.length) {
      const last = result[result.length - 1];
      if (last && last.same) {
        last.same.push(a[at]);
      } else {
        result.push({ same: [a[at]] });
      }
    }
    i = at + 1;
    j = bt + 1;
  }
  return result;
}

/** The text of one choice for each block: 'mine', 'theirs' or 'both'. */
export function merged(all, choices) {
  return all.flatMap((block, at) => block.same
    || (choices[at] === 'theirs' ? block.theirs : choices[at] === 'both' ? [...block.mine, ...block.theirs] : block.mine)).join('\n');
}
