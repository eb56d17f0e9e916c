// Single-key shortcuts, for those who have them on: data-shortcut="e" on a link or button presses it, G and a letter
// opens a page of the rail, / searches, C creates, ? shows them all. Never while something is being typed.
(() => {
  const on = document.documentElement.dataset.shortcuts === "on";
  const help = document.getElementById("shortcuts");
  const patience = 1200;
  let afterG = -Infinity;

  const typing = element => element.isContentEditable || element.closest("input, textarea, select, dialog[open], [popover]:popover-open");

  const shown = element => element.checkVisibility?.() ?? element.offsetParent !== null;

  const press = key => {
    const target = [...document.querySelectorAll(`[data-shortcut="${key}"]`)].find(shown);
    target?.click();
    return Boolean(target);
  };

  const ways = { "/": "[data-palette-open]", "?": "[commandfor=shortcuts]", c: "[popovertarget=new]" };

  const go = key => {
    const target = document.querySelector(`[data-go="${CSS.escape(key)}"]`);
    target?.click();
    return Boolean(target);
  };

  const fallback = key => {
    const target = ways[key] && document.querySelector(ways[key]);
    target?.click();
    return Boolean(target);
  };

  document.addEventListener("keydown", event => {
    if (!on || event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    const key = event.key.toLowerCase();
    if (key === "g") {
      afterG = event.timeStamp;
      return;
    }
    const done = event.timeStamp - afterG < patience ? go(key) : press(key) || fallback(key);
    afterG = -Infinity;
    if (done) event.preventDefault();
  });

  // The help lists the keys of this page too; a key with a meaning of its own here takes the place of the usual one.
  const list = help?.querySelector("[data-keys]");

  const entry = key => {
    const known = [...list.querySelectorAll("dt")].find(term => term.textContent.trim() === key);
    if (known) return known.nextElementSibling;
    const term = document.createElement("dt");
    const cap = document.createElement("kbd");
    cap.textContent = key;
    term.append(cap);
    const meaning = document.createElement("dd");
    list.append(term, meaning);
    return meaning;
  };

  for (const element of list ? document.querySelectorAll("[data-shortcut]") : []) {
    entry(element.dataset.shortcut.toUpperCase()).textContent = element.getAttribute("aria-label") ?? element.textContent.trim();
  }
})();
