/* Vietnamese text and dates, as the program itself folds and reads them. */

/** Lower case without any diacritic, đ as d. */
export function fold(text) {
  return text.normalize('NFKD').toLowerCase().replace(/đ/g, 'd').replace(/\p{Mn}+/gu, '');
}

/** Folded, only a–z and 0–9, words with one blank between. */
export const folded = text => fold(text).replace(/[^a-z0-9]+/g, ' ').trim();

export const collator = new Intl.Collator('vi', { numeric: true });

const TIME = '(?<h>\\d{1,2})[:hH](?<i>\\d{2})(?::\\d{2})?';
const LOCAL = '(?<d>\\d{1,2})(?<sep>[/.-])(?<m>\\d{1,2})\\k<sep>(?<y>\\d{4})';
const GAP = '(?:\\s*[-–—,T]\\s*|\\s+)';
const FORMS = [
  new RegExp(`^(?<y>\\d{4})-(?<m>\\d{1,2})-(?<d>\\d{1,2})(?:${GAP}${TIME})?$`),
  new RegExp(`^${LOCAL}(?:${GAP}${TIME})?$`),
  new RegExp(`^${TIME}${GAP}${LOCAL}$`),
];
const two = n => String(n).padStart(2, '0');

/** Year, month, day, hour and minute of a written date; null where it is none. */
export function parseDate(text) {
  for (const form of FORMS) {
    const found = form.exec(text.trim());
    if (found) {
      const g = found.groups;
      const day = new Date(Date.UTC(+g.y, +g.m - 1, +g.d));
      const real = day.getUTCMonth() === +g.m - 1 && day.getUTCDate() === +g.d;
      const timed = g.h !== undefined;
      return real && !(timed && (+g.h > 23 || +g.i > 59))
        ? { y: +g.y, m: +g.m, d: +g.d, h: timed ? +g.h : null, i: timed ? +g.i : null }
        : null;
    }
  }
  return null;
}

/** As readers see it, 12/09/2018 08:30; what is no date stays as it is. */
export function shownDate(text) {
  const at = parseDate(text);
  return at ? `${two(at.d)}/${two(at.m)}/${at.y}` + (at.h === null ? '' : ` ${two(at.h)}:${two(at.i)}`) : text;
}

/** As it stands in files, 2018-09-12 08:30; what is no date stays as it is. */
export function writtenDate(text) {
  const at = parseDate(text);
  return at ? `${at.y}-${two(at.m)}-${two(at.d)}` + (at.h === null ? '' : ` ${two(at.h)}:${two(at.i)}`) : text.trim();
}

/** Date and time in Việt Nam, as it stands in files. */
export function nowWritten(withTime) {
  const text = new Date().toLocaleString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
  return text.slice(0, withTime ? 16 : 10);
}

/** 15:04 today, 15:04 ngày 22/11/2026 otherwise. */
export function clock(time) {
  const at = new Date(time);
  const text = `${two(at.getHours())}:${two(at.getMinutes())}`;
  return at.toDateString() === new Date().toDateString()
    ? text
    : `${text} ngày ${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`;
}

export function size(bytes) {
  const mega = bytes / 1048576;
  return mega >= 1 ? `${mega.toFixed(1).replace('.', ',')} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

/** A version without the fields that are empty, and without what a file does not tell apart. */
function lean(version) {
  const text = given => given === undefined ? undefined : given.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  const fields = Object.entries(version.fields || {}).map(([key, values]) => [key, values.map(value => value.normalize('NFC').trim())])
    .filter(([, values]) => values.length).sort(([a], [b]) => a < b ? -1 : 1);
  return [fields, text(version.body), text(version.text)];
}

/** Whether two versions {fields, body} or {text} make the same file. */
export const same = (a, b) => equal(lean(a), lean(b));

export const equal = (a, b) => JSON.stringify(a) === JSON.stringify(b);
