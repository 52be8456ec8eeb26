// Tells the server that this page is open, and when somebody types in it, so that colleagues see it. A tab that is
// not looked at says nothing: its owner is not there.
import { ready } from './htmx.js';

const EVERY = 10_000, TYPED = 2_000, page = Math.random().toString(36).slice(2);
let at, timer, typed = 0;

const tell = (path, doing) => {
  const body = new URLSearchParams({ doing, page });
  // Who is there is a kindness: when it cannot be told, the next beat tells it.
  fetch(path, { method: 'POST', body, keepalive: true }).catch(() => {});
};

/** Is at `path` from now on, or nowhere. */
function be(path) {
  if (path === at) return;
  clearInterval(timer);
  if (at) tell(at, 'gone');
  at = path;
  typed = 0;
  if (!at) return;
  tell(at, 'looking');
  timer = setInterval(() => tell(at, 'looking'), EVERY);
}

const look = () => be(document.hidden ? undefined : document.querySelector('[data-beat]')?.dataset.beat);
ready(look);
document.addEventListener('visibilitychange', look);
addEventListener('pagehide', () => be(undefined));
addEventListener('pageshow', look);

addEventListener('input', ({ target }) => {
  const kind = target.form?.dataset.kind;
  if (!at || !kind || !target.matches('t-composer textarea') || Date.now() - typed < TYPED) return;
  typed = Date.now();
  tell(at, kind === 'note' ? 'noting' : 'replying');
});
