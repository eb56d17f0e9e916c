// Buttons with command="show-modal|close" commandfor="id" open and close dialogs; here for browsers that lack them.
(() => {
  const native = "commandForElement" in HTMLButtonElement.prototype;

  document.addEventListener("click", event => {
    const button = event.target.closest?.("button[commandfor]");
    if (button && !native) {
      const dialog = document.getElementById(button.getAttribute("commandfor"));
      button.getAttribute("command") === "close" ? dialog?.close() : dialog?.showModal();
    }
    if (event.target instanceof HTMLDialogElement && event.target.open) {
      const box = event.target.getBoundingClientRect();
      const inside = event.clientX >= box.left && event.clientX <= box.right
        && event.clientY >= box.top && event.clientY <= box.bottom;
      if (!inside && event.clientX) event.target.close();
    }
  });

  // A dialog whose form came back with problems opens again by itself.
  for (const dialog of document.querySelectorAll("dialog[data-open]")) dialog.showModal();
})();
