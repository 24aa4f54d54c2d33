/* Network first, always. Kept are three pages without any data, shown when a page cannot be reached. */
const KEPT = "patchbay-offline-3";
const PAGES = { en: "/offline/en", fa: "/offline/fa", "pt-BR": "/offline/pt-BR" };

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(KEPT)
      .then((cache) => cache.addAll(Object.values(PAGES)))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    Promise.all([
      caches.keys().then((names) => Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)))),
      self.registration.navigationPreload?.enable(),
    ]).then(() => self.clients.claim()),
  );
});

async function answer(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    const [, first] = new URL(event.request.url).pathname.split("/");
    const page = await caches.match(PAGES[first] ?? PAGES.en);
    return page ?? Response.error();
  }
}

self.addEventListener("fetch", (event) => {
  if (event.request.mode === "navigate") event.respondWith(answer(event));
});
