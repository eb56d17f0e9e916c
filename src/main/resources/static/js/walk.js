// Keeps the list a record was opened from while the record's own forms lead away and back to it.
(() => {
  const walk = document.querySelector("[data-walk]");
  if (!walk) return;
  const here = walk.dataset.walk;
  const list = new URLSearchParams(location.search).get("list");
  try {
    if (list) {
      sessionStorage.setItem("walk", JSON.stringify({ here, list }));
      return;
    }
    const kept = JSON.parse(sessionStorage.getItem("walk") ?? "{}");
    if (kept.here !== here) return;
    for (const link of walk.querySelectorAll("a")) {
      link.search = new URLSearchParams({ list: kept.list }).toString();
    }
    walk.hidden = false;
  } catch {
    // Without storage the record is shown without its neighbours.
  }
})();
