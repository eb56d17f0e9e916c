// Tells of tasks that are due soon: what came beside the number in the rail is shown as a toast, each task once.
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

  document.addEventListener("htmx:afterSwap", event => {
    if (!event.target.matches?.("[data-reminders]")) return;
    const known = told();
    for (const reminder of event.target.querySelectorAll("template[data-reminder]")) {
      if (known.includes(reminder.dataset.reminder)) continue;
      known.push(reminder.dataset.reminder);
      document.getElementById("toasts")?.append(reminder.content.cloneNode(true));
    }
    localStorage.setItem(key, JSON.stringify(known.slice(-most)));
  });
})();
