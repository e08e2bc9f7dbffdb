/* Search: an index, which works in a Web Worker where there is one, and the page. The ranking is that of the Java package
   vn.cachlamhay.search: both give the same order. */
(self => {
  'use strict';
  const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const values = new Uint8Array(128);
  [...DIGITS].forEach((digit, value) => { values[digit.charCodeAt()] = value; });

  // ---- Letters and syllables, by tables of the bake ----

  const syllables = new Map();
  let folds, tones, placement, misplaced, inOrder, sums;

  const setTables = (letters, text) => {
    const inverted = groups => {
      const table = {};
      Object.keys(groups).forEach(plain => [...groups[plain]].forEach(letter => { table[letter] = plain; }));
      return table;
    };
    let start = 0;
    folds = inverted(letters.fold);
    tones = inverted(letters.tones);
    placement = letters.placement;
    misplaced = RegExp('(q?)(' + Object.keys(placement).join('|') + ')(?!\\p{L})', 'gu');
    text.trim().split('\n').forEach(line => {
      const [word, share, rarity] = line.split(' ');
      syllables.set(word, [start, +share, +rarity]);
      start += +share;
    });
    inOrder = [...syllables.keys()].sort();
    sums = [0];
    inOrder.forEach((word, i) => sums.push(sums[i] + syllables.get(word)[1]));
  };

  const isAscii = text => !/[^\0-\x7f]/.test(text);
  const map = (text, table) => text.replace(/[^\0-\x7f]/g, letter => table[letter] || letter);
  const fold = text => map(text, folds).replace(/[\u0300-\u036f]/g, '');
  const old = text => text.replace(misplaced, (all, q, pair) => q ? all : placement[pair]);

  // Of a folded word: its place in the table, of 100,000, its share of it, and how rare it is.
  const entry = word => {
    if (syllables.has(word)) { return syllables.get(word); }
    let hash = 0x811C9DC5;
    for (let i = 0; i < word.length; i += 1) { hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193); }
    return [(hash >>> 0) % 1e5, 0, 64];
  };
  const byRarity = (a, b) => entry(a)[2] - entry(b)[2] || (a < b ? -1 : 1);
  const isHeavy = word => entry(word)[1] >= 100 && word > ':';
  // The pairs of a word have its share to themselves, by the letters of the other.
  const placeOf = (own, other) => {
    let [low, high] = [0, inOrder.length];
    while (low < high) {
      const middle = low + high >> 1;
      if (inOrder[middle] < other) { low = middle + 1; } else { high = middle; }
    }
    const [start, share] = entry(own);
    return start + Math.floor(share * sums[low] / (sums[inOrder.length] + 1));
  };
  // A pair stands with the rarer of its words: with what is before that ('<') or after it ('>').
  const ownerOf = (first, second) => byRarity(first, second) < 0 ? [second, first, '<'] : [first, second, '>'];

  // ---- Tokens and queries ----

  const TOKEN = /[\p{L}\p{M}\p{N}]+/gu;

  // With a character before and after: 88,78 and 19:30 are one number.
  const isBreak = gap => !/^\d[,;:]\d$/.test(gap)
    && /[\n\r\t!?()[\]{}"“”„«»…|•,;:]|\.(?![^]$)|[ \u00a0][-–—][ \u00a0]/.test(gap);

  const tokens = text => {
    const list = [];
    let end = 0;
    text.replace(TOKEN, (token, start) => {
      const exact = old(token.slice(0, 40).replace(/[\ud800-\udbff]$/, '').toLowerCase());
      const joined = end > 0 && !isBreak(text.slice(end - 1, start + 1));
      end = start + token.length;
      list.push({start, end, exact, folded: fold(exact), joined});
    });
    return list;
  };

  const parse = written => {
    const spaced = written.normalize('NFC').replace(/\s+/g, ' ');
    const text = spaced.trim().replace(/[“”„«»]/g, '"');
    const terms = [], phrases = [], excluded = [];
    let start = 0;
    const take = (part, quoted, from) =>
      tokens(part).slice(0, 24 - from).map((token, i) => Object.assign(token, {quoted, bit: 1 << from + i}));
    const add = (part, quoted) => {
      const list = take(part, quoted, terms.length);
      terms.push(...list);
      return list;
    };
    text.replace(/(?:^| )-(?![ -]|$)(?:"[^"]*"?|[^ ]*)|"[^"]*"?/g, (part, at) => {
      add(text.slice(start, at));
      start = at + part.length;
      if (part[0] === '"') { phrases.push(add(part, true)); } else { excluded.push(take(part, true, 0)); }
    });
    const rest = text.slice(start);
    add(rest);
    return {
      text: spaced.trim(), terms, phrases, excluded: terms.length ? excluded : [],
      unfinished: /[\p{L}\p{M}\p{N}]$/u.test(rest) && !/ $/.test(spaced)
    };
  };

  // ---- Shards ----

  let segments = [], shards, owners, articles, need;

  const setSegments = list => {
    segments = list;
    shards = new Map();
    owners = new Map();
    articles = list.reduce((sum, segment) => sum + segment[1], 0);
  };
  const ownersOf = word => owners.get(word) || [];
  // Some of its lines: those that came so far.
  const addShard = (first, number, text) => {
    const here = new Set();
    text.split(/^=/m).slice(1).forEach(part => {
      const [, exact, list, rest] = /^(\S+) (\S*)\n([^]*)/.exec(part);
      const folded = fold(exact);
      const forms = ownersOf(folded);
      let owner = forms.find(form => form.exact === exact && form.first === first);
      if (!owner) { owners.set(folded, [...forms, owner = {exact, first, list, rest: ''}]); }
      owner.list = owner.list || list;
      owner.rest += rest;
      owner.pairs = null;
      here.add(folded);
    });
    shards.set(first + '/' + number, here);
  };
  const pairsOf = owner => {
    owner.pairs = owner.pairs || owner.rest.split('\n').slice(0, -1).map(line => {
      const [exact, list] = line.slice(1).split(' ');
      const kind = line[0];
      // the logarithm of how many articles have it
      const weight = kind === '~' ? values[list.charCodeAt()] : 31 - Math.clz32(list.match(/[A-Za-f]/g).length);
      return {kind, exact, folded: fold(exact), list, weight};
    });
    return owner.pairs;
  };
  // Asks for the shards from one place to another.
  const want = (from, to = from) => segments.forEach(([first, , count, id]) => {
    for (let n = Math.floor(from * count / 1e5); n <= Math.floor(to * count / 1e5); n += 1) {
      if (!shards.has(first + '/' + n)) { need.add(first + '/' + n + '.js?' + id); }
    }
  });
  const wantPairs = (own, beginning) => want(placeOf(own, beginning), placeOf(own, beginning + '\uffff'));
  const wantAll = words => words.forEach((word, i) => word.ways.forEach((quality, way) => {
    if (counts(word, way)) { want(entry(way)[0]); }
    if (word.joined) { words[i - 1].ways.forEach((q, before) => want(placeOf(...ownerOf(before, way)))); }
  }));

  // Base 32, lowest digit first; the upper half of the digits says that more follow.
  const decode = (text, take) => {
    for (let at = 0, value = 0, shift = 0; at < text.length; at += 1) {
      const digit = values[text.charCodeAt(at)];
      value |= (digit & 31) << shift;
      shift += 5;
      if (digit < 32) {
        take(value);
        value = shift = 0;
      }
    }
  };
  const read = ({list}, first, take) => {
    let article = first - 1;
    decode(list, value => {
      article += (value >> 2) + 1;
      take(article, value & 3);
    });
  };
  const has = (line, first, article) => {
    let found = false;
    read(line, first, n => { found = found || n === article; });
    return found;
  };

  // ---- What the words of a query may stand for ----

  const isNear = (a, b) => {
    const shorter = Math.min(a.length, b.length);
    let [start, end] = [0, 0];
    while (start < shorter && a[start] === b[start]) { start += 1; }
    while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) { end += 1; }
    const [left, right] = [a, b].map(word => word.slice(start, word.length - end));
    return Math.max(left.length, right.length) < 2 || left.length === 2 && left === right[1] + right[0];
  };

  // Ways of a word: folded words that may stand for it, each with how well its exact forms do, up to 16.
  const may = (word, ways, quality) => ways.forEach(way => {
    if (!word.ways.has(way)) { word.ways.set(way, quality); }
  });
  const setWays = (words, verbatim) => {
    const bare = words.every(word => isAscii(word.exact));
    words.forEach((word, i) => {
      const toneless = map(word.exact, tones);
      word.alone = !word.joined && !(words[i + 1] || {}).joined;
      word.ways = new Map();
      may(word, [word.folded], form => bare || form === word.exact ? 16
        : verbatim || word.quoted ? 0 : map(form, tones) === toneless ? 5 : 3);
    });
    return bare;
  };

  // Beside others heavy words, and those that were not typed, count only in pairs with these, unless all are wanted.
  const counts = (word, way) => word.alone || word.anywhere || way === word.folded && !isHeavy(way);

  const understand = ({terms, unfinished, bare}) => {
    // Folded words before or after one, each with its weight.
    const beside = (word, after, joined) => {
      const found = new Map();
      (joined ? ownersOf(word.folded) : []).forEach(owner => {
        if (after && !word.ways.get(word.folded)(owner.exact)) { return; }
        pairsOf(owner).forEach(({kind, folded, weight}) => {
          if ((kind !== '<') === after) { found.set(folded, Math.max(weight, found.get(folded) || 0)); }
        });
      });
      return found;
    };

    // The last word may go on.
    if (unfinished) {
      const [word, before] = terms.slice(-2).reverse();
      if (word.joined) { wantPairs(before.folded, word.folded); }
      const next = beside(before, true, word.joined);
      const longer = (ways, order) =>
        [...ways].filter(way => way !== word.folded && way.startsWith(word.folded)).sort(order);
      let ways = longer(next.keys(), (a, b) => next.get(b) - next.get(a) || (a < b ? -1 : 1));
      if (!ways.length && !(word.joined && (next.has(word.folded) || syllables.has(word.folded) && word.folded.length > 2))) {
        const [place] = entry(word.folded);
        want(place);
        const near = [].concat(...segments.map(([first, , count]) => [...shards.get(first + '/' + Math.floor(place * count / 1e5)) || []]));
        ways = [...new Set([...longer(near, byRarity), ...longer(syllables.keys(), byRarity)])];
      }
      may(word, ways.slice(0, 3), form => bare || form.startsWith(word.exact) ? 12 : 2);
      word.goesOn = word.ways.size > 1;
      wantAll(terms);
      if (need.size) { return; }
    }

    // Words that nothing in the index supports are mended.
    terms.forEach((word, i) => {
      const [before, after] = [terms[i - 1] || {}, terms[i + 1] || {}];
      const meant = ways => may(word, ways, form => isNear(form, word.exact) ? 9 : 5);
      const isPair = (a, b) => [...beside(a, true, b.joined).keys()].some(way => b.ways.has(way))
        || beside(b, false, b.joined).has(a.folded);
      const isUnknown = one => counts(one, one.folded) && !ownersOf(one.folded).length;
      // Beside a word that nobody knows it is that one which is wrong.
      if (word.quoted || word.ways.size > 1 || word.folded.length < 2 || !isUnknown(word)
        && (!word.joined && !after.joined || word.joined && (isUnknown(before) || isPair(before, word))
          || after.joined && (isUnknown(after) || isPair(word, after)))) { return; }
      if (isAscii(word.exact)) {
        meant([true, false].map(telex => fold(decoded(word.exact, telex))).filter(way => syllables.has(way)));
      }
      if (/\d/.test(word.folded)) { return; }
      const letter = word.folded[0];
      if (word.joined) { wantPairs(before.folded, letter); }
      if (after.joined) { wantPairs(after.folded, letter); }
      const weights = beside(before, true, word.joined);
      beside(after, false, after.joined).forEach((weight, way) => weights.set(way, weight + (weights.get(way) || 0)));
      const weight = way => way.startsWith(letter) && weights.has(way) ? weights.get(way) : -1;
      // A word that there is stands for another only where its neighbours want that one.
      meant(changes(word.folded).filter(way => !syllables.has(word.folded) || weight(way) >= 0)
        .sort((a, b) => weight(b) - weight(a)).slice(0, 3));
    });
  };

  // ---- Slips of the hand, and Telex or VNI typed with the input method off ----

  // Rows of 11 keys: neighbours are as many places apart everywhere.
  const KEYBOARD = ' '.repeat(12) + 'qwertyuiop asdfghjkl  zxcvbnm';

  // Syllables one change away, the likeliest changes first.
  const changes = word => {
    const found = new Set();
    const put = (from, middle, to) => found.add(word.slice(0, from) + middle + word.slice(to));
    for (let i = 2; i <= word.length; i += 1) { put(i - 2, word[i - 1] + word[i - 2], i); }
    for (let i = word.length; i > 0; i -= 1) { put(i - 1, '', i); }
    for (let i = 0; i < word.length; i += 1) {
      [-1, 1, -11, -10, 10, 11].forEach(step => put(i, KEYBOARD[KEYBOARD.indexOf(word[i]) + step], i + 1));
    }
    for (let i = 0; i <= word.length; i += 1) { [...DIGITS.slice(26, 52)].forEach(letter => put(i, letter, i)); }
    return [...found].filter(way => way !== word && syllables.has(way));
  };

  const decoded = (keys, telex) => {
    let [word, tone] = ['', ''];
    for (const key of keys) {
      // Telex in the keys of VNI
      const sign = telex ? '2134566679'['fsrxjaeowd'.indexOf(key)] : key;
      // The first that fits changes the last letter that can take it. After uo both do: dduwowcj and dduocwj are both được.
      const rules = {
        6: [[telex ? RegExp('.*' + key) : /.*[aeo]/, '$&\u0302']],
        7: [[/uo(?!.*o)/, 'ươ'], [/.*(u(?=a?[^oua]*$)|o(?=[^oua]*$))/, '$&\u031b'], [telex ? /.*a/ : /(?=.*[ou]).*a/, '$&\u0306']],
        8: [[/.*a/, '$&\u0306']],
        9: [[/^d/, 'đ']]
      }[sign] || [];
      const rule = rules.find(([letters]) => letters.test(word));
      const newTone = '\u0300\u0301\u0309\u0303\u0323'['21345'.indexOf(sign)];
      if (newTone && /[aăâeêioôơuưy]/.test(word)) {
        tone = newTone;
      } else if (rule) {
        word = word.replace(...rule).normalize('NFC');
      } else if (sign !== '7' || !telex) {
        word += key;
      }
    }
    // The tone: on a vowel with a mark of its own, else the last but one of a group, or the last where a consonant follows.
    return old(word.replace(/(^(?:qu|gi)(?=[aăâeêioôơuưy]))?([aăâeêioôơuưy]+[^aăâeêioôơuưy]*)$/, (all, head = '', rest) => head + rest
      .replace(/.*[ăâêôơư]|[aeiouy]{2}(?=[aeiouy](?![aeiouy])|[^aeiouy])|./, '$&' + tone)).normalize('NFC'));
  };

  // ---- Ranking ----

  const eachForm = (word, take) => word.ways.forEach((quality, way) => ownersOf(way).forEach(owner => {
    if (counts(word, way) && quality(owner.exact)) { take(owner, owner.first, quality(owner.exact)); }
  }));
  const eachPair = (a, b, take) => a.ways.forEach((isFirst, first) => b.ways.forEach((isSecond, second) => {
    const [own, other, kind] = ownerOf(first, second);
    ownersOf(own).forEach(owner => pairsOf(owner).forEach(line => {
      if (line.folded !== other || line.kind !== kind) { return; }
      const forms = kind === '<' ? [line.exact, owner.exact] : [owner.exact, line.exact];
      const quality = Math.min(isFirst(forms[0]), isSecond(forms[1]));
      if (quality) { take(line, owner.first, quality, forms); }
    }));
  }));

  const scored = words => {
    const [scores, best, found, exactly, chains, pairs] = [1, 2, 3, 4, 5, 6].map(() => new Int32Array(articles));
    // The low bits tell the quality.
    const taking = weights => (line, first, quality) => read(line, first, (article, place) => {
      best[article] = Math.max(best[article], weights[place] * quality * 32 + quality);
    });
    // Adds what was taken, the more the rarer it is.
    const add = (bits, chain) => {
      let [some, same] = [0, 0];
      best.forEach(value => {
        some += value > 0;
        same += (value & 31) === 16;
      });
      some = same || some;
      // eighths of the binary logarithm, on a line between powers
      const ratio = Math.floor((articles + some) * 256 / some);
      const power = 31 - Math.clz32(ratio);
      const rarity = 8 * power + Math.floor(ratio * 8 / 2 ** power) - 72;
      best.forEach((value, i) => {
        if (!value) { return; }
        scores[i] += rarity * (value >> 5);
        found[i] |= bits;
        chains[i] |= chain;
        if ((value & 31) === 16) {
          exactly[i] |= bits;
          pairs[i] |= chain;
        }
      });
      best.fill(0);
    };
    // By place: once in the body, several times, lead, title.
    words.forEach((word, i) => {
      eachForm(word, taking([4, 5, 9, 13]));
      add(word.bit, 0);
      if (word.joined) {
        eachPair(words[i - 1], word, taking([12, 15, 21, 27]));
        add(word.bit | word.bit >> 1, word.bit);
      }
    });
    return {scores, found, exactly, chains, pairs};
  };

  const bitsOf = words => words.reduce((bits, word) => bits | word.bit, 0);
  const joinedOf = words => words.filter(word => word.joined);
  // Only what has a phrase as it is.
  const keep = ({scores, exactly, pairs}, phrase) => {
    const [words, joined] = [bitsOf(phrase), bitsOf(joinedOf(phrase))];
    scores.forEach((score, i) => {
      if ((exactly[i] & words) !== words || (pairs[i] & joined) !== joined) { scores[i] = 0; }
    });
  };

  const rank = ({terms, phrases, excluded}) => {
    const r = scored(terms);
    const [all, joined] = [bitsOf(terms), joinedOf(terms)];
    const keys = new Float64Array(articles);
    // These few may be missing: a comma between two words of a title is enough.
    const limited = bitsOf(terms.filter(word => !counts(word, word.folded) || word.goesOn));
    const size = bits => bits && 1 + size(bits & bits - 1);
    let [count, full, exact] = [0, 0, false];
    phrases.forEach(phrase => keep(r, phrase));
    excluded.forEach(phrase => {
      const out = scored(phrase);
      keep(out, phrase);
      out.scores.forEach((score, i) => { if (score) { r.scores[i] = 0; } });
    });
    r.scores.forEach((value, i) => {
      const [found, exactly] = [r.found[i], r.exactly[i]];
      if (!value || size(found) < terms.length >> 1) { return; }
      const isFull = !(all & ~found & ~limited) && size(all & ~found) <= Math.floor(terms.length / 3);
      const score = value * (exactly === found ? 8 : 6) * (joined.length > 1 && r.chains[i] === bitsOf(joined) ? 5 : 3);
      // Newer ones get up to a 24th more. One number to sort by, which is quick: a score is less than 2 to the power of 27.
      keys[count] = ((isFull ? 2 ** 27 : 0) + score + Math.floor(score * i / (articles * 24))) * articles + i;
      count += 1;
      full += isFull;
      exact = exact || exactly === all;
    });
    return {hits: Array.from(keys.subarray(0, count).sort(), key => key % articles).reverse(), full, exact};
  };

  // The query in the words of an article; null where these are those of the query.
  const correction = ({terms, bare, unfinished}, article) => {
    let other = false;
    const pairs = terms.map((word, i) => {
      const list = [];
      if (word.joined) {
        eachPair(terms[i - 1], word, (line, first, quality, forms) => {
          if (has(line, first, article)) { list.push(forms); }
        });
      }
      return list;
    });
    const words = terms.map((word, i) => {
      const values = new Map();
      eachForm(word, (owner, first, quality) => {
        if (has(owner, first, article)) { values.set(owner.exact, Math.max(quality, values.get(owner.exact) || 0)); }
      });
      [pairs[i], pairs[i + 1] || []].forEach((list, side) => new Set(list.map(forms => forms[1 - side])).forEach(form =>
        values.set(form, Math.max(word.ways.get(fold(form))(form), values.get(form) || 0) + 16)));
      const [form] = [...values].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] || [word.exact];
      const isLonger = unfinished && i === terms.length - 1 && fold(form).startsWith(word.folded);
      other = other || (bare ? fold(form) : form) !== word.exact && !isLonger;
      return form;
    });
    return other ? words.join(' ') : null;
  };

  // What is found, or the shards that it takes to find it.
  const look = (written, verbatim, everywhere) => {
    const query = parse(written);
    const {terms, excluded} = query;
    const answer = {query: query.text, hits: [], full: 0, corrected: null, words: [], failed: null};
    need = new Set();
    query.bare = setWays(terms, verbatim);
    excluded.forEach(phrase => setWays(phrase, true));
    const lacks = () => {
      [terms, ...excluded].forEach(wantAll);
      return need.size > 0;
    };
    if (!terms.length) { return answer; }
    if (!lacks() && !verbatim) { understand(query); }
    if (lacks()) { return {need: [...need]}; }
    let order = rank(query);
    answer.more = !everywhere && order.full > 0 && articles > 512;
    if (!answer.more) {
      terms.forEach(word => { word.anywhere = true; });
      if (lacks()) { return {need: [...need]}; }
      const {hits, full, exact} = rank(query);
      const whole = new Set(hits.slice(0, full));
      const first = new Set(order.hits.slice(0, order.full).filter(n => whole.has(n)));
      order = {hits: [...first, ...hits.filter(n => !first.has(n))], full, exact: exact || order.exact};
    }
    return Object.assign(answer, {
      hits: order.hits, full: order.full,
      corrected: order.exact || verbatim || !order.hits.length ? null : correction(query, order.hits[0]),
      words: terms.map(word => ({exact: word.exact, folded: [...word.ways.keys()], bare: query.bare}))
    });
  };

  const work = {setTables, setSegments, addShard, look};
  // Whatever goes wrong, there is an answer.
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

  // ---- In the page: scripts in, answers out ----

  const here = document.currentScript.src;
  const root = here.replace(/js\/[^/]*$/, '');
  const loads = {};
  let index, due = 0, documents, columns, facets, names;
  let latest = 0, answer = () => {};

  // A page from a disk has no right to a worker; the page itself does its work then.
  const hired = new Promise((done, refuse) => {
    const worker = new Worker(here);
    worker.onerror = refuse;
    worker.onmessage = ({data}) => data.length ? answer(data) : done(worker);
  }).catch(() => null);
  const send = async (...message) => {
    const worker = await hired;
    if (worker) { worker.postMessage(message); } else { answer(handle(message)); }
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
  // The root is loaded anew now and then, and when something is not as it says: the site was published since.
  const ready = async () => {
    if (!syllables.size) { await load('am-tiet.js'); }
    if (Date.now() > due) { await load('muc-luc.js', '?' + Date.now()); }
    return index;
  };
  const isCurrent = (first, id) => index.some(segment => segment[0] === first && segment[3] === id);

  // Calls back with the answer, unless something else is looked for meanwhile.
  const find = async (query, verbatim, everywhere, done) => {
    const mine = latest += 1;
    const look = () => new Promise(found => {
      answer = ([number, result]) => { if (number === latest) { found(result); } };
      send(mine, 'look', query, verbatim, everywhere);
    });
    let tried = [];
    for (let attempts = 0; attempts < 2;) {
      const open = await ready();
      if (mine !== latest) { return; }
      const found = open ? await look() : {};
      if (found.hits) {
        done(found);
        return;
      }
      if (found.need && !found.need.some(address => tried.includes(address))) {
        tried = found.need;
        await Promise.all(tried.map(address => load('muc-luc/' + address)));
      } else {
        attempts += 1;
        tried = [];
        due = 0;
      }
    }
    done({query, hits: [], full: 0, corrected: null, words: [], failed: 'offline'});
  };

  const article = async n => {
    const [, , , id] = index.filter(([first]) => first <= n).pop();
    if (!documents[n]) { await load('bai/' + Math.floor(n / 1000) + '/' + n + '.js?' + id); }
    if (!documents[n]) { due = 0; }
    return documents[n];
  };

  const loadFacets = async () => {
    const need = index.filter(([first]) => !columns[first]);
    await Promise.all(need.map(([first, , , id]) => load('loc/' + first + '.js?' + id)));
    if (!index.every(([first]) => columns[first])) {
      due = 0;
      return null;
    }
    facets = facets || KEYS.map(key => joined(key));
    return facets;
  };
  // A column of all segments as one.
  const joined = key => {
    const [values, places, rows] = [[], new Map(), []];
    index.forEach(([first]) => {
      const column = columns[first][key];
      const own = column.values.map(([name, slug, former = 0]) => {
        if (!places.has(slug)) { places.set(slug, values.push({name, slug, former}) - 1); }
        return places.get(slug);
      });
      let left = 0;
      decode(column.of, value => {
        if (left) {
          rows[rows.length - 1].push(own[value]);
          left -= 1;
        } else {
          rows.push([]);
          left = value;
        }
      });
    });
    return {key, values, rows};
  };

  self.portalSearch = {
    find: (query, {verbatim, everywhere}, done) => { find(query, verbatim, everywhere, done); },
    // The others are called by the scripts of the index.
    syllables(...tables) {
      setTables(...tables);
      send(0, 'setTables', ...tables);
    },
    root(list, small, text) {
      // without the tables words can't be folded
      if (!syllables.size) { return; }
      index = list;
      [documents, columns, facets] = [{}, {}, null];
      due = Date.now() + 6e5;
      send(0, 'setSegments', list);
      if (text) {
        const [first] = list[list.length - 1];
        columns[first] = small;
        send(0, 'addShard', first, 0, text);
      }
    },
    shard(first, id, number, text) { if (isCurrent(first, id)) { send(0, 'addShard', first, number, text); } },
    document(n, facts) { documents[n] = facts; },
    addFacets(first, id, some) { if (isCurrent(first, id)) { columns[first] = some; } },
    addSuggestions(list) {
      names = list.map(({name, uri, kind}) => ({name, kind, href: root + uri, words: folded(name)}));
    }
  };

  // ---- The page: whatever comes from articles, queries and addresses is only ever put in as text ----

  const [input, list, area, browse, count, more, failure, corrected, advice, nearest, options, filters, sets, reset, spoken] = [
    'q', 'ket-qua', '_tim-thay', '_chua-tim', 'ket-qua-so', 'xem-them', 'that-bai', 'da-sua', 'khong-thay', 'tu-gan', 'goi-y',
    'bo-loc', 'bo-loc-nhom', 'bo-het-loc', 'ket-qua-bao'].map(id => document.getElementById(id));
  if (!list) { return; }
  const KEYS = [...sets.children].map(set => set.name);
  const title = document.title;
  const sorts = area.querySelectorAll('[data-sort]');

  let state;          // the parameters of the address
  let settled;        // they are a finished search, which typing must not overwrite
  let turn = 0;       // answers to older turns come too late
  let found;          // null as long as it is looked for
  let shown, whole;   // what passes the filters, first what has all words; how many these are
  let all;            // whether the others are shown too
  let boxes;          // of the filters; null while they are those of another query
  let active = -1;    // the chosen suggestion
  let closed;         // no suggestions: after Enter and Escape, and before anybody came to the field
  let typing, late, quiet;

  const on = (at, type, action) => at.addEventListener(type, action);
  const dotted = n => n.toLocaleString('vi');
  const folded = text => tokens(text).map(token => token.folded);
  const links = () => [...list.querySelectorAll('a')];
  const isByDate = () => state.get('xep') === 'ngay';
  const narrowed = () => [].concat(...KEYS.map(key => state.getAll(key))).length;
  const put = (into, ...inside) => {
    into.textContent = '';
    into.append(...inside);
    return into;
  };
  const make = (name, look, ...inside) => put(Object.assign(document.createElement(name), look), ...inside);

  const store = push => {
    const now = String(state);
    if (now === String(new URLSearchParams(location.search))) { return; }
    // Pages opened from a disk (file://) may not touch their address.
    try { history[push ? 'pushState' : 'replaceState'](null, '', location.pathname + (now && '?' + now)); } catch (error) { return; }
  };

  const begin = () => {
    delete list.dataset.done;
    clearTimeout(late);
    late = setTimeout(tell, 400, 'Đang tìm…');
    turn += 1;
    return turn;
  };
  // It is read out when the reader has stopped typing.
  const tell = text => {
    clearTimeout(late);
    clearTimeout(quiet);
    put(count, text);
    quiet = setTimeout(() => put(spoken, text, corrected.hidden ? '' : ' ' + corrected.textContent), 800);
  };

  const run = () => {
    const mine = begin();
    const asked = input.value.trim();
    found = boxes = null;
    all = false;
    document.title = (asked && asked + ' – ') + title;
    area.hidden = !asked;
    if (asked) {
      find(input.value, state.has('nguyen-van'), false, answer => {
        if (mine === turn) {
          found = answer;
          apply();
        }
      });
    } else {
      put(list);
      browse.hidden = false;
      tell('');
    }
    suggest();
  };

  const apply = () => {
    if (!found) { return; }
    const mine = begin();
    const isOld = () => mine !== turn;
    const fail = error => {
      if (isOld()) { return; }
      put(list);
      lay(true, false);
      more.hidden = corrected.hidden = true;
      tell('Chưa tìm được.');
      if (error) { throw error; }
    };
    const show = async () => {
      // Whoever has chosen a filter waits for its data; else the first results go before the counts.
      let groups = narrowed() ? await loadFacets() : [];
      if (found.failed || !groups) { return fail(); }
      sift(groups);
      report();
      await fill(0);
      loadNames();
      if (filters.open && !groups.length) {
        groups = await loadFacets();
        if (groups && !isOld()) { sift(groups); }
      }
    };
    show().catch(fail);
  };

  const sift = groups => {
    const full = found.full || found.hits.length;
    groups.forEach(group => {
      group.wanted = state.getAll(group.key).map(slug => group.values.findIndex(value => value.slug === slug));
      group.counts = group.values.map(() => 0);
    });
    const pass = (hits, counted) => (isByDate() ? hits.sort((a, b) => b - a) : hits).filter(n => {
      const against = groups.filter(({wanted, rows}) => wanted.length && !rows[n].some(v => wanted.includes(v)));
      // A value of a group counts among what the other groups let through.
      if (counted && against.length < 2) {
        (against.length ? against : groups).forEach(({rows, counts}) => rows[n].forEach(v => { counts[v] += 1; }));
      }
      return !against.length;
    });
    shown = pass(found.hits.slice(0, full), true);
    whole = shown.length;
    shown = shown.concat(pass(found.hits.slice(full), all));
    if (groups.length) { draw(groups); }
  };

  const lay = (failed, none) => {
    failure.hidden = !failed;
    browse.hidden = advice.hidden = !none;
    filters.hidden = sorts[0].parentNode.hidden = failed || none;
  };

  const report = () => {
    const none = !found.hits.length;
    const asked = '“' + (found.corrected || found.query) + '”';
    lay(false, none);
    reset.hidden = !narrowed();
    put(filters.querySelector('.count'), reset.hidden ? '' : '(' + narrowed() + ')');
    sorts.forEach(button => button.setAttribute('aria-pressed', !button.dataset.sort !== isByDate()));
    corrected.hidden = !found.corrected && !state.has('nguyen-van');
    if (found.corrected) {
      put(corrected, 'Kết quả cho ', make('b', {}, found.corrected), '; tìm đúng nguyên văn ', link(found.query, true));
    } else {
      put(corrected, 'Đang tìm đúng nguyên văn; tìm cả từ gần giống ', link(found.query));
    }
    if (none) { offerNearest(); }
    tell(!shown.length ? 'Không có bài nào cho ' + asked + (none ? '.' : ' với bộ lọc đã chọn.')
      : found.full && whole ? 'Tìm thấy ' + dotted(whole) + ' bài cho ' + asked + '.'
        : 'Không có bài nào đủ các từ ' + asked + '; ' + dotted(shown.length) + ' bài có một phần.');
  };

  // What is shown keeps its place before what has the words apart.
  const widen = () => new Promise(done => find(input.value, state.has('nguyen-van'), true, answer => {
    const hits = new Set(found.hits.slice(0, found.full));
    answer.hits.slice(0, answer.full).forEach(n => hits.add(n));
    const full = hits.size;
    answer.hits.forEach(n => hits.add(n));
    found = Object.assign(answer, {hits: [...hits], full});
    sift(narrowed() ? facets : []);
    report();
    done();
  }));

  const link = (query, verbatim) => {
    const to = new URLSearchParams(state);
    to.set('q', query);
    to.delete('nguyen-van');
    if (verbatim) { to.set('nguyen-van', 1); }
    return make('a', {href: '?' + to}, query);
  };

  // One by one, in order, each in the place of what is there, so that nothing jumps.
  const fill = async from => {
    const mine = turn;
    const part = shown.slice(from, Math.min(from + 10, all ? shown.length : whole)).map(article);
    let at = from;
    for (const loading of part) {
      const facts = await loading;
      if (mine !== turn) { return; }
      const item = facts ? result(facts, found.words) : make('li', {className: 'quiet'}, 'Chưa tải được bài này.');
      if (!facts) { failure.hidden = false; }
      if (list.children[at]) { list.children[at].replaceWith(item); } else { list.append(item); }
      at += 1;
    }
    while (list.children.length > at) { list.lastChild.remove(); }
    more.hidden = at >= shown.length && !found.more;
    put(more, all || at < whole ? 'Xem thêm kết quả' : found.more ? 'Tìm cả bài có các từ đứng rời nhau'
      : 'Xem thêm ' + dotted(shown.length - whole) + ' bài chỉ có một phần các từ');
    list.dataset.done = found.query;
    suggest();
  };

  const result = ({u, t, s, d, p, c, k, b}, words) => {
    // without a lead of its own an article shows its beginning there
    const text = b.replace(/\n/g, ' ').startsWith(s.replace(/ …$/, '')) ? b : s + '\n' + b;
    const heading = make('a', {href: root + u});
    const excerpt = make('p');
    const marks = [t, text].map(each => marksOf(each, words));
    // Where a word stands as it was typed, the same letters with other marks are another word.
    const exact = new Set([].concat(...marks).map(mark => mark.loose ? -1 : mark.word));
    const [inTitle, inText] = marks.map(each => each.filter(mark => !mark.loose || !exact.has(mark.word)));
    const [start, end] = cut(text, inText);
    write(heading, t, 0, t.length, inTitle);
    if (start && text[start - 1] !== '\n') { excerpt.append('… '); }
    write(excerpt, text, start, end, inText);
    if (end < text.length) { excerpt.append(' …'); }
    return make('li', {}, heading, make('p', {className: 'meta'}, make('b', {}, k === 'practice' ? 'Cách làm hay' : 'Tin tức'),
      ...[p, d, c].map(fact => fact && ' · ' + fact)), excerpt);
  };

  // The words of a text that the query asks for.
  const marksOf = (text, words) => {
    const marks = [];
    tokens(text).forEach(({start, end, exact, folded}, at) => {
      const isAlike = word => word.folded.includes(folded);
      const strict = words.findIndex(word => word.exact === exact || word.bare && isAlike(word));
      const word = strict < 0 ? words.findIndex(isAlike) : strict;
      if (word >= 0) { marks.push({word, loose: strict < 0, at, start, end}); }
    });
    return marks;
  };

  // From where to where an excerpt goes: around the most and the rarest words of the query, best side by side.
  const cut = (text, marks) => {
    const most = 175;
    const often = {};
    let [best, from, to] = [0, 0, 0];
    marks.forEach(({word}) => { often[word] = (often[word] || 0) + 1; });
    marks.forEach((first, i) => {
      const seen = new Set();
      let score = 0;
      for (let j = i; j < marks.length && marks[j].end - first.start < most; j += 1) {
        const {word, at, end} = marks[j];
        const isPair = j > i && at === marks[j - 1].at + 1 && word === marks[j - 1].word + 1;
        [word, isPair ? -word : word].forEach(each => {
          if (!seen.has(each)) { score += (each < 0 ? 2 : 1) * (1 + 1 / often[word]); }
          seen.add(each);
        });
        if (score > best) { [best, from, to] = [score, first.start, end]; }
      }
    });
    const spare = most - to + from;
    const before = text.slice(Math.max(from - spare, 0), from);
    const sentence = /^[^]*(\n|[.!?] )/.exec(before);
    const start = from - before.length
      + (sentence ? sentence[0].length : from > spare ? before.indexOf(' ', spare / 2) + 1 : 0);
    return [start, text.length < start + most + 20 ? text.length : Math.max(text.lastIndexOf(' ', start + most), to)];
  };

  // Neighbours are marked as one.
  const write = (into, text, start, end, marks) => {
    const plain = to => into.append(text.slice(start, to).replace(/([^.!?:;…\s])\n/g, '$1 · '));
    const inside = marks.filter(mark => mark.start >= start && mark.end <= end);
    inside.forEach((mark, i) => {
      const next = inside[i + 1];
      if (mark.start > start || !i) {
        plain(mark.start);
        start = mark.start;
      }
      if (next && /^[ -]$/.test(text.slice(mark.end, next.start))) { next.start = start; } else {
        into.append(make('mark', {}, text.slice(start, mark.end)));
        start = mark.end;
      }
    });
    plain(end);
  };

  const draw = groups => {
    // As long as the query is the same every box stays where it is: neither focus nor eye loses its place.
    if (!boxes) {
      boxes = [];
      groups.forEach((group, i) => drawGroup(group, sets.children[i]));
    }
    boxes.forEach(({tick, group, v}) => {
      tick.checked = group.wanted.includes(v);
      put(tick.parentNode.lastChild, dotted(group.counts[v]));
    });
  };

  const drawGroup = (group, set) => {
    const {key, values, wanted, counts} = group;
    const order = values.map((value, v) => v).filter(v => counts[v] || wanted.includes(v)).sort((a, b) =>
      values[a].former - values[b].former
      || (key === 'nam' ? values[b].name - values[a].name : counts[b] - counts[a]) || a - b);
    let [into, former] = [put(set, set.firstChild), 0];
    set.hidden = !order.length;
    order.forEach((v, at) => {
      const {name, slug} = values[v];
      const tick = make('input', {type: 'checkbox', name: key, value: slug});
      if (at === 8 && order.length > 9) {
        const open = order.slice(8).some(each => wanted.includes(each));
        into = make('details', {open}, make('summary', {}, 'Xem cả ' + order.length));
        set.append(into);
      }
      if (values[v].former > former) { into.append(make('p', {className: 'side-title'}, 'Trước khi sáp nhập')); }
      former = values[v].former;
      boxes.push({tick, group, v});
      into.append(make('label', {}, tick, make('span', {}, name), make('span', {className: 'count'})));
    });
  };

  const narrow = () => {
    store(true);
    settled = true;
    apply();
  };

  // ---- Suggestions: a combobox as the ARIA Authoring Practices describe it ----

  const loadNames = async () => {
    if (names) { return; }
    await load('goi-y.js');
    suggest();
    if (names && found) { offerNearest(); }
  };

  const suggest = () => {
    const typed = folded(input.value);
    const last = active < 0 ? '' : options.children[active].dataset.href;
    const isEarly = ({words}) => words[0].startsWith(typed[0]);
    const fits = (names || []).filter(({words}) => typed.every(word => words.some(own => own.startsWith(word))))
      .sort((a, b) => isEarly(b) - isEarly(a));
    const titles = links().slice(0, 3).map(({text, href}) => ({name: text, href, kind: 'Bài viết'}));
    put(options, ...fits.slice(0, 6).concat(titles).map(({name, href, kind}, i) => {
      const option = make('li', {id: '_goi-y-' + i}, make('span', {}, name), make('span', {className: 'count'}, kind));
      option.dataset.href = href;
      option.setAttribute('role', 'option');
      return option;
    }));
    options.hidden = closed;
    document.getElementById('_cach-go').hidden = !closed || !!input.value;
    input.setAttribute('aria-expanded', !closed && !!options.firstChild);
    choose(closed ? -1 : [...options.children].findIndex(option => option.dataset.href === last));
  };

  const choose = to => {
    active = to;
    input.removeAttribute('aria-activedescendant');
    [...options.children].forEach((option, i) => {
      option.setAttribute('aria-selected', i === to);
      if (i === to) {
        input.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({block: 'nearest', inline: 'nearest'});
      }
    });
  };

  // Names of which at least half are words of the query, or nearly.
  const offerNearest = () => {
    loadNames();
    const typed = folded(found.query).filter(word => word.length > 2);
    const score = ({words}) => words.filter(own => typed.some(word => isNear(own, word))).length / words.length;
    const near = (names || []).filter(name => score(name) >= 0.5).sort((a, b) => score(b) - score(a)).slice(0, 6);
    nearest.hidden = !near.length;
    put(nearest.lastElementChild, ...near.map(({name}) => make('li', {}, link(name))));
  };

  on(input, 'focus', () => setTimeout(() => {
    if (input.value) { return; }
    closed = false;
    loadNames();
    suggest();
  }, 300));

  const take = () => {
    if (input.value) { state.set('q', input.value); } else { state.delete('q'); }
  };
  on(input, 'input', () => {
    clearTimeout(typing);
    delete list.dataset.done;
    closed = false;
    typing = setTimeout(() => {
      take();
      state.delete('nguyen-van');
      store(settled);
      settled = false;
      run();
    }, 20);
  });
  on(input.form, 'submit', event => {
    event.preventDefault();
    clearTimeout(typing);
    closed = settled = true;
    take();
    store(true);
    run();
    // The keyboard of a phone hides the results as long as the field has the focus.
    if (matchMedia('(pointer: coarse)').matches) { count.focus(); }
  });

  on(input, 'keydown', event => {
    const {key} = event;
    const to = active + {ArrowDown: 1, ArrowUp: -1}[key];
    const [first] = links();
    if (event.isComposing) { return; }
    if (to >= -1 && to < (closed ? 0 : options.children.length)) {
      choose(to);
    } else if (key === 'ArrowDown' && first) {
      choose(-1);
      first.focus();
    } else if (key === 'Enter' && active >= 0) {
      options.children[active].click();
    } else if (key === 'Escape' && !closed) {
      closed = true;
      suggest();
    } else {
      return;
    }
    event.preventDefault();
  });
  on(options, 'mousedown', event => event.preventDefault());
  on(options, 'click', event => {
    const option = event.target.closest('li');
    if (option) { location.assign(option.dataset.href); }
  });
  on(list, 'keydown', event => {
    const to = links().indexOf(event.target) + {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (to >= -1) {
      event.preventDefault();
      (to < 0 ? input : links()[to] || (more.hidden ? event.target : more)).focus();
    }
  });

  on(more, 'click', async () => {
    const from = list.children.length;
    const wider = from >= whole && found.more;
    if (wider) { await widen(); } else { all = all || from >= whole; }
    await fill(wider && isByDate() ? 0 : from);
    ((list.children[from] || list).querySelector('a') || more).focus();
  });
  sorts.forEach(button => on(button, 'click', () => {
    if (button.dataset.sort) { state.set('xep', 'ngay'); } else { state.delete('xep'); }
    narrow();
  }));
  on(sets, 'change', ({target: {name}}) => {
    state.delete(name);
    boxes.forEach(({tick}) => { if (tick.name === name && tick.checked) { state.append(name, tick.value); } });
    narrow();
  });
  on(reset, 'click', () => {
    KEYS.forEach(key => state.delete(key));
    filters.firstElementChild.focus();
    narrow();
  });
  on(filters, 'toggle', () => { if (filters.open && !boxes) { apply(); } });
  on(failure.lastElementChild, 'click', () => {
    input.focus();
    run();
  });

  const restore = () => {
    state = new URLSearchParams(location.search);
    input.value = state.get('q') || '';
    settled = browse.hidden = !!input.value;
    if (list.contains(document.activeElement)) { count.focus(); }
    closed = true;
    run();
  };
  filters.open = matchMedia('(min-width: 64em)').matches;
  on(window, 'popstate', restore);
  // Then the root of the index, which the page loads after this script, is there too.
  on(document, 'DOMContentLoaded', async () => {
    restore();
    if (input.value || !await ready()) { return; }
    const newest = index.reduce((sum, segment) => sum + segment[1], 0) - 1;
    for (let n = newest; n >= 0 && n > newest - 3; n -= 1) {
      const facts = await article(n);
      if (facts) { document.getElementById('moi-nhat').append(result(facts, [])); }
    }
  });
})(self);
