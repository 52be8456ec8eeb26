// What htmx leaves undone on page changes: clicks meant for a new tab, and where the focus goes.
import { boosted } from './htmx.js';

// htmx 4.0.1 swallows clicks with a modifier on boosted links, so that nothing opens: keep them from it.
addEventListener('click', e => {
  const modified = e.ctrlKey || e.metaKey || e.shiftKey || e.altKey;
  if (modified && e.target.closest?.('a[href]')) e.stopImmediatePropagation();
}, true);

// After a page change the focus would stay on <body>: a screen reader would say nothing.
document.addEventListener('htmx:after:swap', e => {
  const main = document.getElementById('main');
  if (!boosted(e.detail.ctx) || !main || main.contains(document.activeElement)) return;
  main.querySelector('h1[tabindex]')?.focus({ preventScroll: true });
});
