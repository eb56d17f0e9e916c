// Deals: links marked data-dialog open the form they lead to as a dialog, which stays until its form is taken; forms refresh
// the parts that depend on a choice.
(() => {
  const page = async url => {
    const answer = await fetch(url, { headers: { "X-Requested-With": "fetch" } });
    if (!answer.ok) throw new Error(answer.status);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };

  const show = async (dialog, url) => {
    const part = (await page(url)).getElementById("dialog-part");
    if (!part) throw new Error("no dialog");
    fill(dialog, part);
  };

  const fill = (dialog, part) => {
    dialog.replaceChildren(...part.children);
    globalThis.htmx?.process(dialog);
    dialog.setAttribute("aria-label", part.dataset.label);
    if (!dialog.open) dialog.showModal();
    require(dialog);
    dialog.dispatchEvent(new CustomEvent("dialog:filled", { bubbles: true }));
    dialog.querySelector("[data-focus], [aria-invalid=true]")?.focus();
  };
  document.addEventListener("dialog:asked", event => fill(event.target, event.detail));

  // The form of a dialog is sent from the dialog: refused, it comes back into it; taken, the page goes where the answer says.
  const send = async (form, submitter) => {
    const action = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
    const typed = new FormData(form, submitter);
    const body = form.enctype === "multipart/form-data" ? typed : new URLSearchParams(typed);
    const answer = await fetch(action, { method: "POST", body, headers: { "X-Requested-With": "dialog" } });
    const onwards = answer.headers.get("X-Onwards");
    if (onwards) {
      const to = new URL(onwards, location.href);
      const same = to.pathname + to.search === location.pathname + location.search;
      location.assign(to);
      if (same && to.hash) location.reload();
      return;
    }
    const part = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("dialog-part");
    if (!part) throw new Error(answer.status);
    fill(form.closest("dialog"), part);
  };

  document.addEventListener("submit", event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || !form.closest("dialog[open]")) return;
    event.preventDefault();
    if (form.dataset.sending) return;
    form.dataset.sending = "yes";
    for (const button of form.closest("dialog").querySelectorAll("button:not([type=button])")) button.setAttribute("aria-busy", "true");
    send(form, event.submitter).catch(() => form.submit());
  });

  // A reason that names the competitor asks for the name at once.
  const require = root => {
    const names = root.querySelector("[data-loss] input[name=reason]:checked")?.dataset.names === "yes";
    const field = root.querySelector("[data-competitor]");
    if (!field) return;
    field.hidden = !names;
    field.querySelector("input").required = names;
  };

  document.addEventListener("click", event => {
    const link = event.target.closest?.("a[data-dialog]");
    if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      const dialog = document.getElementById(link.dataset.dialog);
      if (!dialog) return;
      event.preventDefault();
      const here = link.closest("[data-here]")?.dataset.here;
      const url = here && !link.search ? `${link.href}?back=${encodeURIComponent(here)}` : link.href;
      show(dialog, url).catch(() => location.assign(url));
    }
    const close = event.target.closest?.("dialog [data-dialog-close]");
    if (close) {
      event.preventDefault();
      close.closest("dialog").close();
    }
  });

  document.addEventListener("change", event => {
    if (event.target.matches?.("[data-loss] input[name=reason]")) require(document);
  });
  require(document);

  const refresh = async (form, part) => {
    const values = new URLSearchParams(new FormData(form));
    values.delete("_csrf");
    const fresh = (await page(`${form.dataset.dealForm}?${values}`)).querySelector(part);
    const field = document.activeElement?.name;
    form.querySelector(part).replaceWith(fresh);
    form.querySelector(`${part} [name="${field}"]`)?.focus();
  };

  document.addEventListener("change", event => {
    const asks = event.target.closest?.("[data-refresh]");
    if (asks) refresh(asks.closest("form"), asks.dataset.refresh).catch(() => {});

    const line = event.target.name?.endsWith(".product") && event.target.closest("[data-line]");
    if (!line) return;
    const chosen = line.querySelector(`[role=option][data-value="${event.target.value}"]`);
    const [quantity, price] = ["quantity", "price"].map(name => line.querySelector(`[name$=".${name}"]`));
    quantity.value ||= 1;
    const currency = line.closest("form").elements.currency.value;
    if (chosen?.dataset.price && chosen.dataset.currency === currency) price.value = chosen.dataset.price;
  });

  const add = document.querySelector("[data-line-add]");
  if (!add) return;
  add.hidden = false;
  add.addEventListener("click", () => {
    const index = document.querySelectorAll("[data-line]").length;
    const blank = document.getElementById("line-blank").innerHTML.replaceAll("lines[#]", `lines[${index}]`);
    document.getElementById("line-blank").insertAdjacentHTML("beforebegin", blank);
    document.querySelector(`[name="lines[${index}].product__text"]`).focus();
  });
})();
