// The weight of the page of all best practices on the wire, and how long a change of the filters takes: OUTPUT CHROMIUM
import {createServer} from 'node:http';
import {readFile} from 'node:fs/promises';
import {join, normalize} from 'node:path';
import {gzipSync} from 'node:zlib';
import {chromium} from 'playwright-core';

const [, , out, executablePath] = process.argv;
const TYPES = {html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', svg: 'image/svg+xml'};
let bytes = 0, files = 0;
const server = createServer(async (request, answer) => {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
  try {
    const body = gzipSync(await readFile(join(out, path)), {level: 6});
    bytes += body.length;
    files += 1;
    answer.writeHead(200, {'content-type': TYPES[path.split('.').pop()] || 'application/octet-stream', 'content-encoding': 'gzip'});
    answer.end(body);
  } catch {
    answer.writeHead(404).end();
  }
});
await new Promise(done => server.listen(0, '127.0.0.1', done));
const browser = await chromium.launch({executablePath, args: ['--no-sandbox']});
const weight = () => `${(bytes / 1024).toFixed(0)} KB in ${files} files`;
for (const slow of [1, 4]) {
  [bytes, files] = [0, 0];
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, serviceWorkers: 'block'});
  const page = await context.newPage();
  await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', {rate: slow});
  await page.goto(`http://127.0.0.1:${server.address().port}/cach-lam-hay/index.html`, {waitUntil: 'networkidle'});
  await page.waitForSelector('#_loc[data-state=done] fieldset:not([hidden]) input');
  const first = weight();
  // until the counts are there, and until the rows are
  const change = index => page.evaluate(index => new Promise(done => {
    const area = document.getElementById('_loc'), count = document.getElementById('_so'), from = performance.now();
    let counted;
    const look = new MutationObserver(() => {
      if (!counted && area.dataset.state === 'wait' && count.textContent.includes('theo')) counted = performance.now() - from;
      if (area.dataset.state === 'done') { look.disconnect(); done([counted, performance.now() - from]); }
    });
    document.querySelectorAll('#_bo-loc input')[index].click();
    look.observe(area, {attributes: true, childList: true, subtree: true, characterData: true});
  }), index);
  const times = [await change(0)];
  const after = weight();
  for (const index of [12, 0, 20, 12, 3, 20, 3]) times.push((await change(index)));
  const longest = part => Math.max(...times.map(each => each[part] || 0)).toFixed(0);
  console.log(`Chromium, processor ${slow === 1 ? 'as it is' : slow + ' times slower'}: first view ${first}, with one change of the filters ${after}`);
  console.log(`  a change: counts within ${longest(0)} ms, rows within ${longest(1)} ms (longest of ${times.length})`);
  await context.close();
}
await browser.close();
server.close();
