// The menu of saved views. A page opened with a view has its number and name in the fragment of the address; this tab
// remembers them with what the page asked then, so that a change shows until it is saved or the page is left.
(() => {
  const button = document.querySelector("[data-views]");
  const menu = document.getElementById("views");
  if (!button || !menu) return;
  const name = button.querySelector("[data-view-name]");
  const plain = name.textContent;
  const label = button.getAttribute("aria-label");
  const store = `view-${button.dataset.views}`;
  const place = ["next", "count", "quick"];

  const asked = () => [...new URLSearchParams(location.search)]
    .filter(([key, value]) => value.trim() && !place.includes(key))
    .map(pair => pair.join("="))
    .sort()
    .join("&");
  const opened = () => JSON.parse(sessionStorage.getItem(store) ?? "null");
  const forget = () => sessionStorage.removeItem(store);

  const show = () => {
    const view = opened();
    const changed = view && view.asked !== asked();
    name.textContent = view ? (changed ? `${view.name} · ${button.dataset.changed}` : view.name) : plain;
    button.setAttribute("aria-label", view ? `${label}, ${name.textContent}` : label);
    button.classList.toggle("is-changed", Boolean(changed));
  };

  const begin = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    if (given.has("view")) {
      sessionStorage.setItem(store, JSON.stringify({ id: given.get("view"), name: given.get("name"), asked: asked() }));
      history.replaceState(history.state, "", location.pathname + location.search);
    } else if (performance.getEntriesByType("navigation")[0]?.type === "navigate") {
      const from = document.referrer && new URL(document.referrer);
      if (!from || from.origin !== location.origin || from.pathname !== location.pathname) forget();
    }
    show();
  };

  menu.addEventListener("beforetoggle", async event => {
    if (event.newState !== "open") return;
    const at = location.pathname + location.search;
    const answer = await fetch(`/views/menu?at=${encodeURIComponent(at)}&open=${opened()?.id ?? 0}`, {
      headers: { "HX-Request": "true" },
    });
    if (answer.ok) menu.innerHTML = await answer.text();
  });

  menu.addEventListener("click", event => {
    if (event.target.closest("[data-view-leave]")) forget();
  });

  document.addEventListener("htmx:pushedIntoHistory", show);
  document.addEventListener("htmx:replacedInHistory", show);
  begin();
})();
