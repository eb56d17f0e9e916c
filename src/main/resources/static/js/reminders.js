// Tells of tasks that are due soon: what came beside the number in the rail is shown as a toast, each task once. The
// number says itself in how many seconds time alone will change it, and is asked for then.
(() => {
  const key = "reminded";
  const most = 50;

  const told = () => {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? [];
    } catch {
      return [];
    }
  };

  let again;

  document.addEventListener("htmx:afterSwap", event => {
    if (!event.target.matches?.("[data-reminders]")) return;
    clearTimeout(again);
    const seconds = event.target.querySelector("[data-again]")?.dataset.again;
    if (seconds) again = setTimeout(() => htmx.trigger(event.target, "live"), seconds * 1000);
    const known = told();
    for (const reminder of event.target.querySelectorAll("template[data-reminder]")) {
      if (known.includes(reminder.dataset.reminder)) continue;
      known.push(reminder.dataset.reminder);
      document.getElementById("toasts")?.append(reminder.content.cloneNode(true));
    }
    localStorage.setItem(key, JSON.stringify(known.slice(-most)));
  });
})();
