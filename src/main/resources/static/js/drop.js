// File fields: show the name of the chosen file and light up while one is dragged over.
(() => {
  const drop = event => event.target.closest?.("[data-drop]");

  document.addEventListener("change", event => {
    const text = drop(event)?.querySelector("[data-drop-name]");
    if (text && event.target.files?.length) text.textContent = `${text.dataset.dropName} ${event.target.files[0].name}`;
  });

  document.addEventListener("dragover", event => drop(event)?.classList.add("is-over"));
  for (const end of ["dragleave", "drop"]) {
    document.addEventListener(end, event => drop(event)?.classList.remove("is-over"));
  }
})();
