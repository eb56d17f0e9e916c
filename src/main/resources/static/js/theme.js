// The theme button: shows the other theme at once and keeps the choice on the server, so the next page arrives in it.
(() => {
  const root = document.documentElement;

  document.addEventListener("click", event => {
    if (!event.target.closest?.("[data-theme-toggle]")) return;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    fetch("/profile/theme", {
      method: "POST",
      headers: { "X-CSRF-TOKEN": document.querySelector('meta[name="csrf-token"]').content },
      body: new URLSearchParams({ theme: root.dataset.theme }),
    });
  });
})();
