// The sentence and the word that are heard are marked, and kept in view unless the reader looks elsewhere.
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", TICK = 0.02;
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const wordMark = window.Highlight && CSS.highlights ? new Highlight() : null;
if (wordMark) CSS.highlights.set("word", wordMark);

let current = -1, story = -1, words = [], word = -1, following = true;

// A page of many articles fetches when each word is said; the page of one article holds it.
async function fetchWords() {
  const path = page.words;
  if (!path) return;
  delete page.words;
  try {
    const lines = (await load(path)).split("\n");
    spans.forEach((span, index) => { span.dataset.w = lines[index]; });
    readWords();
  } catch { /* no network: the sentence is marked, the word is not */ }
}
// Pairs of letters: code points, ticks; 63 ticks go on in the pair after.
function decode(span) {
  const found = [], code = span.dataset.w || "";
  for (let i = 0, place = 0, time = 0, open = null; i < code.length; i += 2) {
    const chars = ALPHABET.indexOf(code[i]), ticks = ALPHABET.indexOf(code[i + 1]);
    const start = time * TICK, from = place;
    time += ticks; place += chars;
    if (chars && ticks) found.push(open = { span, start, from, to: place });
    if (open) open.end = time * TICK;
    if (ticks < 63) open = null;
  }
  return found;
}

// Text nodes of the printed text: what ruby adds is not counted.
function* printedNodes(span) {
  const walker = document.createTreeWalker(span, NodeFilter.SHOW_TEXT, n => n.parentNode.closest("rt,rp") ? 2 : 1);
  while (walker.nextNode()) yield walker.currentNode;
}

function rangeOf({ span, from, to }) {
  const range = new Range();
  let seen = 0, open = false;
  for (const node of printedNodes(span)) {
    let offset = 0;
    for (const char of node.data) {
      if (seen === from && !open) { range.setStart(node, offset); open = true; }
      offset += char.length; seen += 1;
      if (seen === to) { range.setEnd(node, offset); return range; }
    }
  }
  return null;
}

function readWords() {
  words = (cues[current]?.spans ?? []).flatMap(decode).sort((a, b) => a.start - b.start);
}

function showWord(time) {
  const index = current < 0 ? -1 : words.findLastIndex(w => w.start <= time - cues[current].t);
  const now = index >= 0 && time - cues[current].t < words[index].end + 0.08 ? index : -1;
  if (now === word) return;
  word = now;
  wordMark?.clear();
  const range = now >= 0 && wordMark ? rangeOf(words[now]) : null;
  if (range) wordMark.add(range);
}

function showCue(index) {
  if (index === current) return;
  for (const span of cues[current]?.spans ?? []) { span.classList.remove("on"); span.removeAttribute("aria-current"); }
  current = index; word = -1;
  wordMark?.clear();
  readWords();
  const cue = cues[index];
  if (!cue) return;
  for (const span of cue.spans) span.classList.add("on");
  cue.spans[0].setAttribute("aria-current", "true");
  if (!audio.paused) keepInView(cue.spans[0]);
}

function showStory(index) {
  if (index === story) return;
  stories[story]?.link?.removeAttribute("aria-current");
  story = index;
  const link = stories[index]?.link;
  link?.setAttribute("aria-current", "true");
  const list = link?.closest(".contents .all");
  if (link && list && list.scrollHeight > list.clientHeight) list.scrollTop += link.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
  $("now").textContent = stories[index]?.title ?? page.title;
  describeMedia();
}

const barHeight = () => { const box = $("bar").getBoundingClientRect(); return getComputedStyle($("player")).position === "fixed" ? box.height : 0; };
const seen = element => { const box = element.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight - barHeight(); };

function keepInView(element) {
  if (!following) {
    if (!seen(element)) { $("back").hidden = false; return; }
    following = true; // the reader has come back by scrolling
  }
  $("back").hidden = true;
  const box = element.getBoundingClientRect(), room = innerHeight - barHeight();
  if (box.top < room * 0.08 || box.bottom > room * 0.8) toView(element, room);
}

function toView(element, room) {
  const top = scrollY + element.getBoundingClientRect().top - room * 0.28;
  scrollTo({ top, behavior: calm.matches ? "auto" : "smooth" });
}

function goBack() {
  following = true;
  $("back").hidden = true;
  if (cues[current]) toView(cues[current].spans[0], innerHeight - barHeight());
}

const look = () => { following = false; };
addEventListener("wheel", look, { passive: true });
addEventListener("touchmove", look, { passive: true });
addEventListener("mousedown", event => { if (event.clientX >= root.clientWidth) look(); });
addEventListener("keydown", event => { if (/^(Page|Home|End|Arrow(Up|Down))/.test(event.key)) look(); });
document.querySelector("main").addEventListener("focusin", event => { if (!event.target.closest(".on")) look(); });
$("back").addEventListener("click", goBack);

function showTime() {
  const time = audio.currentTime;
  showCue(cueAt(time));
  showWord(time);
  showStory(storyAt(time));
}
let frame = 0;
function eachFrame() {
  cancelAnimationFrame(frame);
  showTime();
  if (!audio.paused) frame = requestAnimationFrame(eachFrame);
}
new ResizeObserver(() => root.style.setProperty("--bar", barHeight() + "px")).observe($("bar"));
