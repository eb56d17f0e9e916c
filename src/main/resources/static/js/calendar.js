// The calendar: an entry is dragged to another day or hour, or moved by Alt and the arrow keys; the form that postpones
// it is sent either way.
(() => {
  const calendar = document.querySelector("[data-calendar]");
  const form = document.getElementById("cal-move");
  if (!calendar || !form) return;
  const halfHour = 30;
  let dragged;

  const two = number => String(number).padStart(2, "0");
  const day = date => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const moment = date => `${day(date)}T${two(date.getHours())}:${two(date.getMinutes())}`;

  const move = (entry, due) => {
    if (!entry.dataset.move || due === entry.dataset.at) return;
    form.action = entry.dataset.move;
    form.elements.due.value = due;
    form.requestSubmit();
  };

  // A whole day has no hour; a timed entry keeps its hour when it goes to a day of a month.
  const target = (entry, place, event) => {
    if (!place.hasAttribute("data-timed")) {
      const hour = calendar.classList.contains("month") ? entry.dataset.at.split("T")[1] : undefined;
      return hour ? `${place.dataset.day}T${hour}` : place.dataset.day;
    }
    const box = place.getBoundingClientRect();
    const slots = place.querySelectorAll(".cal__line").length * 2;
    const slot = Math.max(0, Math.min(slots - 1, Math.floor(((event.clientY - box.top) / box.height) * slots)));
    const minutes = Number(calendar.dataset.first) * 60 + slot * halfHour;
    return `${place.dataset.day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  };

  calendar.addEventListener("dragstart", event => {
    dragged = event.target.closest("[data-move]");
    if (!dragged?.dataset.move) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.key);
    dragged.classList.add("is-dragged");
  });
  calendar.addEventListener("dragend", () => dragged?.classList.remove("is-dragged"));
  calendar.addEventListener("dragover", event => {
    const place = event.target.closest("[data-day]");
    if (!place || !dragged) return;
    event.preventDefault();
    calendar.querySelectorAll(".is-over-here").forEach(each => each.classList.remove("is-over-here"));
    place.classList.add("is-over-here");
  });
  calendar.addEventListener("drop", event => {
    const place = event.target.closest("[data-day]");
    if (!place || !dragged) return;
    event.preventDefault();
    move(dragged, target(dragged, place, event));
  });

  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -halfHour], ArrowDown: [0, halfHour] };

  calendar.addEventListener("keydown", event => {
    const entry = event.target.closest("[data-move]");
    const step = event.altKey && steps[event.key];
    if (!entry?.dataset.move || !step) return;
    event.preventDefault();
    const timed = entry.dataset.at.includes("T");
    const at = new Date(timed ? entry.dataset.at : `${entry.dataset.at}T12:00`);
    at.setDate(at.getDate() + step[0]);
    at.setMinutes(at.getMinutes() + (timed ? step[1] : 0));
    move(entry, timed ? moment(at) : day(at));
  });
})();
