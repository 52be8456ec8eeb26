// Business time as the server sees it: its offset from this computer, and the demo's clock that may jump or stand still.
import { ready } from './htmx.js';

const listeners = new Set();
const tell = () => listeners.forEach(fn => fn());
let base = Date.now() * 1000, heard = Date.now(), still = false, known;

/** Business time in microseconds. */
export const now = () => still ? base : base + (Date.now() - heard) * 1000;

// Every element with data-now tells the time it was rendered at. Business time never goes back, so the newest is right.
function set() {
  let newest;
  for (const e of document.querySelectorAll('[data-now]')) {
    if (!newest || +e.dataset.now >= +newest.dataset.now) newest = e;
  }
  if (!newest) return;
  const paused = 'paused' in newest.dataset, told = `${newest.dataset.now} ${paused}`;
  if (told === known) return;
  known = told;
  [base, heard, still] = [+newest.dataset.now, Date.now(), paused];
}
ready(() => { set(); tell(); }); // a morph brings back what the server wrote

/** Calls `fn` every second and after new content; the answer stops it. */
export function tick(fn) {
  listeners.add(fn);
  return () => listeners.delete(fn);
}
setInterval(tell, 1000);
