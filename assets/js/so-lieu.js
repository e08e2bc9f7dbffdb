/* Tables of figures: a click on a heading sorts by it. Numbers come from data-value, words in the order of Vietnamese. */
(function () {
  'use strict';
  const order = new Intl.Collator('vi', { numeric: true });

  function value(row, at) {
    const cell = row.cells[at];
    return cell.dataset.value !== undefined ? cell.dataset.value : cell.textContent.trim();
  }

  // what has no number stands last, whatever the direction
  function compare(one, other, isNumber, down) {
    if (!one || !other) { return (one ? 0 : 1) - (other ? 0 : 1); }
    const by = isNumber ? Number(one) - Number(other) : order.compare(one, other);
    return down ? -by : by;
  }

  document.querySelectorAll('table[data-sortable]').forEach(table => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, at) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const down = head.getAttribute('aria-sort') === 'ascending';
        const body = table.tBodies[0];
        const rows = [...body.rows];
        const isNumber = rows.some(row => row.cells[at].dataset.value !== undefined);
        rows.sort((one, other) => compare(value(one, at), value(other, at), isNumber, down));
        heads.forEach(each => each.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        body.append(...rows);
      });
    });
  });
}());
