// What the reader does.

on(input, 'focus', () => setTimeout(() => {
  if (input.value) return;
  closed = false;
  loadNames();
  suggest();
}, 300));
on(input, 'input', () => {
  // A keyboard program such as UniKey sends several changes for one key.
  clearTimeout(typing);
  delete list.dataset.done;
  closed = false;
  typing = setTimeout(() => {
    set('nguyen-van');
    save(false);
    run();
  }, 5);
});
on(input.form, 'submit', event => {
  event.preventDefault();
  clearTimeout(typing);
  closed = true;
  save(true);
  run();
  // The keyboard of a phone hides the results.
  if (matchMedia('(pointer: coarse)').matches) count.focus();
});
const STEPS = {ArrowDown: 1, ArrowUp: -1};
on(input, 'keydown', event => {
  const {key} = event;
  const to = active + STEPS[key];
  const [first] = links();
  if (event.isComposing) return;
  if (to >= -1 && to < offers.length) {
    choose(to);
  } else if (key === 'ArrowDown' && first) {
    choose(-1);
    first.focus();
  } else if (key === 'Enter' && active >= 0) {
    location.assign(offers[active].href);
  } else if (key === 'Escape' && !closed) {
    closed = true;
    suggest();
  } else {
    return;
  }
  event.preventDefault();
});
on(options, 'mousedown', event => event.preventDefault());
on(options, 'click', ({target}) => {
  const offer = offers[[...options.children].indexOf(target.closest('li'))];
  if (offer) location.assign(offer.href);
});
on(list, 'keydown', event => {
  const to = links().indexOf(event.target) + STEPS[event.key];
  if (to >= -1) {
    event.preventDefault();
    (to < 0 ? input : links()[to] || (more.hidden ? event.target : more)).focus();
  }
});

const narrow = () => {
  save(true);
  if (found) apply();
};
on(more, 'click', async () => {
  const from = list.children.length;
  const wider = from >= whole && found.more;
  if (wider) await widen(); else all = all || from >= whole;
  await fill(wider && state.has('xep') ? 0 : from);
  ((list.children[from] || list).querySelector('a') || more).focus();
});
sorts.forEach(button => on(button, 'click', () => {
  set('xep', button.dataset.sort);
  narrow();
}));
on(filters, 'change', ({target: {name}}) => {
  state.delete(name);
  filters.querySelectorAll('[name=' + name + ']:checked').forEach(tick => state.append(name, tick.value));
  narrow();
});
on(reset, 'click', () => {
  SETS.forEach(({name}) => set(name));
  filters.firstElementChild.focus();
  narrow();
});
on(filters, 'toggle', () => { if (filters.open && !boxes && found) apply(); });
on(failure.lastElementChild, 'click', () => {
  input.focus();
  run();
});

const restore = () => {
  state = new URLSearchParams(location.search);
  kept = String(state);
  input.value = state.get('q') || '';
  settled = browse.hidden = !!input.value;
  if (list.contains(document.activeElement)) count.focus();
  closed = true;
  run();
};
filters.open = matchMedia('(min-width: 64em)').matches;
on(window, 'popstate', restore);
on(document, 'DOMContentLoaded', async () => {
  restore();
  if (input.value || !await ready()) return;
  const many = sizeOf(index);
  for (const loading of [1, 2, 3].filter(n => n <= many).map(n => article(many - n))) {
    const facts = await loading;
    if (facts) get('moi-nhat').append(result(facts, []));
  }
});
