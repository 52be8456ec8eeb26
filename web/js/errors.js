// Answers that must not replace what one is working on, and a network that is gone.
// The text stays, a toast says what happened, and the same thing can be tried again.
import { boosted, ready } from './htmx.js';
import { toast } from './toast.js';

let again; // what the last failed request came from
let offline = !navigator.onLine;

// Fragments that refresh themselves fail in silence: they come again.
const asked = ctx => boosted(ctx) || ctx.sourceElement.matches?.('a, button, form, input, select, textarea');

function say(id, ctx) {
  if (!asked(ctx)) return;
  again = { source: ctx.sourceElement, submitter: ctx.request.submitter };
  toast(id);
}

// htmx swaps every status but 204 and 304: a 502 would replace the conversation, draft and all.
document.addEventListener('htmx:response:error', ({ detail: { ctx } }) => {
  const { status } = ctx.response, text = ctx.text ?? '';
  if (status === 422 || status === 409 || ctx.hx?.redirect) return;
  if (boosted(ctx) && text.includes('id="main"')) return; // a whole error page of our own
  ctx.swap = 'none';
  ctx.push = ctx.replace = 'false';
  if (!text.includes('<hx-partial')) say(status >= 500 ? 'toast-error' : 'toast-refused', ctx);
});

document.addEventListener('htmx:error', ({ detail: { ctx } }) => {
  if (!ctx?.request || ctx.response) return; // only what never got an answer
  mark(true);
  say('toast-offline', ctx);
});

addEventListener('click', e => {
  const button = e.target.closest?.('[data-retry]');
  if (!button) return;
  button.closest('t-toast')?.remove();
  if (!again?.source.isConnected) return;
  if (again.source.matches('form')) again.source.requestSubmit(again.submitter?.isConnected ? again.submitter : undefined);
  else again.source.click();
});

function mark(state) {
  offline = state;
  show();
}
const show = () => document.querySelectorAll('[data-offline]').forEach(e => { e.hidden = !offline; });
document.addEventListener('htmx:after:request', () => mark(false));
addEventListener('offline', () => mark(true));
addEventListener('online', () => mark(false));
ready(show);
