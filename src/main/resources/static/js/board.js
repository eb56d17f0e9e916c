// The board: a card that was moved is sent; it stays where the server has it, with the reason when it was refused.
(() => {
  const board = document.getElementById("board");
  if (!board) return;
  const token = document.querySelector('meta[name="csrf-token"]').content;
  const live = document.getElementById("board-live");
  const stageOf = card => card.closest("[data-cards]").dataset.cards;

  // Heads and sums come from the answer; the lists stay as they are, with whatever was loaded more.
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

  const settle = (card, answer) => {
    const fresh = answer.getElementById(card.id);
    heads(answer);
    for (const toast of answer.querySelectorAll("#toasts > *")) document.getElementById("toasts").replaceChildren(toast);
    if (fresh && stageOf(fresh) === stageOf(card)) card.replaceChildren(...fresh.children);
    card.firstElementChild.classList.add("deal-card--moved");
    card.firstElementChild.focus();
    card.closest(".column").querySelector(".column__empty")?.remove();
    live.textContent = board.dataset.moved
      .replace("{deal}", card.querySelector(".deal-card__title").textContent.trim())
      .replace("{stage}", card.closest(".column").dataset.name);
  };

  // What the stage demands is asked right there; until it is answered the card stays where it was.
  const ask = (card, home, part) => {
    const dialog = document.getElementById("deal-dialog");
    home.list.insertBefore(card, home.before?.parentNode === home.list ? home.before : null);
    card.firstElementChild.focus();
    dialog.dispatchEvent(new CustomEvent("dialog:asked", { bubbles: true, detail: part }));
  };

  const send = async (card, from, home) => {
    const body = new URLSearchParams({ stage: stageOf(card), from, back: board.dataset.here });
    card.firstElementChild.classList.remove("deal-card--refused");
    card.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(`/deals/${card.dataset.deal}/moves`,
        { method: "POST", body, headers: { "X-CSRF-TOKEN": token } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const part = answer.status === 422 && page.getElementById("dialog-part");
      const problem = answer.ok
        ? page.getElementById("board")?.dataset.refusal
        : page.querySelector(".toast, main p")?.textContent.trim() || board.dataset.offline;
      if (part) ask(card, home, part);
      else problem ? refuse(card, home, problem, answer.ok ? page : null) : settle(card, page);
    } catch {
      refuse(card, home, board.dataset.offline);
    }
    card.removeAttribute("aria-busy");
  };

  board.addEventListener("deal-moved", event => send(event.target, event.detail.from, event.detail));

  board.addEventListener("deal-closing", event => {
    const back = encodeURIComponent(board.dataset.here);
    const href = `/deals/${event.target.dataset.deal}/closure/${event.detail}?back=${back}`;
    const link = Object.assign(document.createElement("a"), { href, hidden: true });
    link.dataset.dialog = "deal-dialog";
    board.append(link);
    link.click();
    link.remove();
  });
})();
