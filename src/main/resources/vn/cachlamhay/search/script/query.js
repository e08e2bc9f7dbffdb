// What somebody looks for: Tokenizer, Query.

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
