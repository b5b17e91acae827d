// The player: buttons, keys, speed, place, sleep timer, headset and lock screen.
const SPEEDS = [...$("speed").options].map(option => +option.value);
const placeKey = "place:" + page.key;
let timer = 0, stopAfter = -1;

function play() {
  following = true;
  audio.play().catch(error => { if (error.name !== "AbortError") say("failed", error.message); });
}
const toggle = () => (audio.paused ? play() : audio.pause());
function seek(time, { start = false } = {}) {
  audio.currentTime = Math.min(Math.max(0, time), (audio.duration || 1e9) - 0.05);
  following = true;
  if (start) play();
  showTime();
}
const jump = seconds => seek(audio.currentTime + seconds);
function sentence(step) {
  if (!cues.length) return;
  const index = cueAt(audio.currentTime);
  const early = audio.currentTime - (cues[index]?.t ?? 0) < 1.5; // back: the start of this sentence first, as players do
  const to = cues[step > 0 ? index + 1 : index - (early ? 1 : 0)];
  if (to || step < 0) seek((to ?? cues[0]).t);
}
function article(step) {
  const index = storyAt(audio.currentTime), early = audio.currentTime - (stories[index]?.from ?? 0) < 3;
  const to = stories[step > 0 ? index + 1 : Math.max(0, index - (early ? 1 : 0))];
  if (!to) return;
  seek(to.from);
  $("status").textContent = to.title;
}
function setSpeed(value) {
  audio.playbackRate = audio.defaultPlaybackRate = value;
  audio.preservesPitch = audio.webkitPreservesPitch = true;
  $("speed").value = String(value);
  store.set("speed", value);
}
function faster(step) {
  const at = SPEEDS.findIndex(speed => speed >= audio.playbackRate - 0.001);
  setSpeed(SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at + step))]);
  say("speed", audio.playbackRate);
}

function setTimer(value) {
  clearTimeout(timer);
  stopAfter = value === "article" ? storyAt(audio.currentTime) : -1;
  if (+value) timer = setTimeout(sleep, value * 60000);
  say(+value ? "stop_in" : value === "article" ? "stop_after" : "timer_off", value);
}
function sleep() {
  audio.pause();
  stopAfter = -1;
  $("timer").value = "0";
  say("slept");
}

function paint() {
  const { currentTime, duration } = audio, bar = $("seek");
  if (stopAfter >= 0 && storyAt(currentTime) > stopAfter) sleep();
  bar.max = Math.floor(duration) || 0;
  if (document.activeElement !== bar || !audio.paused) bar.value = currentTime;
  bar.setAttribute("aria-valuetext", text("place", clock(currentTime), clock(duration)));
  $("time").textContent = `${clock(currentTime)} / ${clock(duration)}`;
}
function remember() {
  if (audio.currentTime > 0 || store.get(placeKey, 0)) store.set(placeKey, audio.ended ? 0 : Math.round(audio.currentTime * 10) / 10);
}
function resume() {
  const place = store.get(placeKey, 0);
  if (!(place > 3 && place < audio.duration - 3) || audio.currentTime > 0) return;
  audio.currentTime = place;
  $("resumed").hidden = false;
  $("place").textContent = clock(place);
}

function describeMedia() {
  if (!navigator.mediaSession) return;
  navigator.mediaSession.metadata = new MediaMetadata({ title: $("now").textContent, artist: page.paper, album: page.title });
}
function mediaKeys() {
  const media = navigator.mediaSession;
  if (!media) return;
  const handlers = {
    play, pause: () => audio.pause(), stop: () => audio.pause(),
    seekbackward: event => jump(-(event.seekOffset || 10)), seekforward: event => jump(event.seekOffset || 10),
    seekto: event => seek(event.seekTime),
    previoustrack: () => (stories.length > 1 ? article(-1) : sentence(-1)), nexttrack: () => (stories.length > 1 ? article(1) : sentence(1)),
  };
  for (const [action, handler] of Object.entries(handlers)) try { media.setActionHandler(action, handler); } catch { /* not known here */ }
}
function tellPosition() {
  if (audio.duration > 0) navigator.mediaSession?.setPositionState?.({ duration: audio.duration, position: Math.min(audio.currentTime, audio.duration), playbackRate: audio.playbackRate });
}

const ACTIONS = {
  toggle, back: () => jump(-10), forward: () => jump(10), "sentence-back": () => sentence(-1), "sentence-forward": () => sentence(1),
  "article-back": () => article(-1), "article-forward": () => article(1), panel: () => openPanel(), "from-start": () => { seek(0); $("resumed").hidden = true; },
};
const KEYS = {
  " ": toggle, k: toggle, j: ACTIONS.back, l: ACTIONS.forward, ArrowLeft: ACTIONS.back, ArrowRight: ACTIONS.forward,
  ",": ACTIONS["sentence-back"], ".": ACTIONS["sentence-forward"], "[": ACTIONS["article-back"], "]": ACTIONS["article-forward"],
  "-": () => faster(-1), "=": () => faster(1), "+": () => faster(1), h: goBack, "?": () => openPanel(),
};

function onKey(event) {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || root.dataset.keys === "off") return;
  if (event.target.closest("input, select, textarea, audio") || (event.key === " " && event.target.closest("button, a, summary, [role=button]"))) return;
  const action = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

function openPanel(open = $("panel").hidden) {
  $("panel").hidden = !open;
  $("more").setAttribute("aria-expanded", String(open));
  (open ? $("panel").querySelector("select, button") : $("more")).focus();
}
