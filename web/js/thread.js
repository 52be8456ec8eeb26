// [data-end]: a thread opens at its end and stays there while new messages come or the composer grows,
// unless one has scrolled away to read.
import { ready } from './htmx.js';

const ends = new WeakMap(); // whether it is at its end; unknown means it is new here
const toEnd = e => { if (ends.get(e)) e.scrollTop = e.scrollHeight; };
const sizes = new ResizeObserver(entries => entries.forEach(({ target }) => toEnd(target)));

addEventListener('scroll', ({ target: e }) => {
  if (e.matches?.('[data-end]')) ends.set(e, e.scrollHeight - e.scrollTop - e.clientHeight < 48);
}, true);

// One's own message is always shown.
document.addEventListener('htmx:before:swap', ({ detail: { ctx } }) => {
  if (!ctx.sourceElement.matches?.('t-composer form')) return;
  document.querySelectorAll('[data-end]').forEach(e => ends.set(e, true));
});

ready(() => {
  const aimed = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (const e of document.querySelectorAll('[data-end]')) {
    if (!ends.has(e)) {
      ends.set(e, !(aimed && e.contains(aimed)));
      sizes.observe(e);
    }
    toEnd(e);
  }
});
