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

  // The help lists the keys of this page too.
  const list = help?.querySelector("[data-keys]");
  for (const element of document.querySelectorAll("[data-shortcut]")) {
    if (!list) break;
    const term = document.createElement("dt");
    const key = document.createElement("kbd");
    key.textContent = element.dataset.shortcut.toUpperCase();
    term.append(key);
    const text = document.createElement("dd");
    text.textContent = element.getAttribute("aria-label") ?? element.textContent.trim();
    list.append(term, text);
  }
})();
