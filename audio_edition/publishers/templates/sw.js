// Answers from an issue that the reader has kept; all else goes to the network as if this worker were not here.
"use strict";
const SHARED = "audio-edition shared"; // pages of the paper that are kept beside the issues, for when there is no network

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", event => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  if (request.cache === "no-store" || request.cache === "reload") return;
  event.respondWith(answer(request));
});

async function answer(request) {
  const url = plain(request.url);
  for (const name of await caches.keys()) {
    if (!name.startsWith("audio-edition ") || name === SHARED) continue;
    const kept = await (await caches.open(name)).match(url);
    if (kept) return part(request, kept);
  }
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(SHARED)).match(url);
    if (kept) return kept;
    throw error;
  }
}

function plain(address) {
  const url = new URL(address);
  url.search = url.hash = "";
  if (url.pathname.endsWith("/")) url.pathname += "index.html";
  return url.href;
}

// Players ask for ranges of bytes, and some play nothing that is answered otherwise.
async function part(request, response) {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get("range") || "");
  if (!asked || !(asked[1] || asked[2])) return response;
  const blob = await response.blob();
  const first = asked[1] ? +asked[1] : Math.max(0, blob.size - asked[2]);
  const last = asked[1] && asked[2] ? Math.min(+asked[2], blob.size - 1) : blob.size - 1;
  const headers = new Headers({ "Content-Type": response.headers.get("Content-Type"), "Accept-Ranges": "bytes" });
  if (first > last) {
    headers.set("Content-Range", `bytes */${blob.size}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set("Content-Range", `bytes ${first}-${last}/${blob.size}`);
  headers.set("Content-Length", String(last - first + 1));
  return new Response(blob.slice(first, last + 1), { status: 206, headers });
}
