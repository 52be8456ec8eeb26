// Tells the server that this page is open, and when somebody types in it, so that colleagues see it. A tab that is
// not looked at says nothing: its owner is not there.
import { ready } from './htmx.js';

const EVERY = 10_000, TYPED = 2_000, STAYS = 800, page = Math.random().toString(36).slice(2);
let at, timer, begins, told = false, typed = 0;

const tell = (path, doing) => {
  const body = new URLSearchParams({ doing, page });
  // Who is there is a kindness: when it cannot be told, the next beat tells it.
  fetch(path, { method: 'POST', body, keepalive: true }).catch(() => {});
};

/** Is at `path` from now on, or nowhere. Whoever only leafs through is there once they stay. */
function be(path, passing) {
  if (path === at) return;
  clearTimeout(begins);
  clearInterval(timer);
  if (at && told) tell(at, 'gone');
  at = path;
  typed = 0;
  told = false;
  if (!at) return;
  const begin = () => {
    told = true;
    tell(path, 'looking');
    timer = setInterval(() => tell(path, 'looking'), EVERY);
  };
  if (passing) begins = setTimeout(begin, STAYS);
  else begin();
}

function look() {
  const line = document.querySelector('[data-beat]');
  // A preview that the window has no room for is not looked at.
  const seen = !document.hidden && line && (line.checkVisibility?.() ?? true);
  be(seen ? line.dataset.beat : undefined, line?.hasAttribute('data-passing'));
}
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
