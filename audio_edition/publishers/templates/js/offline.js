// An issue that the reader has chosen is kept whole; a worker answers from there. Nothing is kept unasked.
const issueKey = page.keep || page.key;
const cacheName = "audio-edition " + issueKey, scope = new URL(page.root, location.href).href;
const canKeep = "serviceWorker" in navigator && "caches" in window && isSecureContext && location.protocol !== "file:";

const asked = path => new URL(path, new URL(page.offline, location.href)).href;
// Each version has its cache: the old one is given up only when the new one is whole.
const versions = async () => (await caches.keys()).filter(name => name.startsWith(cacheName + " "));
const drop = async names => { for (const name of names) await caches.delete(name); };

async function keep() {
  $("keep").disabled = true;
  let name = "";
  try {
    await navigator.serviceWorker.register(scope + "sw.js", { scope });
    const list = await (await fetch(page.offline, { cache: "no-store" })).json();
    name = `${cacheName} ${list.version}`;
    const before = await versions(), cache = await caches.open(name);
    for (const [index, path] of list.files.entries()) {
      await cache.add(new Request(asked(path), { cache: "reload" }));
      say("keeping", index + 1, list.files.length);
    }
    await (await caches.open("audio-edition shared")).addAll(list.shared.map(asked));
    await drop(before.filter(old => old !== name));
    store.set("kept:" + issueKey, list.version);
    say("kept");
  } catch (error) {
    if (name && !name.endsWith(" " + store.get("kept:" + issueKey, ""))) await drop([name]);
    say("not_kept", error.message);
  }
  $("keep").disabled = false;
  showKept();
}
async function forget() {
  await drop(await versions());
  store.set("kept:" + issueKey, "");
  say("forgotten");
  showKept();
}
async function showKept() {
  const kept = (await versions()).length > 0;
  $("keep").textContent = kept ? text("forget") : page.size ? text("keep_size", page.size) : text("keep");
  $("keep").onclick = kept ? forget : keep;
  return kept;
}
// A kept issue that has been built again is kept again, sound and text together.
async function refresh() {
  try {
    const list = await (await fetch(page.offline + "?fresh", { cache: "no-store" })).json();
    const known = store.get("kept:" + issueKey, "");
    if (known && list.version !== known && audio.paused) {
      await keep();
      if (store.get("kept:" + issueKey, "") === list.version) location.reload();
    }
  } catch { /* no network: what is kept will do */ }
}
if (canKeep && page.offline) {
  $("offline").hidden = false;
  showKept().then(kept => { if (kept && navigator.onLine) refresh(); });
}
