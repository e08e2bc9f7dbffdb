/* Makes one document like another of the same look, touching only what differs. No script runs by it: the page has none. */

/** What decides the look of a page: its style sheets, its language, its classes. */
export function heads(page) {
  const sheets = [...page.querySelectorAll('link[rel~="stylesheet"], style')].map(sheet => sheet.getAttribute('href') || sheet.textContent);
  return JSON.stringify([page.documentElement.lang, page.documentElement.className, sheets]);
}

function attributes(old, fresh) {
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name)) {
      old.removeAttribute(name);
    }
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) {
      old.setAttribute(name, value);
    }
  }
}

/** Makes an element equal to one of another document, which may be taken apart for it. */
export function patch(old, fresh) {
  attributes(old, fresh);
  const a = [...old.childNodes];
  const b = [...fresh.childNodes];
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start].isEqualNode(b[start])) {
    start++;
  }
  let end = 0;
  while (end < most - start && a[a.length - 1 - end].isEqualNode(b[b.length - 1 - end])) {
    end++;
  }
  const before = a[a.length - end] || null;
  const gone = a.slice(start, a.length - end);
  const come = b.slice(start, b.length - end);
  const both = Math.min(gone.length, come.length);
  come.forEach((node, at) => {
    const twin = at < both ? gone[at] : null;
    if (twin && twin.nodeType === Node.ELEMENT_NODE && twin.nodeName === node.nodeName) {
      patch(twin, node);
    } else if (twin) {
      twin.replaceWith(old.ownerDocument.adoptNode(node));
    } else {
      old.insertBefore(old.ownerDocument.adoptNode(node), before);
    }
  });
  gone.slice(both).forEach(node => node.remove());
}
