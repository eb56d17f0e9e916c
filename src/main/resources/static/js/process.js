// Rows that are put in order: by drag, or by their buttons, which move the row at once and keep the focus.
(() => {
  for (const list of document.querySelectorAll("[data-order]")) {
    const live = list.closest("form").querySelector("[data-order-live]");

    const say = row => {
      const place = [...list.children].indexOf(row) + 1;
      live.textContent = list.dataset.moved.replace("{name}", row.dataset.name).replace("{place}", place);
    };

    list.addEventListener("click", event => {
      const button = event.target.closest("[data-up], [data-down]");
      if (!button) return;
      event.preventDefault();
      const row = button.closest("[data-row]");
      const up = button.hasAttribute("data-up");
      const other = up ? row.previousElementSibling : row.nextElementSibling;
      if (!other) return;
      up ? other.before(row) : other.after(row);
      button.focus();
      say(row);
    });

    if (window.Sortable && list.querySelector(".order__grip")) {
      Sortable.create(list, { handle: ".order__grip", animation: 120, onEnd: event => say(event.item) });
    }
  }
})();
