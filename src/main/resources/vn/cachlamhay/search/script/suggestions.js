// Suggestions while one types, a combobox, and names near a query that finds nothing.

const loadNames = async () => {
  if (names.length) return;
  await load('goi-y.js');
  suggest();
  if (names.length && found) offerNearest();
};

const suggest = () => {
  const typed = folded(input.value);
  const last = (offers[active] || {}).href;
  const isEarly = ({words}) => words[0].startsWith(typed[0]);
  const fits = names.filter(({words}) => typed.every(word => words.some(own => own.startsWith(word))))
    .sort((a, b) => isEarly(b) - isEarly(a));
  const titles = links().slice(0, 3).map(({text, href}) => ({name: text, href, kind: say('article')}));
  offers = closed ? [] : fits.slice(0, 6).concat(titles);
  put(options, ...offers.map(({name, kind}, i) =>
    make('li', {id: '_goi-y-' + i, role: 'option'}, make('span', {}, name), make('span', {class: 'count'}, kind))));
  options.hidden = closed;
  get('_cach-go').hidden = !closed || input.value !== '';
  mark(input, {'aria-expanded': offers.length > 0});
  choose(offers.findIndex(({href}) => href === last));
};

const choose = to => {
  active = to;
  mark(input, {'aria-activedescendant': to < 0 ? '' : '_goi-y-' + to});
  [...options.children].forEach((option, i) => {
    mark(option, {'aria-selected': i === to});
    if (i === to) option.scrollIntoView({block: 'nearest', inline: 'nearest'});
  });
};

// Names of which half the words are those of the query, or nearly.
const offerNearest = () => {
  loadNames();
  const typed = folded(found.query).filter(word => word.length > 2);
  const score = ({words}) => words.filter(own => typed.some(word => isNear(own, word))).length / words.length;
  const near = names.filter(name => score(name) >= 0.5).sort((a, b) => score(b) - score(a)).slice(0, 6);
  nearest.hidden = !near.length;
  put(nearest.lastElementChild, ...near.map(({name}) => make('li', {}, link(name))));
};
