// Pinyin over the characters, for all or only for the doubtful: fetched when it is first asked for, drawn near the view.
let readings = null;

async function setPinyin(which) {
  clearRuby();
  if (which === "off") return;
  try {
    readings ??= await (await fetch(page.pinyin)).json();
  } catch {
    say(location.protocol === "file:" ? "拼音需要经网址打开本页才能显示" : "拼音没有取到，请检查网络");
    return;
  }
  for (const element of document.querySelectorAll("[data-track]")) near.observe(element);
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
// readings: { track: { start of the cue in the track, hundredths of a second: [[place in the cue, pinyin, doubtful], …] } }
function drawRuby(element) {
  const ofTrack = readings[element.dataset.track] ?? {}, onlyDoubtful = root.dataset.pinyin === "doubtful";
  for (const span of element.querySelectorAll("[data-t]")) {
    if (span !== span.cue.spans[0]) continue;
    const found = new Map((ofTrack[Math.round((span.cue.t - element.dataset.from) * 100)] ?? []).filter(r => r[2] || !onlyDoubtful).map(r => [r[0], r]));
    if (found.size) annotate(span.cue.spans, found);
  }
  word = -1;
}
function annotate(spans, found) {
  let place = 0;
  for (const span of spans) for (const node of [...printedNodes(span)]) {
    const pieces = [];
    for (const char of node.data) {
      const reading = found.get(place++);
      if (reading) pieces.push(ruby(char, reading));
      else if (typeof pieces.at(-1) === "string") pieces.push(pieces.pop() + char);
      else pieces.push(char);
    }
    if (pieces.some(piece => typeof piece !== "string")) node.replaceWith(...pieces);
  }
}
function ruby(char, [, pinyin, doubtful]) {
  const element = document.createElement("ruby"), over = document.createElement("rt");
  over.textContent = pinyin;
  if (doubtful) element.className = "doubtful";
  element.append(char, over);
  return element;
}
