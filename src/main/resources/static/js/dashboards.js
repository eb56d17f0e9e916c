// The tiles of a dashboard: each shows a part of its page, read with the rights of the reader, and reads it again when
// something changed. They are put in order by drag or by their buttons, which keep the focus.
(() => {
  const board = document.querySelector("[data-tiles]");
  if (!board) return;
  const said = document.querySelector("[data-tiles-said]");
  const most = 3;

  // What stands once in a page may stand in several tiles, and what works on its page does not work here.
  const nameless = part => {
    for (const control of part.querySelectorAll("button, input, select, textarea, dialog, form, [popover]")) control.remove();
    for (const element of [part, ...part.querySelectorAll("[id]")]) element.removeAttribute("id");
    return part;
  };

  const read = async tile => {
    const answer = await fetch(tile.dataset.tileOf, { headers: { "HX-Request": "true" } });
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = [...page.querySelectorAll(tile.dataset.tilePart)];
    const parts = found.length ? found : [...page.querySelectorAll("main .empty")];
    if (!parts.length) throw new Error("nothing to show");
    tile.replaceChildren(...parts.slice(0, most).map(nameless));
  };

  const show = async tile => {
    tile.setAttribute("aria-busy", "true");
    try {
      await read(tile);
    } catch {
      tile.replaceChildren(Object.assign(document.createElement("p"), { className: "card__foot small muted", textContent: tile.dataset.failed }));
    }
    tile.removeAttribute("aria-busy");
  };

  const keep = async tile => {
    const place = [...board.children].indexOf(tile);
    said.textContent = board.dataset.moved.replace("{name}", tile.dataset.name).replace("{place}", place + 1);
    const answer = await fetch(`${board.dataset.tiles}${tile.dataset.tile}/place`, {
      method: "POST",
      redirect: "manual",
      headers: { "X-CSRF-TOKEN": document.querySelector('meta[name="csrf-token"]').content },
      body: new URLSearchParams({ to: place }),
    });
    if (answer.type !== "opaqueredirect") location.reload();
  };

  board.addEventListener("click", event => {
    const button = event.target.closest("[data-move]");
    if (!button) return;
    event.preventDefault();
    const tile = button.closest("[data-tile]");
    const up = button.dataset.move === "-1";
    const other = up ? tile.previousElementSibling : tile.nextElementSibling;
    if (!other) return;
    up ? other.before(tile) : other.after(tile);
    button.focus();
    keep(tile);
  });

  if (window.Sortable && board.querySelector(".tile__grip")) {
    Sortable.create(board, { handle: ".tile__grip", animation: 120, onEnd: event => keep(event.item) });
  }

  document.addEventListener("live", event => {
    if (event.target.matches?.("[data-tile-of]")) show(event.target);
  });

  (async () => {
    for (const tile of board.querySelectorAll("[data-tile-of]")) await show(tile);
  })();
})();
