// The bar for many tasks appears with the first chosen one; Shift chooses all between two.
(() => {
  const bar = document.getElementById("many");
  const picks = () => [...document.querySelectorAll(".task__pick")];
  let last;

  const refresh = () => {
    const chosen = picks().filter(pick => pick.checked).length;
    bar?.classList.toggle("is-shown", chosen > 0);
    document.body.classList.toggle("is-picking", chosen > 0);
  };

  document.addEventListener("click", event => {
    const pick = event.target.closest?.(".task__pick");
    if (!pick) return;
    const all = picks();
    if (event.shiftKey && last) {
      const [from, to] = [all.indexOf(last), all.indexOf(pick)].sort((a, b) => a - b);
      all.slice(from, to + 1).forEach(each => (each.checked = pick.checked));
    }
    last = pick;
    refresh();
  });

  bar?.classList.add("is-ready");
  addEventListener("pageshow", refresh);
})();
