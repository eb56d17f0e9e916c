// The board by keyboard: arrows go from card to card, with Shift they send it on; M, W and X open their dialogs.
(() => {
  const board = document.getElementById("board");
  if (!board) return;
  const movable = board.dataset.movable;

  const beside = (card, step) => {
    const columns = [...board.querySelectorAll(".column")];
    return columns[columns.indexOf(card.closest(".column")) + step];
  };

  const carry = (card, side) => {
    const list = beside(card, side)?.querySelector("[data-cards]");
    if (!list) return;
    const from = card.parentNode;
    const detail = { list: from, before: card.nextElementSibling, from: from.dataset.cards };
    list.prepend(card);
    card.firstElementChild.focus();
    card.dispatchEvent(new CustomEvent("deal-moved", { bubbles: true, detail }));
  };

  const go = (card, side) => {
    const cards = beside(card, side)?.querySelectorAll("[data-deal] > article");
    if (cards?.length) cards[Math.min([...card.parentNode.children].indexOf(card), cards.length - 1)].focus();
  };

  const close = (card, outcome) =>
    card.dispatchEvent(new CustomEvent("deal-closing", { bubbles: true, detail: outcome }));

  board.addEventListener("keydown", event => {
    const card = event.target.matches(".deal-card[tabindex]") && event.target.closest("[data-deal]");
    if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
    const side = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const key = event.key.toLowerCase();
    if (side && event.shiftKey && movable) carry(card, side);
    else if (side) go(card, side);
    else if (key === "arrowdown") card.nextElementSibling?.firstElementChild.focus();
    else if (key === "arrowup") card.previousElementSibling?.firstElementChild.focus();
    else if (key === "enter") card.querySelector(".deal-card__title").click();
    else if (key === "m") card.querySelector("[data-move]")?.click();
    else if (key === "w" && movable) close(card, "won");
    else if (key === "x" && movable) close(card, "lost");
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  // The plus in the head of a column opens the quick form there instead of the whole one.
  const quick = document.getElementById("quick");
  if (!quick) return;
  board.addEventListener("click", event => {
    const open = event.target.closest("[data-quick]");
    if (!open && !event.target.closest("[data-quick-close]")) return;
    event.preventDefault();
    quick.hidden = !open;
    if (!open) return;
    const back = new URL(board.dataset.here, location.origin);
    back.searchParams.set("quick", open.dataset.quick);
    quick.elements.stage.value = open.dataset.quick;
    quick.elements.back.value = back.pathname + back.search;
    open.closest(".column__head").after(quick);
    quick.elements.title.focus();
  });

  // A column that is loaded anew must not take the form with it.
  document.addEventListener("htmx:beforeSwap", event => {
    if (event.detail.target.contains(quick)) board.after(quick);
  });
})();
