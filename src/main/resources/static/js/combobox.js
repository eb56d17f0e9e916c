// A text field that searches as one types: asks its source for options and keeps the chosen id in the hidden field.
(() => {
  const pause = 200;

  const open = (box, on) => {
    box.list.hidden = !on;
    box.input.setAttribute("aria-expanded", on);
    if (!on) box.input.removeAttribute("aria-activedescendant");
  };

  const mark = (box, option) => {
    for (const other of box.list.children) other.setAttribute("aria-selected", other === option);
    option?.scrollIntoView({ block: "nearest" });
    if (option) box.input.setAttribute("aria-activedescendant", option.id);
  };

  const choose = (box, option) => {
    box.hidden.value = option.dataset.value;
    box.input.value = option.dataset.text ?? option.textContent.trim();
    open(box, false);
    box.hidden.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const search = async box => {
    const term = box.input.value;
    const url = new URL(box.source, location.href);
    url.searchParams.set("q", term);
    const answer = await fetch(url, { headers: { "X-Requested-With": "fetch" } });
    if (!answer.ok || term !== box.input.value) return;
    box.list.innerHTML = await answer.text();
    [...box.list.querySelectorAll("[role=option]")].forEach((option, i) => (option.id = `${box.list.id}-${i}`));
    if (!box.list.firstElementChild) {
      const none = document.createElement("li");
      none.className = "muted";
      none.textContent = box.list.dataset.none;
      box.list.append(none);
    }
    open(box, true);
  };

  const parts = input => {
    const root = input.closest("[data-combobox]");
    return root && {
      input,
      source: root.dataset.combobox,
      hidden: root.querySelector("input[type=hidden]"),
      list: root.querySelector("[role=listbox]"),
    };
  };

  const timers = new WeakMap();

  document.addEventListener("input", event => {
    const box = event.target.matches?.("[role=combobox]") && parts(event.target);
    if (!box) return;
    box.hidden.value = "";
    clearTimeout(timers.get(event.target));
    timers.set(event.target, setTimeout(() => search(box), pause));
  });

  document.addEventListener("keydown", event => {
    const box = event.target.matches?.("[role=combobox]") && parts(event.target);
    if (!box) return;
    const options = [...box.list.querySelectorAll("[role=option]")];
    const at = options.findIndex(option => option.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown" && box.list.hidden) search(box);
    else if (event.key === "ArrowDown") mark(box, options[Math.min(at + 1, options.length - 1)]);
    else if (event.key === "ArrowUp") mark(box, options[Math.max(at - 1, 0)]);
    else if (event.key === "Enter" && !box.list.hidden && at >= 0) choose(box, options[at]);
    else if (event.key === "Escape" && !box.list.hidden) open(box, false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  document.addEventListener("mousedown", event => {
    const option = event.target.closest?.("[data-combobox] [role=option]");
    if (!option) return;
    event.preventDefault();
    choose(parts(option.closest("[data-combobox]").querySelector("[role=combobox]")), option);
  });

  document.addEventListener("focusout", event => {
    const box = event.target.matches?.("[role=combobox]") && parts(event.target);
    if (box) open(box, false);
  });
})();
