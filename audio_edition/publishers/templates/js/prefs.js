// Before the first paint: what the reader has chosen. Kept apart from the rest so that no page flashes.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  try {
    for (const [name, value] of Object.entries(JSON.parse(localStorage.getItem("audio-edition:prefs")) || {}))
      if (/^[a-z]+$/.test(name)) root.dataset[name] = value;
  } catch { /* no storage: the page's own defaults */ }
})();
