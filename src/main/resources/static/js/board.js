// The board: a card is dragged, or sent on by key; it moves at once, and goes back with the reason when it is refused.
(() => {
  const board = document.getElementById("board");
  if (!board) return;
  const token = document.querySelector('meta[name="csrf-token"]').content;
  const live = document.getElementById("board-live");
  const zones = document.getElementById("drop-zones");
  const reader = new DOMParser();
  const stageOf = card => card.closest("[data-cards]").dataset.cards;

  const heads = answer => {
    for (const id of ["board-sum", "board-stats", ...[...board.querySelectorAll(".column__head")].map(h => h.id)]) {
      const part = answer.getElementById(id);
      if (part) document.getElementById(id).replaceWith(part);
    }
  };

  // A refused card goes where the deal really is, as the answer shows it, else back to where it came from.
  const refuse = (card, home, reason, answer) => {
    const truth = answer?.getElementById(card.id)?.closest("[data-cards]")?.dataset.cards;
    const list = truth && board.querySelector(`[data-cards="${truth}"]`);
    if (list && list !== home.list) list.prepend(card);
    else home.list.insertBefore(card, home.before?.parentNode === home.list ? home.before : null);
    if (answer) heads(answer);
    card.querySelector(".deal-card__refusal")?.remove();
    const said = document.createElement("p");
    said.className = "field__error deal-card__refusal";
    said.textContent = reason;
    card.querySelector(".deal-card__title").after(said);
    card.firstElementChild.classList.add("deal-card--refused");
    card.firstElementChild.focus();
    live.textContent = reason;
  };

  // Heads and sums come from the answer; the lists stay as they are, with whatever was loaded more.
  const settle = (answer, card) => {
    const fresh = answer.getElementById(card.id);
    heads(answer);
    for (const toast of answer.querySelectorAll("#toasts > *")) document.getElementById("toasts").replaceChildren(toast);
    if (fresh && stageOf(fresh) === stageOf(card)) card.replaceChildren(...fresh.children);
    card.firstElementChild.classList.add("deal-card--moved");
    card.firstElementChild.focus();
    for (const column of board.querySelectorAll(".column")) {
      const loaded = column.querySelectorAll("[data-deal]").length;
      const empty = column.querySelector(".column__empty");
      if (empty && loaded) empty.remove();
    }
    htmx.process(board);
  };

  const send = async (card, from, home) => {
    const to = stageOf(card);
    const name = card.querySelector(".deal-card__title").textContent.trim();
    const body = new URLSearchParams({ stage: to, from, back: board.dataset.here });
    card.firstElementChild.classList.remove("deal-card--refused");
    card.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(`/deals/${card.dataset.deal}/moves`,
        { method: "POST", body, headers: { "X-CSRF-TOKEN": token } });
      const page = reader.parseFromString(await answer.text(), "text/html");
      const refusal = page.getElementById("board")?.dataset.refusal;
      const problem = answer.ok ? refusal : page.querySelector(".toast, main p")?.textContent.trim();
      if (problem || !answer.ok) {
        refuse(card, home, problem || board.dataset.offline, answer.ok ? page : null);
      } else {
        settle(page, card);
        live.textContent = board.dataset.moved.replace("{deal}", name)
          .replace("{stage}", card.closest(".column").dataset.name);
      }
    } catch {
      refuse(card, home, board.dataset.offline);
    }
    card.removeAttribute("aria-busy");
  };

  const place = card => ({ list: card.parentNode, before: card.nextElementSibling });

  const openDialog = url => {
    const link = Object.assign(document.createElement("a"), { href: url, hidden: true });
    link.dataset.dialog = "deal-dialog";
    board.append(link);
    link.click();
    link.remove();
  };

  const closure = (card, outcome) =>
    openDialog(`/deals/${card.dataset.deal}/closure/${outcome}?back=${encodeURIComponent(board.dataset.here)}`);

  if (board.dataset.movable && window.Sortable) {
    let home = null;
    const options = {
      group: "deals", animation: 120, delay: 180, delayOnTouchOnly: true, draggable: "[data-deal]",
      ghostClass: "is-ghost", scrollSensitivity: 80,
      onStart: event => { home = { ...place(event.item), from: stageOf(event.item) }; zones.hidden = false; },
      onEnd: event => {
        zones.hidden = true;
        const card = event.item;
        const outcome = event.to.dataset.drop;
        if (outcome) {
          home.list.insertBefore(card, home.before);
          closure(card, outcome);
        } else if (event.to !== event.from) send(card, home.from, home);
      },
    };
    const watch = () => board.querySelectorAll("[data-cards]").forEach(list => {
      if (!Sortable.get(list)) Sortable.create(list, options);
    });
    zones.querySelectorAll("[data-drop]").forEach(zone => Sortable.create(zone, { group: "deals", sort: false }));
    document.addEventListener("htmx:afterSettle", watch);
    watch();
  }

  const neighbour = (card, step) => {
    const columns = [...board.querySelectorAll(".column")];
    return columns[columns.indexOf(card.closest(".column")) + step];
  };

  board.addEventListener("keydown", event => {
    const card = event.target.matches(".deal-card[tabindex]") && event.target.closest("[data-deal]");
    if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
    const side = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (side && event.shiftKey && board.dataset.movable) {
      const list = neighbour(card, side)?.querySelector("[data-cards]");
      if (list) {
        const home = place(card);
        const from = stageOf(card);
        list.prepend(card);
        card.firstElementChild.focus();
        send(card, from, home);
      }
    } else if (side) {
      const cards = [...card.parentNode.children];
      const others = neighbour(card, side)?.querySelectorAll("[data-deal] > article");
      if (others?.length) others[Math.min(cards.indexOf(card), others.length - 1)].focus();
    } else if (event.key === "ArrowDown") card.nextElementSibling?.firstElementChild.focus();
    else if (event.key === "ArrowUp") card.previousElementSibling?.firstElementChild.focus();
    else if (event.key === "Enter") card.querySelector(".deal-card__title").click();
    else if (event.key.toLowerCase() === "m") card.querySelector("[data-move]")?.click();
    else if (event.key.toLowerCase() === "w" && board.dataset.movable) closure(card, "won");
    else if (event.key.toLowerCase() === "x" && board.dataset.movable) closure(card, "lost");
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  board.addEventListener("click", event => {
    const open = event.target.closest("[data-quick]");
    const close = event.target.closest("[data-quick-close]");
    const form = open ? document.getElementById(open.dataset.quick) : close?.closest("form");
    if (!form) return;
    event.preventDefault();
    form.hidden = !open;
    if (open) form.querySelector("[name=title]").focus();
  });
})();
