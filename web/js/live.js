// Tells the page what changed: each name is an event on <body>, and the elements that show it fetch themselves.
// One shared worker holds the stream; without it this page holds its own; while the line is down we ask by the clock.
import htmx, { boosted, policy } from './htmx.js';
import { stream } from './stream.js';

const url = document.querySelector('meta[name=live]')?.content, { me } = document.body.dataset;
const missed = new Set();
let recent = [], up = false;

// A hidden tab notes the name and fetches once when it is shown.
// Beside the event of that name there is `live`, for what listens to many names.
const tell = name => {
  htmx.trigger(document.body, name);
  htmx.trigger(document.body, 'live', { name });
};
const fire = name => document.hidden ? missed.add(name) : tell(name);
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  const names = [...missed];
  missed.clear();
  names.forEach(fire);
});

function hear({ name, up: state }) {
  if (state !== undefined) up = state;
  if (!name) return;
  recent = [...recent.filter(([, at]) => Date.now() - at < 60_000), [name, Date.now()]];
  fire(name);
}

// A name that comes while a page is under way finds nothing to refresh on the old one: say it again on the new one.
document.addEventListener('htmx:before:request', e => {
  const { ctx } = e.detail, own = ctx.sourceElement;
  ctx.began = Date.now();
  // What was refused stays until it is mended: fetched anew, the page would forget why, and what was typed.
  const itself = !boosted(ctx) && !own.matches?.('a, button, form, input, select, textarea');
  if (itself && own.querySelector?.('[aria-invalid=true]')) e.preventDefault();
});
document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
  if (!boosted(ctx)) return;
  const since = ctx.began - 1000; // the page may have been fetched ahead, when the button went down
  new Set(recent.filter(([, at]) => at >= since).map(([name]) => name)).forEach(fire);
});

function start() {
  const name = `tillit-${me}`;
  if (!window.SharedWorker) return stream(name => hear({ name }), state => hear({ up: state })).close;
  new BroadcastChannel(name).onmessage = e => hear(e.data);
  const { port } = new SharedWorker(policy ? policy.createScriptURL(url) : url, name);
  port.onmessage = e => hear(e.data);
  port.postMessage({ since: performance.timeOrigin });
  return () => port.postMessage({ close: true });
}

if (url && me) {
  const close = start();
  setInterval(() => { if (!up) fire('resync'); }, 30_000);
  // The next person at this computer must not hear the old stream.
  document.addEventListener('submit', e => { if (e.target.matches('[data-signout]')) close(); }, true);
}
