// An issue that the reader has chosen is kept whole; a worker answers from there. Nothing is kept unasked.
const issueKey = page.keep || page.key;
const cacheName = "audio-edition " + issueKey, scope = new URL(page.root, location.href).href;
const canKeep = "serviceWorker" in navigator && "caches" in window && isSecureContext && location.protocol !== "file:";

const asked = path => new URL(path, new URL(page.offline, location.href)).href;
async function keep() {
  $("keep").disabled = true;
  try {
    await navigator.serviceWorker.register(scope + "sw.js", { scope });
    const list = await (await fetch(page.offline, { cache: "no-store" })).json();
    const cache = await caches.open(cacheName);
    for (const [index, path] of list.files.entries()) {
      await cache.add(new Request(asked(path), { cache: "reload" }));
      say("keeping", index + 1, list.files.length);
    }
    await (await caches.open("audio-edition shared")).add(scope + "index.html");
    store.set("kept:" + issueKey, list.version);
    say("kept");
  } catch (error) {
    await caches.delete(cacheName);
    say("not_kept", error.message);
  }
  $("keep").disabled = false;
  showKept();
}
async function forget() {
  await caches.delete(cacheName);
  store.set("kept:" + issueKey, "");
  say("forgotten");
  showKept();
}
async function showKept() {
  const kept = await caches.has(cacheName);
  $("keep").textContent = kept ? text("forget") : page.size ? text("keep_size", page.size) : text("keep");
  $("keep").onclick = kept ? forget : keep;
  return kept;
}
// A kept issue that has been built again is kept again, sound and text together.
async function refresh() {
  try {
    const list = await (await fetch(page.offline + "?fresh", { cache: "no-store" })).json();
    const known = store.get("kept:" + issueKey, "");
    if (known && list.version !== known && audio.paused) { await keep(); location.reload(); }
  } catch { /* no network: what is kept will do */ }
}
if (canKeep && page.offline) {
  $("offline").hidden = false;
  showKept().then(kept => { if (kept && navigator.onLine) refresh(); });
}
