// Theme and language: the theme changes at once, and the server keeps either choice, so the next page arrives in it.
(() => {
  const root = document.documentElement;

  const keep = (what, value) =>
    fetch(`/profile/${what}`, {
      method: "POST",
      headers: { "X-CSRF-TOKEN": document.querySelector('meta[name="csrf-token"]').content },
      body: new URLSearchParams({ [what]: value }),
    });

  document.addEventListener("click", event => {
    if (!event.target.closest?.("[data-theme-toggle]")) return;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    keep("theme", root.dataset.theme);
  });

  document.addEventListener("click", async event => {
    const language = event.target.closest?.("[data-language]")?.dataset.language;
    if (!language) return;
    await keep("language", language);
    location.reload();
  });
})();
