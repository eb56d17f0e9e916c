// Frame of every page: sends the CSRF token with htmx requests, moves the focus to what a page asks attention for, goes
// back.
(() => {
  document.addEventListener("htmx:configRequest", event => {
    const token = document.querySelector('meta[name="csrf-token"]')?.content;
    if (token) event.detail.headers["X-CSRF-TOKEN"] = token;
  });

  const settle = root => root.querySelector?.("[data-focus]")?.focus();
  document.addEventListener("htmx:afterSwap", event => settle(event.detail.target));
  settle(document);

  document.addEventListener("click", event => {
    if (event.target.closest?.("[data-back]")) history.back();
    if (event.target.closest?.("[data-print]")) print();
  });
})();
