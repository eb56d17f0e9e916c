// Keeps the parts marked data-live="revision" fresh: a stream tells when something changed, and each part then asks for
// itself (its trigger is "live"), at most once in data-live-gather milliseconds. A part that does not know its revision
// was read with the page. Without the stream it asks every 30 seconds; a hidden page asks nothing.
(() => {
  const fallback = 30000;
  const unknown = "";
  let stream;
  let timer;

  const parts = () => [...document.querySelectorAll("[data-live]")];
  const busy = part => part.querySelector(":popover-open") || part.contains(document.activeElement?.closest("input, select, textarea"));

  const asked = new WeakMap();

  const ask = part => {
    const gather = Number(part.dataset.liveGather ?? 0);
    const since = Date.now() - (asked.get(part) ?? 0);
    if (since < 0) return; // it is going to be asked
    const wait = Math.max(0, gather - since);
    asked.set(part, Date.now() + wait);
    setTimeout(() => part.isConnected && htmx.trigger(part, "live"), wait);
  };

  const refresh = revision => {
    for (const part of parts().filter(part => !busy(part))) {
      const known = part.dataset.live;
      const told = revision !== unknown;
      if (told && (known === "" || part.dataset.liveGather)) part.dataset.live = revision;
      if (!told || (known !== "" && known !== revision)) ask(part);
    }
  };

  const poll = on => {
    clearInterval(timer);
    if (on) timer = setInterval(() => refresh(unknown), fallback);
  };

  const open = () => {
    if (stream || document.hidden || parts().length === 0) return;
    stream = new EventSource("/live");
    stream.addEventListener("revision", event => refresh(event.data));
    stream.addEventListener("open", () => poll(false));
    stream.addEventListener("error", () => poll(true));
  };

  const close = () => {
    poll(false);
    stream?.close();
    stream = undefined;
  };

  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", open);

  // A part may itself come later than the page.
  document.addEventListener("htmx:afterSettle", event => {
    open();
    const part = event.target.closest?.("[data-live]");
    const said = document.querySelector("[data-live-said]");
    if (part?.dataset.liveText && said && event.detail.requestConfig?.triggeringEvent?.type === "live") {
      said.textContent = part.dataset.liveText;
    }
  });

  open();
})();
