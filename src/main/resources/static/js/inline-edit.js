// Editing one value in its place: a click on the value or E opens its form, Enter saves, Esc gives up, the focus returns.
(() => {
  const place = node => node?.closest?.("[data-inline]");

  const open = node => {
    const link = place(node)?.querySelector(".inline__edit");
    link?.click();
    return Boolean(link);
  };

  document.addEventListener("click", event => {
    if (event.target.closest?.("a, button, input, select, textarea, label, form")) return;
    if (!String(getSelection())) open(event.target);
  });

  document.addEventListener("keydown", event => {
    const form = event.target.closest?.("[data-inline-form]");
    if (form && event.key === "Escape") {
      form.querySelector("[data-inline-cancel]").click();
      event.stopPropagation();
      event.preventDefault();
    } else if (form && event.key === "Enter" && event.target.matches("textarea") && !event.shiftKey) {
      form.requestSubmit();
      event.preventDefault();
    } else if (!form && event.key === "e" && event.target.matches?.(".inline__edit") && open(event.target)) {
      event.stopPropagation();
      event.preventDefault();
    }
  }, true);

  document.addEventListener("htmx:afterSettle", event => {
    const swapped = document.getElementById(event.detail.target?.id);
    if (!swapped?.matches("[data-inline]")) return;
    const form = swapped.querySelector("[data-inline-form]");
    const field = form?.querySelector("input:not([type=hidden]), select, textarea");
    (field ?? swapped.querySelector(".inline__edit"))?.focus();
    if (field?.matches("input[type=text]")) field.select();
  });
})();
