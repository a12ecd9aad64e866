// Keeps what the page is made of, so that it opens with the network off, and always as one
// version: a page gets all its files from the version that answers it, whatever the host has by
// then. Knows nothing of the notes.
//
// A new version waits until no page of the old one is open, or until a page says that it may
// come; until then the old one answers, from its own files.

// The build writes here a name that changes with whatever the page is made of, and each path with
// the hash of what it must hold, as in an `integrity` attribute.
const VERSION = "";
const FILES = {};

const home = new URL("./", location.href).href;
const prefix = `${home}#`;

addEventListener("install", event => event.waitUntil(keepEverything()));
addEventListener("activate", event => event.waitUntil(begin()));
addEventListener("message", event => {
  if (event.data === "come") event.waitUntil(skipWaiting());
});
addEventListener("fetch", event => {
  const { method, mode, url } = event.request;
  // The page is one file, whatever stands behind its address.
  const wanted = mode === "navigate" ? home : url.replace(/[?#].*/, "");
  const path = wanted.startsWith(home) ? wanted.slice(home.length) : null;
  if (method === "GET" && Object.hasOwn(FILES, path)) event.respondWith(answer(path, event.request));
});

/** Fails unless everything is there. What is there already stays, so that the next try is shorter. */
async function keepEverything() {
  const cache = await caches.open(prefix + VERSION);
  await Promise.all(Object.entries(FILES).map(async ([path, integrity]) => {
    const url = home + path;
    if (await cache.match(url)) return;
    // Under a name that stays, caches on the way may have the file of another version.
    const changes = /-[0-9a-f]{16}(?![0-9a-f])/.test(path);
    await cache.put(url, await fetch(url, { integrity, cache: changes ? "default" : "reload" }));
  }));
}

async function begin() {
  const names = await caches.keys();
  const old = names.filter(name => name.startsWith(prefix) && name !== prefix + VERSION);
  await Promise.all(old.map(name => caches.delete(name)));
  await clients.claim();
}

/** The browser may have thrown the files away; then there is the network. */
async function answer(path, request) {
  const cache = await caches.open(prefix + VERSION);
  return (await cache.match(home + path, { ignoreVary: true })) ?? fetch(request);
}
