// What all parts share: the page's elements, the cues in the order of time, a store that may be missing, a voice for the status line.
const root = document.documentElement;
const page = document.body.dataset;
const audio = document.querySelector("audio");
const $ = id => document.getElementById(id);

const store = {
  get(name, otherwise) {
    try { return JSON.parse(localStorage.getItem("audio-edition:" + name)) ?? otherwise; } catch { return otherwise; }
  },
  set(name, value) {
    try { localStorage.setItem("audio-edition:" + name, JSON.stringify(value)); } catch { /* private mode: forget */ }
  },
};

// Words of the page's language; each `{}` takes the next value.
const phrases = JSON.parse(page.say);
const text = (key, ...values) => phrases[key].replace(/\{\}/g, () => values.shift());
const say = (key, ...values) => { $("status").textContent = text(key, ...values); };
const clock = seconds => {
  const s = Math.max(0, Math.floor(seconds || 0)), two = n => String(n).padStart(2, "0");
  return s >= 3600 ? `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}` : `${Math.floor(s / 60)}:${two(s % 60)}`;
};

// Data comes as a script, one at a time: a page opened from a disk may load scripts, but not fetch.
let loading = Promise.resolve();
const load = path => loading = loading.catch(() => {}).then(() => new Promise((done, fail) => {
  const script = document.createElement("script");
  script.src = path;
  script.onload = () => { script.remove(); done(self.fetched); };
  script.onerror = fail;
  document.head.append(script);
}));

// A cue is one or more spans (a table's row has one per cell) that say the same time.
const cues = [], spans = [...document.querySelectorAll("main [data-t]")];
{
  const found = new Map();
  for (const span of spans) {
    const key = span.dataset.t;
    if (!found.has(key)) found.set(key, { t: +key, spans: [] });
    span.cue = found.get(key);
    span.cue.spans.push(span);
  }
  cues.push(...[...found.values()].sort((a, b) => a.t - b.t));
  cues.forEach((cue, index) => { cue.index = index; });
}
const stories = [...document.querySelectorAll("main [data-from]")].map(element => {
  const link = document.querySelector(`nav a[href="#${CSS.escape(element.id)}"]`);
  return { element, link, from: +element.dataset.from, title: link?.firstChild.data.trim() ?? page.title };
}).sort((a, b) => a.from - b.from);

// Last of `list` that has begun at `time`; -1 before the first. Half a tick early: times are printed in hundredths.
const begun = (list, start, time) => {
  let low = 0, high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start(list[middle]) <= time + 0.006) low = middle + 1; else high = middle;
  }
  return low - 1;
};
const cueAt = time => begun(cues, cue => cue.t, time);
const storyAt = time => begun(stories, story => story.from, time);
