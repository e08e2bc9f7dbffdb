// What was meant by wrong keys: Keys.

const changes = word => {
  const found = new Set();
  const put = (from, middle, to) => found.add(word.slice(0, from) + middle + word.slice(to));
  const {length} = word;
  const {rows} = keyboard;
  for (let i = 2; i <= length; i++) put(i - 2, word[i - 1] + word[i - 2], i);
  for (let i = length; i > 0; i--) put(i - 1, '', i);
  for (let i = 0; i < length; i++) {
    [-1, 1, -11, -10, 10, 11].forEach(step => put(i, rows[rows.indexOf(word[i]) + step], i + 1));
  }
  for (let i = 0; i <= length; i++) [...rows].forEach(letter => put(i, letter, i));
  return [...found].filter(way => way !== word && syllables.has(way));
};

const decoded = (keys, telex) => {
  let [word, tone] = ['', ''];
  for (const key of keys) {
    // Telex in the keys of VNI
    const sign = telex ? keyboard.telex[key] : key;
    const newTone = keyboard.marks[sign];
    // the first that fits, for the last letter that can take it
    const rule = [
      ['6', telex ? RegExp('.*' + key) : /.*[aeo]/, '$&\u0302'],
      ['7', /uo(?!.*o)/, 'ươ'],
      ['7', /.*(u(?=a?[^oua]*$)|o(?=[^oua]*$))/, '$&\u031b'],
      ['7', telex ? /.*a/ : /(?=.*[ou]).*a/, '$&\u0306'],
      ['8', /.*a/, '$&\u0306'],
      ['9', /^d/, 'đ']
    ].find(([of, letters]) => of === sign && letters.test(word));
    if (newTone && /[aăâeêioôơuưy]/.test(word)) {
      tone = newTone;
    } else if (rule) {
      word = word.replace(rule[1], rule[2]).normalize('NFC');
    } else if (sign !== '7' || !telex) {
      word += key;
    }
  }
  return old(word.replace(/(^(?:qu|gi)(?=[aăâeêioôơuưy]))?([aăâeêioôơuưy]+[^aăâeêioôơuưy]*)$/, (all, head = '', rest) => head + rest
    .replace(/.*[ăâêôơư]|[aeiouy]{2}(?=[aeiouy](?![aeiouy])|[^aeiouy])|./, '$&' + tone)).normalize('NFC'));
};
