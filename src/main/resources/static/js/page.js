// Frame of every page: sends the CSRF token with htmx requests, moves the focus to what a page asks attention for, scrolls
// wide drawings to where they are to be looked at, goes back, lets the
// exports of a list that searches in place follow its address, keeps the
// token that forms with files send in their address out of the bar.
(() => {
  document.addEventListener("htmx:configRequest", event => {
    const token = document.querySelector('meta[name="csrf-token"]')?.content;
    if (token) event.detail.headers["X-CSRF-TOKEN"] = token;
  });

  const address = new URL(location.href);
  if (address.searchParams.has("_csrf")) {
    address.searchParams.delete("_csrf");
    history.replaceState(history.state, "", address);
  }

  const settle = root => root.querySelector?.("[data-focus]")?.focus();
  document.addEventListener("htmx:afterSwap", event => settle(event.detail.target));
  settle(document);

  const show = () => {
    for (const wide of document.querySelectorAll("[data-show]")) {
      const [box, here] = [wide, wide.querySelector(wide.dataset.show)].map(each => each?.getBoundingClientRect());
      if (here) wide.scrollLeft += here.left - box.left - (box.width - here.width) / 2;
    }
  };
  document.addEventListener("htmx:afterSettle", event => event.target.querySelector?.("[data-show]") && show());
  show();

  document.addEventListener("click", event => {
    if (event.target.closest?.("[data-back]")) history.back();
    if (event.target.closest?.("[data-print]")) print();
    const kept = event.target.closest?.("[data-searching] a");
    if (kept) kept.search = location.search;
  });
})();
