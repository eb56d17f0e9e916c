// The slider of days: moves the date field beside it, which sends its form; a moment's rest gathers what is being moved.
// Arrow keys and buttons step by the chosen unit, months by the calendar. Without this the date field alone remains.
(() => {
  const rest = 250;
  const day = 86400000;
  let timer;
  let unit = "day";
  let held; // the control that had the focus when the page was asked for: it comes back hidden, so that htmx cannot focus it

  const utc = text => Date.parse(`${text}T00:00:00Z`);
  const iso = time => new Date(time).toISOString().slice(0, 10);
  const within = target => target.closest?.("[data-past-day]");
  const slider = box => box.querySelector("input[type=range]");
  const field = box => box.querySelector("input[type=date]");

  // As the company writes days: the sample is the second of January 2033.
  const written = (date, sample) => sample.replace(/2033|0?1|0?2/g, part => {
    if (part === "2033") return date.getUTCFullYear();
    const value = part.endsWith("1") ? date.getUTCMonth() + 1 : date.getUTCDate();
    return String(value).padStart(part.length, "0");
  });

  const show = box => {
    box.querySelector("[data-past-slide]").hidden = false;
    box.querySelector("[data-past-unit]").value = unit;
  };

  const tell = box => {
    const range = slider(box);
    const label = box.querySelector("[data-past-label]");
    const time = utc(box.dataset.first) + range.value * day;
    const words = range.value === range.max ? label.dataset.today
      : written(new Date(time), box.dataset.sample);
    label.textContent = words;
    range.setAttribute("aria-valuetext", words);
  };

  const send = box => {
    const range = slider(box);
    const now = range.value === range.max;
    if (now && box.dataset.leave) {
      location.assign(box.dataset.leave);
      return;
    }
    held = within(document.activeElement) ? document.activeElement.id : undefined;
    field(box).value = now ? "" : iso(utc(box.dataset.first) + range.value * day);
    field(box).dispatchEvent(new Event("change", { bubbles: true }));
  };

  const moved = box => {
    tell(box);
    clearTimeout(timer);
    timer = setTimeout(() => box.isConnected && send(box), rest);
  };

  const step = (box, direction) => {
    const range = slider(box);
    const first = utc(box.dataset.first);
    const from = new Date(first + range.value * day);
    const to = new Date(from);
    if (unit === "month") {
      to.setUTCMonth(to.getUTCMonth() + direction, 1);
      const last = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
      to.setUTCDate(Math.min(from.getUTCDate(), last));
    } else {
      to.setUTCDate(to.getUTCDate() + direction * (unit === "week" ? 7 : 1));
    }
    range.value = Math.round((to - first) / day);
    moved(box);
  };

  document.addEventListener("input", event => {
    const box = within(event.target);
    if (box && event.target.type === "range") moved(box);
  });
  // The form must not be sent by what only moves its date.
  document.addEventListener("change", event => {
    const box = within(event.target);
    if (!box || event.target.type === "date") return;
    event.stopPropagation();
    if (event.target.matches("[data-past-unit]")) unit = event.target.value;
  }, true);
  document.addEventListener("keydown", event => {
    const box = within(event.target);
    const direction = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (!box || event.target.type !== "range" || !direction) return;
    event.preventDefault();
    step(box, direction);
  });
  document.addEventListener("click", event => {
    const button = event.target.closest?.("[data-past-step]");
    if (button) step(within(button), Number(button.dataset.pastStep));
  });

  const ready = () => {
    document.querySelectorAll("[data-past-day]").forEach(show);
    if (held) document.getElementById(held)?.focus();
    held = undefined;
  };
  document.addEventListener("htmx:afterSettle", ready);
  ready();
})();
