/* The search index: runs in a Web Worker where there is one, else in the page. The ranking is that of the Java package
   vn.cachlamhay.search (Query, Understanding, Keys, Ranking, Correction), in whole numbers: both give the same order. */
(function (self) {
  'use strict';
  var inWorker = typeof document === 'undefined';
  var EXACT = 16, MOST = 3, SHORT = 2, MOST_TERMS = 24, LENGTH = 100000, UNKNOWN = 64, NEWER = 24, AS_TYPED = 8, OTHERWISE = 6, CHAINED = 5, APART = 3;
  var SINGLE = [4, 5, 9, 13], PAIR = [12, 15, 21, 27];
  var DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  var VALUES = {};
  DIGITS.split('').forEach(function (digit, value) { VALUES[digit.charCodeAt(0)] = value; });

  // ---- Letters and syllables: tables that the bake hands over ----
  var folded = {}, toneless = {}, placement = {}, NEW = null;
  var syllables = new Map(), frequent = [];

  function setTables(letters, text) {
    var position = 0;
    function invert(groups, to) {
      Object.keys(groups).forEach(function (plain) {
        Array.from(groups[plain]).forEach(function (letter) { to[letter] = plain; });
      });
    }
    invert(letters.fold, folded);
    invert(letters.tones, toneless);
    placement = letters.placement;
    NEW = new RegExp('(q?)(' + Object.keys(placement).join('|') + ')(?!\\p{L})', 'gu');
    text.trim().split('\n').forEach(function (line) {
      var parts = line.split(' ');
      syllables.set(parts[0], [position + (parts[1] >> 1), +parts[2]]);
      position += +parts[1];
    });
    frequent = Array.from(syllables.keys()).sort(function (a, b) {
      return rarityOf(a) - rarityOf(b) || (a < b ? -1 : 1);
    });
  }

  function map(text, table) {
    return /^[\0-\x7f]*$/.test(text) ? text : text.replace(/[^\0-\x7f]/g, function (c) { return table[c] || c; });
  }
  function fold(text) { return map(text, folded).replace(/[\u0300-\u036f]/g, ''); }
  function withoutTones(text) { return map(text, toneless); }
  function exact(token) {
    var cut = token.slice(0, 40);
    if (token.length > 40 && /[\ud800-\udbff]$/.test(cut)) { cut = cut.slice(0, -1); }
    return old(cut.toLowerCase());
  }
  function old(text) {
    return text.replace(NEW, function (all, q, pair) { return q ? all : placement[pair]; });
  }

  function rarityOf(word) { return syllables.has(word) ? syllables.get(word)[1] : UNKNOWN; }
  function shardOf(word, shards) {
    var position, i;
    if (syllables.has(word)) {
      position = syllables.get(word)[0];
    } else {
      position = 0x811C9DC5;
      for (i = 0; i < word.length; i += 1) { position = Math.imul(position ^ word.charCodeAt(i), 0x01000193); }
      position = (position >>> 0) % LENGTH;
    }
    return Math.floor(position * shards / LENGTH);
  }
  function isOwnedBySecond(first, second) {
    var a = rarityOf(first), b = rarityOf(second);
    return a !== b ? b > a : second > first;
  }

  // ---- Tokens and queries ----
  function isBreak(gap, before, after) {
    return /[\n\r\t!?()[\]{}"“”„«»…|•]|\.[^]|[ \u00a0][-–—][ \u00a0]/.test(gap) ||
      (/[,;:]/.test(gap) && !(gap.length === 1 && /\d/.test(before) && /\d/.test(after)));
  }
  function tokens(text) {
    var part = /[\p{L}\p{M}\p{N}]+/gu, list = [], end = -1, match, form;
    while ((match = part.exec(text))) {
      form = exact(match[0]);
      list.push({
        text: match[0], start: match.index, end: part.lastIndex, exact: form, folded: fold(form),
        joined: end >= 0 && !isBreak(text.slice(end, match.index), text.charAt(end - 1), match[0].charAt(0))
      });
      end = part.lastIndex;
    }
    return list;
  }
  function isAscii(text) { return /^[\0-\x7f]*$/.test(text); }

  function parse(written) {
    var spaced = written.normalize('NFC').replace(/[\s\u00a0]+/g, ' ');
    var text = spaced.trim().replace(/[“”„«»]/g, '"');
    var query = { text: spaced.trim(), terms: [], phrases: [], excluded: [] };
    var open = false, at = 0, start = 0, minus, quoted, from, end;

    function terms(part, quote) {
      return tokens(part).map(function (t) {
        return { exact: t.exact, folded: t.folded, joined: t.joined, quoted: quote, end: t.end };
      }).slice(0, MOST_TERMS);
    }
    function add(list) { query.terms = query.terms.concat(list).slice(0, MOST_TERMS); }
    function plain(part) {
      var list = tokens(part);
      open = list.length > 0 && list[list.length - 1].end === part.length;
      add(terms(part, false));
    }
    function special(part) {
      var list = terms(part, true), before = query.terms.length, phrase = [], i;
      if (!list.length) { return; }
      if (minus) { query.excluded.push(list); return; }
      add(list);
      for (i = before; i < query.terms.length; i += 1) { phrase.push(i); }
      query.phrases.push(phrase);
    }
    while (at < text.length) {
      minus = text[at] === '-' && (at === 0 || text[at - 1] === ' ') && /[^ -]/.test(text.charAt(at + 1));
      if (!minus && text[at] !== '"') { at += 1; continue; }
      plain(text.slice(start, at));
      from = minus ? at + 1 : at;
      quoted = text[from] === '"';
      from += quoted ? 1 : 0;
      end = text.indexOf(quoted ? '"' : ' ', from);
      end = end < 0 ? text.length : end;
      special(text.slice(from, end));
      at = start = Math.min(text.length, quoted ? end + 1 : end);
    }
    plain(text.slice(start));
    query.bare = query.terms.every(function (term) { return isAscii(term.exact); });
    query.unfinished = open && !/ $/.test(spaced);
    return query;
  }

  // ---- Shards ----
  var segments = [], owners = new Map(), loaded = {}, articles = 0;

  function setSegments(list) {
    segments = list;
    owners = new Map();
    loaded = {};
    articles = list.reduce(function (sum, segment) { return sum + segment[1]; }, 0);
  }
  function addShard(first, number, text) {
    var pairs = [], found = [];
    if (loaded[first + '/' + number]) { return; }
    loaded[first + '/' + number] = found;
    text.split('\n').forEach(function (line) {
      var blank = line.indexOf(' '), key = line.slice(1, blank), list;
      if (blank < 0) { return; }
      if (line[0] === '=') {
        pairs = [];
        list = owners.get(fold(key));
        if (!list) { owners.set(fold(key), list = []); }
        found.push(fold(key));
        list.push({ exact: key, first: first, text: line.slice(blank + 1), pairs: pairs });
      } else {
        pairs.push({ kind: line[0], exact: key, folded: fold(key), text: line.slice(blank + 1) });
      }
    });
  }
  function ownersOf(word) {
    // in the order of the segments, whatever order the shards came in
    return (owners.get(word) || []).sort(function (a, b) {
      return a.first - b.first || (a.exact < b.exact ? -1 : a.exact > b.exact ? 1 : 0);
    });
  }
  function beside(word) {
    var set = new Set();
    segments.forEach(function (segment) {
      loaded[segment[0] + '/' + shardOf(word, segment[2])].forEach(function (other) { set.add(other); });
    });
    return Array.from(set);
  }
  function missing(words) {
    var need = {};
    words.forEach(function (word) {
      segments.forEach(function (segment) {
        var number = shardOf(word, segment[2]), key = segment[0] + '/' + number;
        if (!loaded[key]) { need[key] = [segment[0], number]; }
      });
    });
    return Object.keys(need).map(function (key) { return need[key]; });
  }
  function read(text, entry) {
    var article = -1, at = 0, value, shift, digit;
    while (at < text.length) {
      value = 0;
      shift = 0;
      digit = VALUES[text.charCodeAt(at)];
      at += 1;
      while (digit >= 32) {
        value |= (digit - 32) << shift;
        shift += 5;
        digit = VALUES[text.charCodeAt(at)];
        at += 1;
      }
      value |= digit << shift;
      article += (value >> 2) + 1;
      entry(article, value & 3);
    }
  }
  function has(text, first, article) {
    var found = false;
    read(text, function (number) { found = found || first + number === article; });
    return found;
  }
  function logarithm(number) { return 31 - Math.clz32(number); }
  function weight(pair) {
    var count = 0;
    if (pair.kind === '~') { return DIGITS.indexOf(pair.text); }
    read(pair.text, function () { count += 1; });
    return logarithm(count);
  }

  // ---- What the words of a query may stand for ----
  function isNear(a, b) {
    var start = 0, end = 0, shorter = Math.min(a.length, b.length), left, right;
    while (start < shorter && a[start] === b[start]) { start += 1; }
    while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) { end += 1; }
    left = a.length - start - end;
    right = b.length - start - end;
    return Math.max(left, right) <= 1 ||
      (left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start]);
  }
  function wish(term, bare, verbatim) {
    var plain = withoutTones(term.exact), ways = new Map([[term.folded, 'typed']]);
    return {
      term: term,
      ways: ways,
      folded: function () { return Array.from(ways.keys()); },
      may: function (word, way) { if (!ways.has(word)) { ways.set(word, way); } },
      is: function (way) { return Array.from(ways.values()).indexOf(way) >= 0; },
      quality: function (form, word) {
        var way = ways.get(word);
        if (way === 'completed') { return bare || form.startsWith(term.exact) ? 12 : 2; }
        if (way === 'mended') { return isNear(form, term.exact) ? 9 : 5; }
        if (!way) { return 0; }
        if (bare || form === term.exact) { return EXACT; }
        if (verbatim || term.quoted) { return 0; }
        return withoutTones(form) === plain ? 5 : 3;
      }
    };
  }

  function understand(query, wishes) {
    var terms = query.terms;

    function merge(to, word, more, how) { to.set(word, to.has(word) ? how(to.get(word), more) : more); }
    function after(number) {
      var result = new Map(), word = wishes[number];
      ownersOf(word.term.folded).forEach(function (owner) {
        if (word.quality(owner.exact, word.term.folded) > 0) {
          owner.pairs.forEach(function (pair) {
            if (pair.kind !== '<') { merge(result, pair.folded, weight(pair), Math.max); }
          });
        }
      });
      return result;
    }
    function before(number) {
      var result = new Map();
      ownersOf(terms[number].folded).forEach(function (owner) {
        owner.pairs.forEach(function (pair) {
          if (pair.kind === '<') { merge(result, pair.folded, weight(pair), Math.max); }
        });
      });
      return result;
    }
    function goesOn(word, term) { return word.startsWith(term.folded) && word !== term.folded; }

    function complete(last) {
      var term = terms[last], next = term.joined ? after(last - 1) : new Map();
      var typed = next.has(term.folded) ? next.get(term.folded) : -1;
      var longer = Array.from(next).filter(function (entry) {
        return goesOn(entry[0], term);
      }).sort(function (a, b) {
        return b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
      }).map(function (entry) { return entry[0]; });
      if (!longer.length &&
          !(term.joined && (typed >= 0 || (syllables.has(term.folded) && term.folded.length > SHORT)))) {
        // words that begin like it: those that its shard has, then those of the table
        longer = beside(term.folded).sort(function (a, b) {
          return rarityOf(a) - rarityOf(b) || (a < b ? -1 : 1);
        }).concat(frequent).filter(function (word, at, all) {
          return goesOn(word, term) && all.indexOf(word) === at;
        });
      }
      longer.slice(0, MOST).forEach(function (word) { wishes[last].may(word, 'completed'); });
    }

    function isPair(first, second) {
      var next = after(first);
      return wishes[second].folded().some(function (word) { return next.has(word); }) ||
        before(second).has(terms[first].folded);
    }
    function isSupported(number) {
      var term = terms[number], joinedAfter = number + 1 < terms.length && terms[number + 1].joined;
      if (!ownersOf(term.folded).length) { return false; }
      return (!term.joined && !joinedAfter) || (term.joined && isPair(number - 1, number)) ||
        (joinedAfter && isPair(number, number + 1));
    }
    function support(number) {
      var result = terms[number].joined ? after(number - 1) : new Map();
      if (number + 1 < terms.length && terms[number + 1].joined) {
        before(number + 1).forEach(function (more, word) {
          merge(result, word, more, function (a, b) { return a + b; });
        });
      }
      return result;
    }
    function mend(number) {
      var term = terms[number], word = wishes[number], near, order;
      if (term.quoted || word.is('completed') || term.folded.length < 2 || isSupported(number)) { return; }
      decoded(term.exact).forEach(function (meant) {
        if (syllables.has(fold(meant))) { word.may(fold(meant), 'mended'); }
      });
      if (/[0-9]/.test(term.folded)) { return; }
      near = support(number);
      order = changes(term.folded).filter(function (changed) { return syllables.has(changed); });
      order.map(function (changed, at) {
        return [changed, near.has(changed) ? near.get(changed) : -1, at];
      }).sort(function (a, b) {
        return b[1] - a[1] || a[2] - b[2];
      }).slice(0, MOST).forEach(function (entry) { word.may(entry[0], 'mended'); });
    }

    if (query.unfinished) { complete(terms.length - 1); }
    terms.forEach(function (term, number) { mend(number); });
  }

  // ---- Slips of the hand, and Telex or VNI typed with the input method off ----
  var ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

  function keysBeside(key) {
    var keys = '';
    ROWS.forEach(function (row, number) {
      var at = row.indexOf(key), above = ROWS[number - 1] || '', below = ROWS[number + 1] || '';
      if (at >= 0) {
        keys += row.charAt(at - 1) + row.charAt(at + 1) + above.charAt(at) + above.charAt(at + 1) +
          below.charAt(at - 1) + below.charAt(at);
      }
    });
    return keys.split('');
  }
  function changes(word) {
    var set = new Set(), i;
    function put(from, middle, to) { set.add(word.slice(0, from) + middle + word.slice(to)); }
    for (i = 0; i + 1 < word.length; i += 1) { put(i, word[i + 1] + word[i], i + 2); }
    for (i = word.length - 1; i >= 0; i -= 1) { put(i, '', i + 1); }
    for (i = 0; i < word.length; i += 1) {
      keysBeside(word[i]).forEach(function (key) { put(i, key, i + 1); });
    }
    for (i = 0; i <= word.length; i += 1) {
      'abcdefghijklmnopqrstuvwxyz'.split('').forEach(function (letter) { put(i, letter, i); });
    }
    set.delete(word);
    return Array.from(set);
  }
  function decoded(form) {
    var list = [];
    if (isAscii(form)) {
      [telex(form), vni(form)].forEach(function (word) {
        if (word !== form && list.indexOf(word) < 0) { list.push(word); }
      });
    }
    return list;
  }
  // The place of the last of some plain letters; of those that take a mark, only one that has none yet.
  function lastOf(letters, plain) {
    var i;
    for (i = letters.length - 1; i >= 0; i -= 1) {
      if (plain.indexOf(letters[i]) >= 0 && (plain.length > 4 || !/[\u0300-\u036f]/.test(letters[i + 1] || ''))) {
        return i;
      }
    }
    return -1;
  }
  function horn(letters) {
    var o = lastOf(letters, 'o'), u = lastOf(letters, 'u'), a = lastOf(letters, 'a');
    if (o > 0 && letters[o - 1] === 'u') {
      letters.splice(o + 1, 0, '\u031b');
      letters.splice(o, 0, '\u031b');
    } else if (o > u && o > a) {
      letters.splice(o + 1, 0, '\u031b');
    } else if (u >= 0 && (a < u || a === u + 1)) {
      letters.splice(u + 1, 0, '\u031b');
    } else if (a >= 0) {
      letters.splice(a + 1, 0, '\u0306');
    }
  }
  function telex(keys) {
    var letters = [], tone = -1;
    keys.split('').forEach(function (key) {
      if ('fsrxj'.indexOf(key) >= 0 && lastOf(letters, 'aeiouy') >= 0) {
        tone = 'fsrxj'.indexOf(key);
      } else if (key === 'w') {
        horn(letters);
      } else if (key === 'd' && letters[0] === 'd') {
        letters[0] = 'đ';
      } else if ('aeo'.indexOf(key) >= 0 && lastOf(letters, key) >= 0) {
        letters.splice(lastOf(letters, key) + 1, 0, '\u0302');
      } else {
        letters.push(key);
      }
    });
    return finished(letters, tone);
  }
  function vni(keys) {
    var letters = [], tone = -1;
    keys.split('').forEach(function (key) {
      if ('21345'.indexOf(key) >= 0 && lastOf(letters, 'aeiouy') >= 0) {
        tone = '21345'.indexOf(key);
      } else if (key === '6' && lastOf(letters, 'aeo') >= 0) {
        letters.splice(lastOf(letters, 'aeo') + 1, 0, '\u0302');
      } else if (key === '7' && lastOf(letters, 'ou') >= 0) {
        horn(letters);
      } else if (key === '8' && lastOf(letters, 'a') >= 0) {
        letters.splice(lastOf(letters, 'a') + 1, 0, '\u0306');
      } else if (key === '9' && letters[0] === 'd') {
        letters[0] = 'đ';
      } else {
        letters.push(key);
      }
    });
    return finished(letters, tone);
  }
  function finished(letters, tone) {
    var plain = letters.join('').normalize('NFC'), vowels = 'aăâeêioôơuưy', last = plain.length - 1, first, at, i;
    if (tone < 0) { return old(plain); }
    while (last >= 0 && vowels.indexOf(plain[last]) < 0) { last -= 1; }
    first = last;
    while (first > 0 && vowels.indexOf(plain[first - 1]) >= 0) { first -= 1; }
    if (/^(qu|gi)/.test(plain) && first === 1 && last > 1) { first = 2; }
    at = first;
    if (last - first === 1) {
      at = last === plain.length - 1 ? first : last;
    } else if (last - first === 2) {
      at = first + 1;
    }
    for (i = first; i <= last; i += 1) {
      if ('ăâêôơư'.indexOf(plain[i]) >= 0) { at = i; }
    }
    return old((plain.slice(0, at + 1) + '\u0300\u0301\u0309\u0303\u0323'[tone] + plain.slice(at + 1)).normalize('NFC'));
  }

  // ---- Ranking ----
  function rarity(some) {
    var ratio = Math.floor((articles + some) * 256 / some), power = 0;
    while (Math.pow(2, power + 1) <= ratio) { power += 1; }
    return 8 * power + Math.floor((ratio - Math.pow(2, power)) * 8 / Math.pow(2, power)) - 64;
  }

  function scored(wishes) {
    var r = {
      scores: new Int32Array(articles), found: new Int32Array(articles),
      exactly: new Int32Array(articles), pairs: new Int32Array(articles), chains: new Int32Array(articles)
    };
    var best = new Int32Array(articles);

    function take(text, first, quality, weights) {
      if (quality > 0) {
        read(text, function (article, place) {
          var value = weights[place] * quality * 32 + quality;
          if (value > best[first + article]) { best[first + article] = value; }
        });
      }
    }
    function add(word, pair) {
      var any = 0, exactly = 0, factor, i, value;
      for (i = 0; i < articles; i += 1) {
        if (best[i]) {
          any += 1;
          exactly += (best[i] & 31) === EXACT ? 1 : 0;
        }
      }
      factor = any ? rarity(exactly || any) : 0;
      for (i = 0; i < articles; i += 1) {
        value = best[i];
        if (value) {
          r.scores[i] += factor * (value >> 5);
          r.found[i] |= word;
          r.chains[i] |= pair;
          if ((value & 31) === EXACT) {
            r.exactly[i] |= word;
            r.pairs[i] |= pair;
          }
          best[i] = 0;
        }
      }
    }
    function pair(second) {
      var a = wishes[second - 1], b = wishes[second];
      a.folded().forEach(function (first) {
        b.folded().forEach(function (next) {
          var bySecond = isOwnedBySecond(first, next), kind = bySecond ? '<' : '>', other = bySecond ? first : next;
          ownersOf(bySecond ? next : first).forEach(function (owner) {
            var quality = bySecond ? b.quality(owner.exact, next) : a.quality(owner.exact, first);
            if (!quality) { return; }
            owner.pairs.forEach(function (line) {
              if (line.kind === kind && line.folded === other) {
                take(line.text, owner.first,
                  Math.min(quality, bySecond ? a.quality(line.exact, first) : b.quality(line.exact, next)), PAIR);
              }
            });
          });
        });
      });
    }
    wishes.forEach(function (word, number) {
      word.folded().forEach(function (form) {
        ownersOf(form).forEach(function (owner) {
          take(owner.text, owner.first, word.quality(owner.exact, form), SINGLE);
        });
      });
      add(1 << number, 0);
      if (word.term.joined) {
        pair(number);
        add(0, 1 << number);
      }
    });
    return r;
  }

  function keepPhrase(r, wishes, phrase) {
    var words = 0, joined = 0, i;
    phrase.forEach(function (number) {
      words |= 1 << number;
      if (wishes[number].term.joined) { joined |= 1 << number; }
    });
    for (i = 0; i < articles; i += 1) {
      if ((r.exactly[i] & words) !== words || (r.pairs[i] & joined) !== joined) { r.scores[i] = 0; }
    }
  }

  function rank(query, wishes) {
    var r = scored(wishes), all = (1 << wishes.length) - 1, enough = Math.max(1, wishes.length >> 1), hits = [], full = 0, i, score;
    var total = new Float64Array(articles);
    function bits(number) {
      var count = 0, left;
      for (left = number; left; left &= left - 1) { count += 1; }
      return count;
    }
    var longest = wishes.filter(function (word) { return word.term.joined; }).length;
    if (longest < 2) { longest = -1; }
    query.phrases.forEach(function (phrase) { keepPhrase(r, wishes, phrase); });
    query.excluded.forEach(function (phrase) {
      var bare = phrase.every(function (term) { return isAscii(term.exact); });
      var words = phrase.map(function (term) { return wish(term, bare, true); });
      var out = scored(words), n;
      keepPhrase(out, words, phrase.map(function (term, number) { return number; }));
      for (n = 0; n < articles; n += 1) {
        if (out.scores[n] > 0) { r.scores[n] = 0; }
      }
    });
    for (i = 0; i < articles; i += 1) {
      if (r.scores[i] > 0 && bits(r.found[i]) >= enough) {
        hits.push(i);
        full += r.found[i] === all ? 1 : 0;
        score = r.scores[i] * (r.exactly[i] === r.found[i] ? AS_TYPED : OTHERWISE) *
          (bits(r.chains[i]) === longest ? CHAINED : APART);
        total[i] = score + Math.floor(score * i / (articles * NEWER));
      }
    }
    hits.sort(function (a, b) {
      return (r.found[b] === all) - (r.found[a] === all) || total[b] - total[a] || b - a;
    });
    return {
      hits: hits, full: full,
      exact: hits.slice(0, full).some(function (hit) { return r.exactly[hit] === all; })
    };
  }

  function correction(query, wishes, article) {
    var terms = query.terms, other = false;

    function isPair(first, second) {
      var a = fold(first), b = fold(second), bySecond = isOwnedBySecond(a, b);
      return ownersOf(bySecond ? b : a).some(function (owner) {
        return owner.exact === (bySecond ? second : first) && owner.pairs.some(function (pair) {
          return pair.kind === (bySecond ? '<' : '>') && pair.exact === (bySecond ? first : second) &&
            has(pair.text, owner.first, article);
        });
      });
    }
    function paired(number, neighbour, form) {
      var second = Math.max(number, neighbour);
      return neighbour >= 0 && second < terms.length && terms[second].joined &&
        wishes[neighbour].folded().some(function (word) {
          return ownersOf(word).some(function (owner) {
            return wishes[neighbour].quality(owner.exact, word) > 0 &&
              (number < neighbour ? isPair(form, owner.exact) : isPair(owner.exact, form));
          });
        });
    }
    var words = terms.map(function (term, number) {
      var best = 0, form = term.exact, word = wishes[number];
      word.folded().forEach(function (way) {
        ownersOf(way).forEach(function (owner) {
          var value = word.quality(owner.exact, way);
          if (value > 0 && has(owner.text, owner.first, article)) {
            value += paired(number, number - 1, owner.exact) ? 16 : 0;
            value += paired(number, number + 1, owner.exact) ? 16 : 0;
            if (value > best) {
              best = value;
              form = owner.exact;
            }
          }
        });
      });
      other = other || ((query.bare ? fold(form) : form) !== term.exact &&
        !(query.unfinished && number === terms.length - 1 && fold(form).startsWith(term.folded)));
      return form;
    });
    return other ? words.join(' ') : null;
  }

  // Either what is found, or the shards that it takes to find it.
  function step(written, verbatim) {
    var query = parse(written), order, need, wishes;
    if (!query.terms.length) { return { query: query.text, hits: [], full: 0, corrected: null, words: [] }; }
    need = missing(query.terms.concat.apply(query.terms, query.excluded).map(function (term) { return term.folded; }));
    if (need.length) { return { need: need }; }
    wishes = query.terms.map(function (term) { return wish(term, query.bare, verbatim); });
    if (!verbatim) {
      understand(query, wishes);
      need = missing([].concat.apply([], wishes.map(function (word) { return word.folded(); })));
      if (need.length) { return { need: need }; }
    }
    order = rank(query, wishes);
    return {
      query: query.text, hits: order.hits, full: order.full,
      corrected: order.exact || !order.hits.length || verbatim ? null : correction(query, wishes, order.hits[0]),
      words: wishes.map(function (word) {
        return { exact: word.term.exact, folded: word.folded(), bare: query.bare };
      })
    };
  }

  function handle(message) {
    if (message.tables) { setTables(message.tables[0], message.tables[1]); }
    if (message.segments) { setSegments(message.segments); }
    if (message.shard) { addShard(message.shard[0], message.shard[1], message.shard[2]); }
    return message.find === undefined ? null : step(message.find, message.verbatim);
  }

  if (inWorker) {
    self.onmessage = function (event) {
      var answer = handle(event.data);
      if (answer) {
        answer.id = event.data.id;
        self.postMessage(answer);
      }
    };
    return;
  }

  // ---- In the page: scripts in, answers out ----
  var here = document.currentScript ? document.currentScript.src : '';
  var root = here.replace(/js\/[^/]*$/, '');
  var worker = null, sent = [], waiting = [], latest = 0, current = null, attempts = 0;
  var rootState = null, smallFacets = null, ids = {}, documents = {}, facetParts = {}, offered = null, early = null, tablesHere = false;

  function send(message) {
    if (message.find === undefined) { sent.push(message); }
    if (worker) { worker.postMessage(message); } else { answer(message); }
  }
  function answer(message) {
    var result = handle(message);
    if (result) {
      result.id = message.id;
      received(result);
    }
  }
  function withoutWorker() {
    if (!worker) { return; }
    worker.terminate();
    worker = null;
    sent.forEach(handle);
    if (current) { ask(); }
  }
  // A page from a disk has no right to a worker; the page itself does its work then.
  try {
    worker = new Worker(here);
    worker.onmessage = function (event) { received(event.data); };
    worker.onerror = withoutWorker;
  } catch (e) {
    worker = null;
  }

  function load(address, done) {
    var script = document.createElement('script');
    script.onload = script.onerror = function () {
      script.remove();
      done();
    };
    script.src = root + address;
    document.head.appendChild(script);
  }
  function all(loads, done) {
    var left = loads.length;
    if (!left) { done(); }
    loads.forEach(function (address) {
      load(address, function () {
        left -= 1;
        if (!left) { done(); }
      });
    });
  }
  function ready(done) {
    var needed = [];
    if (!tablesHere) { needed.push('tim-kiem/am-tiet.js'); }
    if (!rootState) { needed.push('tim-kiem/muc-luc.js' + (attempts ? '?' + Date.now() : '')); }
    all(needed, function () { done(tablesHere && rootState); });
  }
  function ask() {
    send({ find: current.query, verbatim: current.verbatim, id: current.id });
  }
  function finish(result) {
    var done = current.done;
    current = null;
    done(result);
  }
  // The index was published anew since its root was loaded: begin again with the new one.
  function again() {
    if (attempts >= 2) {
      finish({ query: current.query, hits: [], full: 0, corrected: null, words: [], failed: 'offline' });
      return;
    }
    attempts += 1;
    rootState = null;
    documents = {};
    facetParts = {};
    begin();
  }
  function begin() {
    var id = current.id;
    ready(function (ok) {
      if (!current || current.id !== id) { return; }
      if (ok) { ask(); } else { again(); }
    });
  }
  function received(result) {
    var shards;
    if (!current || result.id !== current.id) { return; }
    if (!result.need) {
      attempts = 0;
      result.failed = null;
      finish(result);
      return;
    }
    shards = result.need;
    all(shards.map(function (shard) {
      return 'tim-kiem/muc-luc/' + shard[0] + '/' + shard[1] + '.js?' + ids[shard[0]];
    }), function () {
      if (!current || result.id !== current.id) { return; }
      if (shards.every(function (shard) { return waiting[shard.join('/')] === rootState; })) { ask(); } else { again(); }
    });
  }
  function part(kind, key, address, done) {
    if (kind[key] !== undefined) { done(kind[key]); return; }
    load(address, function () { done(kind[key] === undefined ? null : kind[key]); });
  }

  self.portalSearch = {
    // Called by the scripts of the index.
    root: function (list, facets, text) {
      var small = list[list.length - 1];
      // the words of its index can be folded only when the tables are there
      early = tablesHere ? null : arguments;
      if (early) { return; }
      rootState = { list: list };
      smallFacets = text ? facets : null;
      ids = {};
      waiting = {};
      sent = sent.filter(function (message) { return message.tables; });
      list.forEach(function (segment) { ids[segment[0]] = segment[3]; });
      send({ segments: list });
      if (text) { send({ shard: [small[0], 0, text] }); }
    },
    syllables: function (letters, text) {
      if (!tablesHere) {
        tablesHere = true;
        setTables(letters, text);
        send({ tables: [letters, text] });
        if (early) { self.portalSearch.root.apply(null, early); }
      }
    },
    shard: function (first, id, number, text) {
      if (ids[first] === id) {
        waiting[first + '/' + number] = rootState;
        send({ shard: [first, number, text] });
      }
    },
    document: function (number, facts) { documents[number] = facts; },
    addFacets: function (first, id, facets) {
      if (ids[first] === id) { facetParts[first] = facets; }
    },
    addSuggestions: function (list) { offered = list; },

    // Asked by the page.
    find: function (query, options, done) {
      latest += 1;
      current = { query: query, verbatim: Boolean(options && options.verbatim), id: latest, done: done };
      begin();
    },
    article: function (number, done) {
      part(documents, number, 'tim-kiem/bai/' + Math.floor(number / 1000) + '/' + number + '.js', done);
    },
    suggestions: function (done) {
      if (offered) { done(offered); return; }
      load('tim-kiem/goi-y.js', function () { done(offered || []); });
    },
    facets: function (done) {
      ready(function (ok) {
        var list = ok ? rootState.list : [];
        var large = list.filter(function (segment, at) { return !(smallFacets && at === list.length - 1); });
        all(large.filter(function (segment) { return !facetParts[segment[0]]; }).map(function (segment) {
          return 'tim-kiem/loc/' + segment[0] + '.js?' + segment[3];
        }), function () {
          if (smallFacets) { facetParts[list[list.length - 1][0]] = smallFacets; }
          var whole = ok && list.every(function (segment) { return facetParts[segment[0]]; });
          done(whole ? joined(list) : null);
        });
      });
    },
    newest: function (count, done) {
      ready(function (ok) {
        var numbers = [], i, total = 0;
        if (ok) { rootState.list.forEach(function (segment) { total += segment[1]; }); }
        for (i = total - 1; i >= 0 && i >= total - count; i -= 1) { numbers.push(i); }
        done(numbers);
      });
    },
    tokens: tokens
  };

  var TITLES = { 'tinh': 'Tỉnh, thành phố', 'chu-de': 'Chủ đề', 'loai': 'Loại bài', 'nam': 'Năm', 'tac-gia': 'Tác giả' };

  // The columns of all segments as one.
  function joined(list) {
    var rows = [];
    var groups = Object.keys(TITLES).map(function (key, group) {
      var values = [], places = {};
      rows[group] = [];
      list.forEach(function (segment) {
        var column = facetParts[segment[0]][key], numbers = [], at = 0;
        var own = column.values.map(function (value) {
          if (places[value[1]] === undefined) {
            places[value[1]] = values.length;
            values.push({ name: value[0], slug: value[1], former: Boolean(value[2]) });
          }
          return places[value[1]];
        });
        column.of.replace(/[g-z0-9_-]*[A-Za-f]/g, function (digits) {
          var value = 0, i;
          for (i = digits.length - 1; i >= 0; i -= 1) { value = value * 32 + VALUES[digits.charCodeAt(i)] % 32; }
          numbers.push(value);
        });
        while (at < numbers.length) {
          rows[group].push(numbers.slice(at + 1, at + 1 + numbers[at]).map(function (value) { return own[value]; }));
          at += numbers[at] + 1;
        }
      });
      return { key: key, title: TITLES[key], values: values };
    });
    return { groups: groups, of: function (article, group) { return rows[group][article] || []; } };
  }
}(self));

/* The search page: hands what readers type to portalSearch and shows what that finds. Whatever comes from articles,
   queries and addresses is only ever put in as text. */
(function () {
  'use strict';
  if (typeof document === 'undefined') { return; }
  const get = id => document.getElementById(id);
  const [input, list, area, browse, count, more, failure, corrected, advice, nearest, options, filters, groups, reset] =
    ['q', 'ket-qua', '_tim-thay', '_chua-tim', 'ket-qua-so', 'xem-them', 'that-bai', 'da-sua', 'khong-thay', 'tu-gan',
      'goi-y', 'bo-loc', 'bo-loc-nhom', 'bo-het-loc'].map(get);
  if (!input || !list) { return; }
  const PAGE = 10;
  const LENGTH = 175;
  const KEYS = ['tinh', 'chu-de', 'loai', 'nam', 'tac-gia'];
  const title = document.title;
  const sorts = area.querySelectorAll('[data-sort]');

  let state;          // the parameters of the address
  let settled;        // they are a finished search, which typing must not overwrite
  let turn = 0;       // answers to older turns come too late
  let found;          // null as long as it is looked for
  let shown, whole;   // what passes the filters, first what has all words; how many these are
  let all;            // whether the others are shown too
  let stale, boxes;   // whether the filters are those of another query; their boxes
  let names;          // of places, topics and tags
  let active = -1;    // the chosen suggestion
  let closed;         // no suggestions: after Enter and Escape, and before anybody came to the field
  let typing, late, quiet;

  const on = (at, type, action) => at.addEventListener(type, action);
  const dotted = n => n.toLocaleString('vi');
  const folded = text => portalSearch.tokens(text).map(token => token.folded);
  const links = () => [...list.querySelectorAll('a')];
  const byDate = () => state.get('xep') === 'ngay';
  const narrowed = () => [].concat(...KEYS.map(key => state.getAll(key))).length;

  function put(into, ...inside) {
    into.textContent = '';
    into.append(...inside);
    return into;
  }

  function make(name, look, ...inside) {
    return put(Object.assign(document.createElement(name), look), ...inside);
  }

  function keep(push) {
    const now = String(state);
    if (now === String(new URLSearchParams(location.search))) { return; }
    // Pages opened from a disk (file://) may not touch their address.
    try { history[push ? 'pushState' : 'replaceState'](null, '', location.pathname + (now && '?' + now)); } catch (e) { return; }
  }

  function begin() {
    delete list.dataset.done;
    clearTimeout(late);
    late = setTimeout(tell, 400, 'Đang tìm…');
    return ++turn;
  }

  function run() {
    const mine = begin();
    const asked = input.value.trim();
    found = null;
    all = false;
    stale = true;
    document.title = (asked && asked + ' – ') + title;
    area.hidden = !asked;
    if (asked) {
      portalSearch.find(input.value, {verbatim: state.has('nguyen-van')}, answer => {
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
  }

  function apply() {
    if (!found) { return; }
    const mine = begin();
    const show = facets => {
      if (mine !== turn) { return; }
      if (found.failed || narrowed() && !facets) {
        put(list);
        lay(true, false);
        more.hidden = corrected.hidden = true;
        tell('Chưa tìm được.');
        return;
      }
      sift(facets);
      report();
      fill(0, () => {
        loadNames();
        if (filters.open && !facets) { portalSearch.facets(some => { if (some && mine === turn) { sift(some); } }); }
      });
    };
    // Whoever has chosen a filter waits for its data; else the first results go before the counts.
    if (narrowed()) { portalSearch.facets(show); } else { show(); }
  }

  // Counts too: a value of a group among what the other groups let through.
  function sift(facets) {
    const full = found.full || found.hits.length;
    const wanted = facets ? facets.groups.map(({key, values}) =>
      state.getAll(key).map(slug => values.findIndex(value => value.slug === slug))) : [];
    const counts = wanted.map((some, i) => facets.groups[i].values.map(() => 0));
    const pass = (hits, counted) => (byDate() ? hits.sort((a, b) => b - a) : hits).filter(n => {
      const own = wanted.map((some, i) => facets.of(n, i));
      const misses = own.map((values, i) => wanted[i].length > 0 && !values.some(v => wanted[i].includes(v)));
      own.forEach((values, i) => {
        if (counted && misses.every((miss, j) => !miss || i === j)) { values.forEach(v => { counts[i][v] += 1; }); }
      });
      return !misses.includes(true);
    });
    shown = pass(found.hits.slice(0, full), true);
    whole = shown.length;
    shown = shown.concat(pass(found.hits.slice(full), all));
    if (facets) { drawFilters(facets, wanted, counts); }
  }

  function lay(failed, none) {
    failure.hidden = !failed;
    browse.hidden = advice.hidden = !none;
    filters.hidden = sorts[0].parentNode.hidden = failed || none;
  }

  function report() {
    const none = !found.hits.length;
    const asked = '“' + (found.corrected || found.query) + '”';
    lay(false, none);
    reset.hidden = !narrowed();
    put(filters.querySelector('.count'), reset.hidden ? '' : '(' + narrowed() + ')');
    sorts.forEach(button => button.setAttribute('aria-pressed', (button.dataset.sort === 'ngay') === byDate()));
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
  }

  function link(query, verbatim) {
    const to = new URLSearchParams(state);
    to.set('q', query);
    to.delete('nguyen-van');
    if (verbatim) { to.set('nguyen-van', 1); }
    return make('a', {href: '?' + to}, query);
  }

  // It is read out when the reader has stopped typing.
  function tell(text) {
    clearTimeout(late);
    clearTimeout(quiet);
    put(count, text);
    quiet = setTimeout(() => put(get('ket-qua-bao'), text, corrected.hidden ? '' : ' ' + corrected.textContent), 800);
  }

  // One by one, in order, each in the place of what is there, so that nothing jumps.
  function fill(from, then) {
    const mine = turn;
    const part = shown.slice(from, Math.min(from + PAGE, all ? shown.length : whole));
    const ready = [];
    let next = 0;
    const advance = () => {
      for (; ready[next]; next += 1) {
        const old = list.children[from + next];
        if (old) { old.replaceWith(ready[next]); } else { list.append(ready[next]); }
      }
      if (next < part.length) { return; }
      while (list.children.length > from + next) { list.lastChild.remove(); }
      more.hidden = from + next >= shown.length;
      put(more, all || from + next < whole ? 'Xem thêm kết quả'
        : 'Xem thêm ' + dotted(shown.length - whole) + ' bài chỉ có một phần các từ');
      list.dataset.done = found.query;
      then();
      suggest();
    };
    part.forEach((n, i) => portalSearch.article(n, article => {
      if (mine !== turn) { return; }
      ready[i] = article ? result(article, found.words) : make('li', {className: 'quiet'}, 'Chưa tải được bài này.');
      if (!article) { failure.hidden = false; }
      advance();
    }));
    if (!part.length) { advance(); }
  }

  function result({u, t, s, d, p, c, k, b}, words) {
    const text = s + '\n' + b;
    const heading = make('a', {href: list.dataset.root + u});
    const excerpt = make('p');
    const marks = [t, text].map(each => hits(each, words));
    // Where a word stands as it was typed, the same letters with other marks are another word.
    const exact = new Set([].concat(...marks).map(hit => hit.loose ? -1 : hit.word));
    const [inTitle, inText] = marks.map(each => each.filter(hit => !hit.loose || !exact.has(hit.word)));
    const [start, end] = cut(text, inText);
    write(heading, t, 0, t.length, inTitle);
    if (start && text[start - 1] !== '\n') { excerpt.append('… '); }
    write(excerpt, text, start, end, inText);
    if (end < text.length) { excerpt.append(' …'); }
    return make('li', {}, heading, make('p', {className: 'meta'}, make('b', {}, k === 'practice' ? 'Cách làm hay' : 'Tin tức'),
      ...[p, d, c].map(fact => fact && ' · ' + fact)), excerpt);
  }

  // The words of a text that the query asks for.
  function hits(text, words) {
    const made = [];
    portalSearch.tokens(text).forEach((token, at) => {
      const alike = each => each.folded.includes(token.folded);
      let word = words.findIndex(each => each.exact === token.exact || each.bare && alike(each));
      const loose = word < 0;
      if (loose) { word = words.findIndex(alike); }
      if (word >= 0) { made.push({word, loose, at, start: token.start, end: token.end}); }
    });
    return made;
  }

  // From where to where an excerpt goes: around the most and the rarest words of the query, best side by side.
  function cut(text, marks) {
    const often = {};
    let [best, from, to] = [0, 0, 0];
    marks.forEach(({word}) => { often[word] = (often[word] || 0) + 1; });
    marks.forEach((first, i) => {
      const seen = new Set();
      let score = 0;
      for (let j = i; j < marks.length && marks[j].end - first.start < LENGTH; j += 1) {
        const {word, at, end} = marks[j];
        const pair = j > i && at === marks[j - 1].at + 1 && word === marks[j - 1].word + 1 ? -word : word;
        [word, pair].forEach(each => {
          if (!seen.has(each)) { score += (each < 0 ? 2 : 1) * (1 + 1 / often[word]); }
          seen.add(each);
        });
        if (score > best) { [best, from, to] = [score, first.start, end]; }
      }
    });
    const spare = LENGTH - to + from;
    const before = text.slice(Math.max(from - spare, 0), from);
    const sentence = /^[^]*(\n|[.!?] )/.exec(before);
    const start = from - before.length
      + (sentence ? sentence[0].length : from > spare ? before.indexOf(' ', spare / 2) + 1 : 0);
    return [start, text.length < start + LENGTH + 20 ? text.length : Math.max(text.lastIndexOf(' ', start + LENGTH), to)];
  }

  // Neighbours are marked as one.
  function write(into, text, start, end, marks) {
    const plain = to => into.append(text.slice(start, to).replace(/([^.!?:;…\s])\n/g, '$1 · '));
    const inside = marks.filter(hit => hit.start >= start && hit.end <= end);
    inside.forEach((hit, i) => {
      const next = inside[i + 1];
      if (hit.start > start || !i) {
        plain(hit.start);
        start = hit.start;
      }
      if (next && /^[ -]$/.test(text.slice(hit.end, next.start))) { next.start = start; } else {
        into.append(make('mark', {}, text.slice(start, hit.end)));
        start = hit.end;
      }
    });
    plain(end);
  }

  function drawFilters(facets, wanted, counts) {
    // As long as the query is the same every box stays where it is: neither focus nor eye loses its place.
    if (stale) {
      stale = false;
      boxes = [];
      put(groups, ...facets.groups.map((group, i) => drawGroup(group, i, wanted[i], counts[i])));
    }
    boxes.forEach(({tick, i, v}) => {
      tick.checked = wanted[i].includes(v);
      put(tick.parentNode.lastChild, dotted(counts[i][v]));
    });
  }

  function drawGroup({key, title: name, values}, i, wanted, counts) {
    const order = values.map((value, v) => v).filter(v => counts[v] || wanted.includes(v)).sort((a, b) =>
      values[a].former - values[b].former
      || (key === 'nam' ? values[b].name - values[a].name : counts[b] - counts[a]) || a - b);
    const group = make('fieldset', {}, make('legend', {}, name));
    let into = group;
    let former = false;
    group.hidden = !order.length;
    order.forEach((v, at) => {
      const tick = make('input', {type: 'checkbox', name: key, value: values[v].slug});
      if (at === 8 && order.length > 9) {
        const open = order.slice(8).some(each => wanted.includes(each));
        into = make('details', {open}, make('summary', {}, 'Xem cả ' + order.length));
        group.append(into);
      }
      if (values[v].former && !former) { into.append(make('p', {className: 'side-title'}, 'Trước khi sáp nhập')); }
      former = values[v].former;
      boxes.push({tick, i, v});
      into.append(make('label', {}, tick, make('span', {}, values[v].name), make('span', {className: 'count'})));
    });
    return group;
  }

  function narrow() {
    keep(true);
    settled = true;
    apply();
  }

  // Suggestions are a combobox as the ARIA Authoring Practices describe it.

  function loadNames() {
    if (names) { return; }
    names = [];
    portalSearch.suggestions(some => {
      names = some.map(({name, uri, kind}) => ({name, kind, href: list.dataset.root + uri, words: folded(name)}));
      suggest();
      if (found) { offerNearest(); }
    });
  }

  function suggest() {
    const typed = folded(input.value);
    const last = active < 0 ? '' : options.children[active].dataset.href;
    const early = ({words}) => words[0].startsWith(typed[0]) ? 0 : 1;
    const fits = (names || []).filter(({words}) => typed.every(word => words.some(own => own.startsWith(word))))
      .sort((a, b) => early(a) - early(b));
    const titles = links().slice(0, 3).map(({text, href}) => ({name: text, href, kind: 'Bài viết'}));
    put(options, ...fits.slice(0, 6).concat(titles).map(({name, href, kind}, i) => {
      const option = make('li', {id: '_goi-y-' + i}, make('span', {}, name), make('span', {className: 'count'}, kind));
      option.dataset.href = href;
      option.setAttribute('role', 'option');
      return option;
    }));
    options.hidden = closed;
    get('_cach-go').hidden = !closed || !!input.value;
    input.setAttribute('aria-expanded', !closed && !!options.firstChild);
    choose(closed ? -1 : [...options.children].findIndex(option => option.dataset.href === last));
  }

  function choose(to) {
    active = to;
    input.removeAttribute('aria-activedescendant');
    [...options.children].forEach((option, i) => {
      option.setAttribute('aria-selected', i === to);
      if (i === to) {
        input.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({block: 'nearest', inline: 'nearest'});
      }
    });
  }

  // Names of which at least half are words of the query, or differ from these in one letter.
  function offerNearest() {
    loadNames();
    const typed = folded(found.query).filter(word => word.length > 2);
    const score = ({words}) => words.filter(own => typed.some(word => differ(own, word) < 2)).length / words.length;
    const near = names.filter(name => score(name) >= 0.5).sort((a, b) => score(b) - score(a)).slice(0, 6);
    nearest.hidden = !near.length;
    put(nearest.lastElementChild, ...near.map(({name}) => make('li', {}, link(name))));
  }

  // How many letters stand between the beginning and the end that two words share.
  function differ(a, b) {
    const most = Math.min(a.length, b.length);
    let [head, tail] = [0, 0];
    while (head < most && a[head] === b[head]) { head += 1; }
    while (head + tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) { tail += 1; }
    return Math.max(a.length, b.length) - head - tail;
  }

  on(input, 'focus', () => setTimeout(() => {
    if (input.value) { return; }
    closed = false;
    loadNames();
    suggest();
  }, 300));

  on(input, 'input', () => {
    clearTimeout(typing);
    delete list.dataset.done;
    closed = false;
    typing = setTimeout(() => {
      take();
      state.delete('nguyen-van');
      keep(settled);
      settled = false;
      run();
    }, 40);
  });

  function take() {
    if (input.value) { state.set('q', input.value); } else { state.delete('q'); }
  }

  on(input.form, 'submit', event => {
    event.preventDefault();
    clearTimeout(typing);
    closed = settled = true;
    take();
    keep(true);
    run();
    // The keyboard of a phone hides the results as long as the field has the focus.
    if (matchMedia('(pointer: coarse)').matches) { count.focus(); }
  });

  on(input, 'keydown', event => {
    const {key} = event;
    const to = active + {ArrowDown: 1, ArrowUp: -1}[key];
    const [link] = links();
    if (event.isComposing) { return; }
    if (to >= -1 && to < (closed ? 0 : options.children.length)) {
      choose(to);
    } else if (key === 'ArrowDown' && link) {
      choose(-1);
      link.focus();
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

  on(more, 'click', () => {
    const from = list.children.length;
    all = all || from >= whole;
    fill(from, () => (list.children[from].querySelector('a') || more).focus());
  });

  sorts.forEach(button => on(button, 'click', () => {
    if (button.dataset.sort) { state.set('xep', 'ngay'); } else { state.delete('xep'); }
    narrow();
  }));

  on(groups, 'change', ({target: {name}}) => {
    state.delete(name);
    boxes.forEach(({tick}) => { if (tick.name === name && tick.checked) { state.append(name, tick.value); } });
    narrow();
  });

  on(reset, 'click', () => {
    KEYS.forEach(key => state.delete(key));
    filters.firstElementChild.focus();
    narrow();
  });

  on(filters, 'toggle', () => { if (filters.open && stale) { apply(); } });

  on(failure.lastElementChild, 'click', () => {
    input.focus();
    run();
  });

  function restore() {
    state = new URLSearchParams(location.search);
    input.value = state.get('q') || '';
    settled = browse.hidden = !!input.value;
    if (list.contains(document.activeElement)) { count.focus(); }
    closed = true;
    run();
  }

  filters.open = matchMedia('(min-width: 64em)').matches;
  on(window, 'popstate', restore);
  // Then the root of the index, which the page loads after this script, is there too.
  on(document, 'DOMContentLoaded', () => {
    restore();
    if (input.value) { return; }
    portalSearch.newest(5, some => some.forEach(n => portalSearch.article(n, article => {
      if (article) { get('moi-nhat').append(result(article, [])); }
    })));
  });
}());
