// A form is sent once: its buttons rest while the answer is on its way. Filter forms send themselves when changed.
(() => {
  document.addEventListener("submit", event => {
    if (event.defaultPrevented) return;
    const form = event.target;
    setTimeout(() => {
      for (const button of form.querySelectorAll("button:not([type=button])")) button.setAttribute("aria-busy", "true");
    });
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });

  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
    for (const button of document.querySelectorAll("form [aria-busy]")) button.removeAttribute("aria-busy");
  });

  document.addEventListener("change", event => {
    const form = event.target.closest?.("form[data-submit-on-change]");
    if (form) form.requestSubmit();
  });
})();
