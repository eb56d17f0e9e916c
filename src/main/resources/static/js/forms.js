// A form is sent once: its buttons rest while the answer is on its way. Filter forms send themselves when changed.
// What the browser itself refuses is told in the language of the page, not of the browser.
// What cannot be taken back is asked once more (data-confirm).
// Each problem in the list above a form is told with the label of its field.
(() => {
  document.addEventListener("click", event => {
    const question = event.target.closest?.("[data-confirm]")?.dataset.confirm;
    if (question && !confirm(question)) event.preventDefault();
  });

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

  const told = new Set();
  document.addEventListener("invalid", event => {
    const {valueMissing, customError} = event.target.validity;
    if (customError) return;
    const problem = valueMissing ? "missing" : "unreadable";
    event.target.setCustomValidity(document.querySelector(`meta[name="problem-${problem}"]`).content);
    told.add(event.target);
  }, true);
  for (const kind of ["input", "change"]) {
    document.addEventListener(kind, () => {
      for (const field of told) field.setCustomValidity("");
      told.clear();
    }, true);
  }

  const below = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;

  const nameProblems = root => {
    for (const list of root.querySelectorAll(".callout ul:has(a[href^='#f-'])")) {
      const named = [];
      for (const problem of list.querySelectorAll("a[href^='#f-']")) {
        const label = document.querySelector(`label[for="${CSS.escape(problem.hash.slice(1))}"]`);
        if (!label || problem.dataset.named) continue;
        problem.prepend(`${(label.querySelector("b") ?? label.firstChild).textContent.trim()}: `);
        problem.dataset.named = "yes";
        named.push({ label, row: problem.closest("li") });
      }
      named.sort((one, other) => below(one.label, other.label));
      for (const { row } of named.reverse()) list.prepend(row);
    }
  };
  addEventListener("DOMContentLoaded", () => nameProblems(document));
  for (const kind of ["htmx:afterSettle", "dialog:filled"]) {
    document.addEventListener(kind, event => nameProblems(event.target));
  }

  document.addEventListener("change", event => {
    const form = event.target.closest?.("form[data-submit-on-change]");
    if (form) form.requestSubmit();
  });
})();
