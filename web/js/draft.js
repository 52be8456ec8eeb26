// What is typed is kept with every keystroke in this browser, and a moment later on the server, for each person,
// conversation and kind. The browser's copy is only there while the server has not got it: when it is away, or the
// page goes too soon. Only the server's yes to sending, or emptying the field, forgets what was typed.
import { ready } from './htmx.js';
import { lasting } from './keep.js';

const PREFIX = 'tillit.draft', DAYS = 30, PAUSE = 800;
const seen = new WeakSet(), waiting = new Map(); // form → timer
const forms = 't-composer form[data-kind]', body = form => form.querySelector('textarea[name=body]');

const key = form => [PREFIX, document.body.dataset.me, form.closest('t-composer').dataset.draft, form.dataset.kind].join('/');
const read = stored => { try { return JSON.parse(stored); } catch { return null; } };

function show(form, kept) {
  for (const part of form.querySelectorAll('[data-saved], [data-discard]')) part.hidden = !kept;
}

function forget(form) {
  clearTimeout(waiting.get(form));
  waiting.delete(form);
  lasting.remove(key(form));
}

/** Tells the server; what it has got needs no copy here. */
async function tell(form) {
  waiting.delete(form);
  if (!form.isConnected || !form.dataset.keep) return;
  const name = key(form), text = lasting.get(name), fields = new FormData(form), data = new URLSearchParams({ kind: form.dataset.kind });
  for (const field of ['body', 'to', 'cc', 'bcc', 'about']) data.set(field, fields.get(field) ?? '');
  for (const field of ['keep', 'macro', 'with']) data.set(field, fields.getAll(field).join(','));
  data.set('act', fields.getAll('act').join('\n'));
  try {
    const answer = await fetch(form.dataset.keep, { method: 'POST', body: data, keepalive: true });
    if (answer.ok && lasting.get(name) === text) lasting.remove(name);
  } catch { /* away: the copy here stays, and the next keystroke tries again */ }
}

function typed(form) {
  const text = body(form).value;
  const kept = text !== '' && lasting.set(key(form), JSON.stringify({ text, at: Date.now() }));
  if (!kept) lasting.remove(key(form));
  show(form, text !== '');
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(tell, PAUSE, form));
}

addEventListener('input', e => {
  const form = e.target.form;
  if (form?.matches(forms) && e.target.matches('[name=body], [name=to], [name=cc], [name=bcc], [name=act], [name=with]')) typed(form);
});

// Whoever leaves the page takes nothing with them.
addEventListener('pagehide', () => { for (const form of [...waiting.keys()]) tell(form); });
document.addEventListener('htmx:before:swap', () => { for (const form of [...waiting.keys()]) tell(form); });

// New fields: what only this browser has wins over what the server kept, and over nothing; but a text that came back
// (after an error, or taken back) is what one works on.
ready(() => {
  for (const form of document.querySelectorAll(forms)) {
    if (seen.has(form)) continue;
    seen.add(form);
    const field = body(form), own = read(lasting.get(key(form)))?.text;
    if (own && (field.value === '' || field.hasAttribute('data-kept')) && own !== field.value) {
      field.value = own;
      typed(form);
    }
  }
});

// A form on its way is kept no more; if it is refused, its text comes back with the answer.
document.addEventListener('htmx:before:request', ({ detail: { ctx } }) => {
  const form = ctx.sourceElement;
  if (form.matches?.(forms)) clearTimeout(waiting.get(form)), waiting.delete(form);
});
document.addEventListener('htmx:before:swap', ({ detail: { ctx } }) => {
  const form = ctx.sourceElement;
  if (form.matches?.(forms) && ctx.response?.status < 300) forget(form);
});
addEventListener('submit', e => {
  // A field called id would stand for the form's own.
  if (!e.target.getAttribute?.('id')?.startsWith('discard-')) return;
  const form = document.querySelector(`t-composer form[data-kind="${e.target.dataset.kind}"]`);
  if (form) { body(form).value = ''; forget(form); }
}, true);

// Old drafts go, so that the store never fills up.
for (const name of lasting.keys()) {
  if (name.startsWith(PREFIX) && !(Date.now() - read(lasting.get(name))?.at < DAYS * 86_400_000)) lasting.remove(name);
}
