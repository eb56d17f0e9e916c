// The command palette: opens by button or Ctrl/Cmd+K, asks the server for hits, moves through them by arrows. Records
// visited last are kept in this browser, per person, and forgotten at sign-out.
(() => {
  const palette = document.getElementById("palette");
  if (!palette) return;
  const input = document.getElementById("palette-term");
  const list = document.getElementById("palette-hits");
  const store = `recent-${palette.dataset.person}`;
  const pause = 120;
  let timer;
  let asking;

  const recent = () => JSON.parse(localStorage.getItem(store) ?? "[]");

  const visited = () => {
    const title = document.querySelector("#content h1")?.textContent.trim();
    if (!title || !/^\/[a-z]+\/\d+$/.test(location.pathname)) return;
    const icon = document.querySelector(".rail [aria-current] use")?.getAttribute("href") ?? "";
    const others = recent().filter(visit => visit.href !== location.pathname);
    localStorage.setItem(store, JSON.stringify([{ href: location.pathname, title, icon }, ...others].slice(0, 7)));
  };

  const options = () => [...list.querySelectorAll("[role=option]")];

  const mark = option => {
    options().forEach(other => other.setAttribute("aria-selected", other === option));
    input.setAttribute("aria-activedescendant", option?.id ?? "");
    option?.scrollIntoView({ block: "nearest" });
  };

  const visit = ({ href, title, icon }) => {
    const hit = document.createElement("a");
    hit.className = "palette__hit";
    hit.setAttribute("role", "option");
    hit.tabIndex = -1;
    hit.href = href;
    const picture = list.querySelector(".icon")?.cloneNode(true);
    picture?.querySelector("use").setAttribute("href", icon);
    const text = document.createElement("span");
    text.textContent = title;
    hit.append(...[picture, text].filter(Boolean));
    return hit;
  };

  const addRecent = () => {
    const visits = recent().filter(({ href }) => href !== location.pathname);
    if (!visits.length) return;
    const group = document.createElement("div");
    group.className = "palette__group";
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", palette.dataset.recent);
    const label = document.createElement("p");
    label.className = "palette__label";
    label.textContent = palette.dataset.recent;
    group.append(label, ...visits.map(visit));
    list.prepend(group);
  };

  const show = html => {
    list.innerHTML = html;
    if (!input.value.trim()) addRecent();
    options().forEach((option, i) => (option.id = `hit-${i}`));
    mark(options()[0]);
    document.getElementById("palette-count").textContent = options().length;
  };

  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(`/palette?q=${encodeURIComponent(input.value)}`, {
        headers: { "HX-Request": "true" },
        signal: asking.signal,
      });
      if (answer.status === 401) location.assign("/sign-in");
      else if (answer.ok) show(await answer.text());
    } catch (failure) {
      if (failure.name !== "AbortError") throw failure;
    }
  };

  const open = () => {
    input.value = "";
    list.replaceChildren();
    if (!palette.open) palette.showModal();
    ask();
  };

  const step = by => {
    const all = options();
    const at = all.findIndex(option => option.getAttribute("aria-selected") === "true");
    mark(all[(at + by + all.length) % all.length]);
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  });

  input.addEventListener("keydown", event => {
    if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else if (event.key === "Enter") list.querySelector('[aria-selected="true"]')?.click();
    else return;
    event.preventDefault();
  });

  list.addEventListener("click", event => {
    if (event.target.closest("[role=option]")) palette.close();
  });

  document.addEventListener("click", event => {
    if (event.target.closest?.("[data-palette-open]")) open();
  });

  document.addEventListener("keydown", event => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    palette.open ? palette.close() : open();
  });

  document.addEventListener("submit", event => {
    if (event.target.getAttribute("action") === "/sign-out") localStorage.removeItem(store);
  });

  visited();
})();
