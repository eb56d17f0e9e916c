// Table rows with a checkbox [data-row]: shift selects a range, [data-rows] all of them, a bar tells how many.
(() => {
  const bar = document.querySelector("[data-selection]");
  if (!bar) return;
  const boxes = () => [...document.querySelectorAll('input[type="checkbox"][data-row]')];
  let last;

  const tell = () => {
    const chosen = boxes().filter(box => box.checked).length;
    bar.hidden = chosen === 0;
    bar.querySelector("[data-selection-count]").textContent = chosen;
    const all = document.querySelector("[data-rows]");
    if (all) {
      all.checked = chosen > 0 && chosen === boxes().length;
      all.indeterminate = chosen > 0 && !all.checked;
    }
  };

  document.addEventListener("click", event => {
    const box = event.target.closest?.("[data-row]");
    if (box && event.shiftKey && last) {
      const all = boxes();
      const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
      all.slice(from, to + 1).forEach(other => (other.checked = box.checked));
    }
    if (box) last = box;
    if (event.target.closest?.("[data-selection-none]")) boxes().forEach(other => (other.checked = false));
    if (event.target.matches?.("[data-rows]")) boxes().forEach(other => (other.checked = event.target.checked));
    tell();
  });

  document.addEventListener("htmx:afterSwap", tell);
})();
