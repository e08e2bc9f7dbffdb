/* Scores of pages, as Markdown; what took points off; exit code 1 where a score is below 100. */
import lighthouse from 'lighthouse';
import { launch } from 'chrome-launcher';

const [root, ...pages] = process.argv.slice(2);
const chrome = await launch({
  chromePath: process.env.CHROMIUM || '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'],
});
const faults = [];
console.log('| Page | performance | accessibility | best practices | SEO | FCP | LCP | TBT | CLS | KiB |');
console.log('|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
for (const page of pages) {
  const { lhr } = await lighthouse(root + page, { port: chrome.port, logLevel: 'error' });
  const scores = ['performance', 'accessibility', 'best-practices', 'seo'].map(name => lhr.categories[name]);
  const number = (name, factor, digits) => (lhr.audits[name].numericValue * factor).toFixed(digits);
  console.log(`| ${[page, ...scores.map(one => Math.round(one.score * 100)), number('first-contentful-paint', 0.001, 1) + ' s',
    number('largest-contentful-paint', 0.001, 1) + ' s', number('total-blocking-time', 1, 0) + ' ms', number('cumulative-layout-shift', 1, 3),
    number('total-byte-weight', 1 / 1024, 0)].join(' | ')} |`);
  for (const category of scores.filter(one => one.score < 1)) {
    for (const { id, weight } of category.auditRefs) {
      const audit = lhr.audits[id];
      if (weight > 0 && audit.score !== null && audit.score < 1) {
        faults.push(`${page}: ${category.id}, ${id} ${audit.score}: ${audit.title} ${audit.displayValue || ''}`);
      }
    }
  }
  process.exitCode = scores.some(one => Math.round(one.score * 100) < 100) ? 1 : process.exitCode;
}
await chrome.kill();
faults.forEach(line => console.log(line));
