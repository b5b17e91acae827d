// An issue that the reader has chosen is kept whole; a worker answers from there. Nothing is kept unasked.
const issueKey = page.keep || page.key;
const cacheName = "audio-edition " + issueKey, scope = new URL(page.root, location.href).href;
const canKeep = "serviceWorker" in navigator && "caches" in window && isSecureContext;

const asked = path => new URL(path, new URL(page.offline, location.href)).href;
async function keep() {
  $("keep").disabled = true;
  try {
    await navigator.serviceWorker.register(scope + "sw.js", { scope });
    const list = await (await fetch(page.offline, { cache: "no-store" })).json();
    const cache = await caches.open(cacheName);
    for (const [index, path] of list.files.entries()) {
      await cache.add(new Request(asked(path), { cache: "reload" }));
      say(`正在保存 ${index + 1} / ${list.files.length}`);
    }
    await (await caches.open("audio-edition shared")).add(scope + "index.html");
    store.set("kept:" + issueKey, list.version);
    say("已保存，没有网络也能收听");
  } catch (error) {
    await caches.delete(cacheName);
    say("没有保存成功：" + error.message);
  }
  $("keep").disabled = false;
  showKept();
}
async function forget() {
  await caches.delete(cacheName);
  store.set("kept:" + issueKey, "");
  say("已删除离线副本");
  showKept();
}
async function showKept() {
  const kept = await caches.has(cacheName);
  $("keep").textContent = kept ? "删除离线副本" : page.size ? `保存本期，离线收听（约 ${page.size}）` : "保存本期，离线收听";
  $("keep").onclick = kept ? forget : keep;
  return kept;
}
// A kept issue that has been built again is kept again, sound and text together.
async function refresh() {
  try {
    const list = await (await fetch(page.offline + "?fresh", { cache: "no-store" })).json();
    if (list.version !== store.get("kept:" + issueKey) && audio.paused) { await keep(); location.reload(); }
  } catch { /* no network: what is kept will do */ }
}
if (canKeep && page.offline) {
  $("offline").hidden = false;
  showKept().then(kept => { if (kept && navigator.onLine) refresh(); });
}
