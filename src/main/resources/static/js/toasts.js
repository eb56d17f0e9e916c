// Toasts leave after ten seconds, not while they are pointed at or focused.
(() => {
  const seconds = 10;

  const leave = toast => {
    if (toast.matches(":hover, :focus-within")) setTimeout(() => leave(toast), 2000);
    else toast.remove();
  };

  const watch = toast => {
    if (toast.dataset.watched) return;
    toast.dataset.watched = "yes";
    setTimeout(() => leave(toast), seconds * 1000);
  };

  document.addEventListener("click", event => {
    if (event.target.closest?.("[data-toast-close]")) event.target.closest("[data-toast]").remove();
  });

  const region = document.getElementById("toasts");
  if (!region) return;
  new MutationObserver(() => region.querySelectorAll("[data-toast]").forEach(watch)).observe(region, { childList: true });
  region.querySelectorAll("[data-toast]").forEach(watch);
})();
