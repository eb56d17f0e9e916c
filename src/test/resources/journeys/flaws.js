() => {
  const untranslated = () => [...new Set(document.documentElement.outerHTML.match(/\?\?[\w.-]*/g))]
    .map(found => 'text without translation: ' + found);

  const overflow = () => {
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= wide) return [];
    return [...document.querySelectorAll('body *')]
      .filter(e => e.getBoundingClientRect().right > wide + 1)
      .slice(-5).map(e => e.outerHTML.slice(0, 120)).concat('page is ' + document.documentElement.scrollWidth);
  };

  // Text that runs out of a cell of a table or ends at an edge: on a desk nothing may, on a phone only what can be pushed
  // aside; where three dots tell of it, the whole must be in a title. Fields scroll by themselves, and so does a matrix,
  // for it has as many columns as were asked for and breaks none of its words to fit.
  const cutOff = () => [...document.querySelectorAll('main *')]
    .filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1 && !e.closest('.board, svg, .sr'))
    .filter(e => !e.matches('select, input, textarea') && e.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .filter(e => {
      const style = getComputedStyle(e);
      if (style.overflowX === 'visible') return e.matches('td, th');
      if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return !e.closest('[title]');
      return innerWidth >= 1000 && !e.querySelector(':scope > .matrix:not(.matrix--events)') || !['auto', 'scroll'].includes(style.overflowX);
    })
    .map(e => e.scrollWidth + ' in ' + e.clientWidth + ' ' + e.outerHTML.slice(0, 100));

  // As WCAG 2.2 has it: a smaller target passes when the circle of 24 pixels around its middle touches no other target,
  // nor the circle of another small one. Links within a sentence are let off, and bars of a chart, for every one of their
  // figures is a link of the table too.
  const narrowTargets = () => {
    const alone = a => a.parentElement.textContent.trim() === a.textContent.trim();
    const targets = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea')]
      .filter(e => e.checkVisibility({visibilityProperty: true, opacityProperty: true}))
      .filter(e => !(e.matches('a') && getComputedStyle(e).display === 'inline' && !alone(e)))
      .filter(e => !e.closest('svg') && !e.matches('.sr, .sr *'))
      .map(e => ({e, r: (e.closest('label') ?? e).getBoundingClientRect()}))
      .filter(({r}) => r.width > 1 && r.height > 1)
      .map(({e, r}) => ({e, r, layer: e.closest('.bottom-bar, .top, .toasts, dialog, [popover]'), x: (r.left + r.right) / 2, y: (r.top + r.bottom) / 2,
        small: Math.round(r.width) < 24 || Math.round(r.height) < 24}));
    const touches = (t, o) => Math.hypot(Math.max(o.r.left - t.x, 0, t.x - o.r.right), Math.max(o.r.top - t.y, 0, t.y - o.r.bottom)) < 12
      || o.small && Math.hypot(o.x - t.x, o.y - t.y) < 24;
    const nested = (t, o) => t.e.contains(o.e) || o.e.contains(t.e);
    return targets
      .filter(t => t.small && targets.some(o => o !== t && o.layer === t.layer && !nested(t, o) && o.e.closest('label') !== (t.e.closest('label') ?? t.e) && touches(t, o)))
      .map(({r, e}) => Math.round(r.width) + 'x' + Math.round(r.height) + ' ' + e.outerHTML.slice(0, 120));
  };

  return untranslated()
    .concat(overflow().map(found => 'wider than the window: ' + found))
    .concat(cutOff().map(found => 'cut off at the side: ' + found))
    .concat(narrowTargets().map(found => 'target below 24 px: ' + found));
}
