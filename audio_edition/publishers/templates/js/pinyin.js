// Pinyin over the characters, for all or only for the doubtful: fetched when it is first asked for, drawn near the view.
let readings = null;

async function setPinyin(which) {
  clearRuby();
  if (which === "off") return;
  try {
    readings ??= await load(page.pinyin);
  } catch {
    say("no_pinyin");
    return;
  }
  for (const element of document.querySelectorAll("main [data-from]")) near.observe(element);
}
const near = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) { near.unobserve(target); drawRuby(target); }
}, { rootMargin: "1500px" });

function clearRuby() {
  near.disconnect();
  for (const ruby of document.querySelectorAll("main ruby")) ruby.replaceWith(ruby.firstChild.data);
  for (const span of spans) span.normalize();
  word = -1;
}
// readings: { track: { start of the cue in the track, hundredths of a second: a word per Hanzi, `-` for none, `?` if doubtful } }
const HANZI = /[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;

function drawRuby(element) {
  const ofTrack = readings[element.id] ?? {};
  for (const span of element.querySelectorAll("[data-t]")) {
    const words = ofTrack[Math.round((span.cue.t - element.dataset.from) * 100)];
    if (words && span === span.cue.spans[0]) annotate(span.cue.spans, words.split(" ")[Symbol.iterator]());
  }
  word = -1;
}
function annotate(spans, words) {
  for (const node of spans.flatMap(span => [...printedNodes(span)])) {
    const pieces = [];
    for (const char of node.data) {
      const over = HANZI.test(char) ? ruby(char, words.next().value ?? "-") : char;
      if (typeof over === "string" && typeof pieces.at(-1) === "string") pieces.push(pieces.pop() + over);
      else pieces.push(over);
    }
    if (pieces.some(piece => typeof piece !== "string")) node.replaceWith(...pieces);
  }
}
function ruby(char, pinyin) {
  const doubtful = pinyin.endsWith("?");
  if (pinyin === "-" || (root.dataset.pinyin === "doubtful" && !doubtful)) return char;
  const element = document.createElement("ruby"), over = document.createElement("rt");
  over.textContent = pinyin.replace("?", "");
  if (doubtful) element.className = "doubtful";
  element.append(char, over);
  return element;
}
