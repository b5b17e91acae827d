// The text as a way into the sound: click or Enter on a sentence plays it, arrows go from sentence to sentence.
let stop = null; // the one sentence that Tab reaches

function setStop(span) {
  if (stop) { stop.tabIndex = -1; stop.removeAttribute("aria-describedby"); }
  stop = span;
  span.tabIndex = 0;
  span.setAttribute("aria-describedby", "hint");
}
function onSentence(event) {
  const span = event.target.closest?.("[data-t]");
  if (!span || !getSelection().isCollapsed) return;
  setStop(span.cue.spans[0]);
  seek(span.cue.t, { start: true });
}
function onSentenceKey(event) {
  const span = event.target;
  if (!span.cue || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Enter") onSentence(event);
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const at = firsts.indexOf(span.cue.spans[0]) + (event.key === "ArrowDown" ? 1 : -1);
    if (!firsts[at]) return;
    setStop(firsts[at]);
    firsts[at].focus();
  } else return;
  event.preventDefault();
}
const firsts = spans.filter(span => span.cue.spans[0] === span);
for (const span of firsts) span.tabIndex = -1;
if (firsts[0]) setStop(firsts[0]);
document.querySelector("main").addEventListener("click", onSentence);
document.querySelector("main").addEventListener("keydown", onSentenceKey);

for (const link of document.querySelectorAll("a[data-play]")) {
  link.setAttribute("role", "button");
  const start = event => { event.preventDefault(); seek(+link.dataset.play, { start: true }); };
  link.addEventListener("click", start);
  link.addEventListener("keydown", event => { if (event.key === " ") start(event); });
}
