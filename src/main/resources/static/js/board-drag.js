// Cards are dragged between the columns of the board, or onto the zones that close a deal.
(() => {
  const board = document.getElementById("board");
  if (!board?.dataset.movable || !window.Sortable) return;
  const zones = document.getElementById("drop-zones");
  let home = null;

  const options = {
    group: "deals", animation: 120, delay: 180, delayOnTouchOnly: true, draggable: "[data-deal]",
    ghostClass: "is-ghost", scrollSensitivity: 80,
    onStart: ({ item }) => {
      home = { list: item.parentNode, before: item.nextElementSibling, from: item.parentNode.dataset.cards };
      zones.hidden = false;
    },
    onEnd: ({ item, to, from }) => {
      zones.hidden = true;
      const outcome = to.dataset.drop;
      if (outcome) {
        home.list.insertBefore(item, home.before);
        item.dispatchEvent(new CustomEvent("deal-closing", { bubbles: true, detail: outcome }));
      } else if (to !== from) {
        item.dispatchEvent(new CustomEvent("deal-moved", { bubbles: true, detail: home }));
      }
    },
  };

  const watch = () => board.querySelectorAll("[data-cards]").forEach(list => {
    if (!Sortable.get(list)) Sortable.create(list, options);
  });
  zones.querySelectorAll("[data-drop]").forEach(zone => Sortable.create(zone, { group: "deals", sort: false }));
  document.addEventListener("htmx:afterSettle", watch);
  watch();
})();
