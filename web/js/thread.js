// [data-end]: a thread opens at its end and stays there while new messages come, unless one has scrolled away to read.
import { ready } from './htmx.js';

const ends = new WeakMap(); // whether it was at its end; unknown means it is new here
const all = () => document.querySelectorAll('[data-end]');

document.addEventListener('htmx:before:swap', ({ detail: { ctx } }) => {
  const wrote = ctx.sourceElement.matches?.('t-composer form'); // one's own reply is always shown
  for (const e of all()) ends.set(e, wrote || e.scrollHeight - e.scrollTop - e.clientHeight < 48);
});
ready(() => {
  const aimed = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (const e of all()) {
    const open = ends.get(e) ?? !(aimed && e.contains(aimed));
    if (open) e.scrollTop = e.scrollHeight;
    if (!ends.has(e)) ends.set(e, open);
  }
});
