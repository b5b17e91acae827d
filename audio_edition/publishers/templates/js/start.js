// Settings and wiring.
const prefs = store.get("prefs", {});
function setPref(name, value) {
  prefs[name] = root.dataset[name] = value;
  store.set("prefs", prefs);
  if (name === "pinyin") setPinyin(value);
}
for (const select of document.querySelectorAll("select[data-pref]")) {
  const { pref } = select.dataset;
  if (prefs[pref]) select.value = prefs[pref];
  select.addEventListener("change", () => setPref(pref, select.value));
}
if (prefs.pinyin && prefs.pinyin !== "off") setPinyin(prefs.pinyin);

audio.removeAttribute("controls");
$("bar").hidden = false;
for (const button of document.querySelectorAll("[data-do]")) button.addEventListener("click", ACTIONS[button.dataset.do]);
$("speed").addEventListener("change", event => setSpeed(+event.target.value));
$("timer").addEventListener("change", event => setTimer(event.target.value));
$("seek").addEventListener("input", event => seek(+event.target.value));
$("panel").addEventListener("keydown", event => { if (event.key === "Escape") openPanel(false); });
addEventListener("keydown", onKey);

function showState() {
  const playing = !audio.paused, button = $("toggle");
  button.setAttribute("aria-label", text(playing ? "pause" : "play"));
  button.querySelector("use").setAttribute("href", playing ? "#i-pause" : "#i-play");
  root.classList.toggle("playing", playing);
}
audio.addEventListener("play", () => { fetchWords(); showState(); eachFrame(); if (cues[current]) keepInView(cues[current].spans[0]); $("resumed").hidden = true; });
for (const event of ["pause", "ended"]) audio.addEventListener(event, () => { showState(); remember(); });
for (const event of ["timeupdate", "seeking", "seeked", "durationchange"]) audio.addEventListener(event, () => { showTime(); paint(); });
for (const event of ["seeked", "ratechange", "play", "durationchange"]) audio.addEventListener(event, tellPosition);
audio.addEventListener("loadedmetadata", resume);
if (audio.readyState > 0) resume();
let saved = 0;
audio.addEventListener("timeupdate", () => { if (Math.abs(audio.currentTime - saved) > 4) { saved = audio.currentTime; remember(); } });
addEventListener("pagehide", remember);
addEventListener("visibilitychange", () => { if (document.hidden) remember(); });

setSpeed(store.get("speed", 1));
mediaKeys();
showStory(Math.max(0, storyAt(audio.currentTime)));
paint();
