// Stands on the company's own site: tells that a visit began, where it came from and at which page. It keeps nothing in
// the browser; a visit begins with a page that was not opened from another page of the site.
(() => {
  const script = document.currentScript;
  const from = document.referrer ? new URL(document.referrer).host : '';
  if (from === location.host || !script.dataset.site) return;
  const source = new URLSearchParams(location.search).get('utm_source') || from;
  const told = new URL('/api/v1/visits/begun?site=' + encodeURIComponent(script.dataset.site), script.src);
  navigator.sendBeacon(told, JSON.stringify({source, page: location.pathname}));
})();
