// What htmx leaves undone on page changes: clicks meant for a new tab, the last of several, and where the focus goes.
import { boosted } from './htmx.js';

// htmx 4.0.1 swallows clicks with a modifier on boosted links, so that nothing opens: keep them from it.
addEventListener('click', e => {
  const modified = e.ctrlKey || e.metaKey || e.shiftKey || e.altKey;
  if (modified && e.target.closest?.('a[href]')) e.stopImmediatePropagation();
}, true);

// Who closes a conversation and goes back at once means the list. htmx puts in whatever answers, in any order, and
// drops what comes for a page that is gone: the step taken last wins, and an earlier one brings its toasts alone.
// An earlier step that was refused still says so.
let last;
document.addEventListener('htmx:before:request', ({ detail: { ctx } }) => { if (boosted(ctx)) last = ctx; });
document.addEventListener('htmx:after:request', ({ detail: { ctx } }) => {
  if (!boosted(ctx)) return;
  if (ctx === last) {
    if (!ctx.target?.isConnected) ctx.target = document.getElementById('main') ?? ctx.target;
  } else if (ctx.response.status < 400) {
    ctx.swap = 'none';
    ctx.selectOOB = '#toasts:beforeend'; // not its sidebar
    ctx.push = ctx.replace = 'false';
    delete ctx.hx.pushurl;
    delete ctx.hx.replaceurl;
  }
});

// What was refused is seen where it stands, however far down; where no field is at fault, what is said about it is.
function showWrong(main) {
  const wrong = main?.querySelector('[aria-invalid=true]') ?? main?.querySelector('.callout[role=alert][autofocus]');
  if (!wrong) return false;
  if (wrong !== document.activeElement) wrong.focus({ preventScroll: true });
  wrong.scrollIntoView({ block: 'center' });
  return true;
}
showWrong(document.getElementById('main')); // where a whole page was fetched

// After a page change the focus would stay on <body>: a screen reader would say nothing.
document.addEventListener('htmx:after:swap', e => {
  const main = document.getElementById('main');
  if (!boosted(e.detail.ctx) || !main) return;
  if (showWrong(main) || main.contains(document.activeElement)) return;
  main.querySelector('h1[tabindex]')?.focus({ preventScroll: true });
});
