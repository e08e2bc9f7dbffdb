/* A preview is never answered from what a browser has kept: whatever worker the site has on this address goes, with its caches. */
'use strict';
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil((async () => {
  await Promise.all((await caches.keys()).map(name => caches.delete(name)));
  await self.registration.unregister();
})()));
