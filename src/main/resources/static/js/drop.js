// File fields: show the name of the chosen file, refuse one over the limit unsent, light up while one is dragged over.
(() => {
  const drop = event => event.target.closest?.("[data-drop]");

  const weigh = input => {
    const { dropLimit, dropTooBig } = input.dataset;
    const tooBig = dropLimit && [...input.files].some(file => file.size > Number(dropLimit));
    const problem = input.closest(".field").querySelector("[data-drop-problem]");
    input.setCustomValidity(tooBig ? dropTooBig : "");
    problem.textContent = input.validationMessage;
    problem.hidden = !tooBig;
  };

  document.addEventListener("change", event => {
    const text = drop(event)?.querySelector("[data-drop-name]");
    if (text && event.target.files?.length) text.textContent = `${text.dataset.dropName} ${event.target.files[0].name}`;
    if (drop(event)) weigh(event.target);
  });

  document.addEventListener("dragover", event => drop(event)?.classList.add("is-over"));
  for (const end of ["dragleave", "drop"]) {
    document.addEventListener(end, event => drop(event)?.classList.remove("is-over"));
  }
})();
