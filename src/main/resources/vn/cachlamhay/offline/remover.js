/* The site has no worker any more. This one takes its place where browsers still have it: what it kept goes, save the
   articles that readers saved themselves, and then it goes too. */
'use strict';
const NAME = 'clh ' + new URL('./', self.location).pathname + ' ';

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', event => event.waitUntil((async () => {
  const names = (await caches.keys()).filter(name => name.startsWith(NAME) && name !== NAME + 'luu');
  await Promise.all(names.map(name => caches.delete(name)));
  await self.registration.unregister();
})()));
