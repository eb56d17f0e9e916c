// The words a formula may be made of: those that fit what is being typed stay in sight, and a click puts one where the
// cursor is.
(() => {
  for (const words of document.querySelectorAll("[data-words-of]")) {
    const text = document.getElementById(words.dataset.wordsOf);
    const buttons = [...words.querySelectorAll("[data-insert]")];

    const begun = () => text.value.slice(0, text.selectionStart).match(/[\p{L}\d._]*$/u)[0];

    const show = () => {
      const word = begun().toLowerCase();
      const fits = button => button.closest("div").textContent.toLowerCase().includes(word);
      const some = buttons.some(fits);
      for (const button of buttons) button.closest("div").hidden = some && !fits(button);
    };

    words.addEventListener("click", event => {
      const button = event.target.closest("[data-insert]");
      if (!button) return;
      const start = text.selectionStart - begun().length;
      text.setRangeText(button.dataset.insert, start, text.selectionEnd, "end");
      text.focus();
      text.dispatchEvent(new Event("input", { bubbles: true }));
    });
    text.addEventListener("input", show);
  }
})();
