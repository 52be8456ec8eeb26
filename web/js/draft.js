// What is typed is kept with every keystroke in this browser, and a moment later on the server, for each person,
// conversation and kind. The browser's copy is only there while the server has not got it: when it is away, or the
// page goes too soon. Only the server's yes to sending, or emptying the field, forgets what was typed.
// A draft that colleagues share is kept above the version that its writer knows, one save after the other; the server
// says so when somebody else writes in it. Whoever leaves gives it out of their hands.
import { ready } from './htmx.js';
import { lasting } from './keep.js';

const PREFIX = 'tillit.draft', DAYS = 30, PAUSE = 800;
const seen = new WeakSet(), busy = new WeakSet(), open = new Set(), waiting = new Map(); // form → timer
const forms = 't-composer form[data-kind]', body = form => form.querySelector('textarea[name=body]');

const key = form => [PREFIX, document.body.dataset.me, form.closest('t-composer').dataset.draft, form.dataset.shared ?? form.dataset.kind].join('/');
const read = stored => { try { return JSON.parse(stored); } catch { return null; } };

function show(form, kept) {
  for (const part of form.querySelectorAll('[data-saved], [data-discard]')) part.hidden = !kept;
}

/** The version of a shared draft that is written in; undefined for one's own. */
const version = form => form.querySelector('[name=version]')?.value;

function forget(form) {
  clearTimeout(waiting.get(form));
  waiting.delete(form);
  lasting.remove(key(form));
}

/** What is a form of ours on its way: itself, or a button of it that sends it elsewhere. */
const sent = element => element.matches?.(forms) ? element : element.matches?.('[data-sends]') ? element.form : undefined;

/** Tells the server; what it has got needs no copy here. */
async function tell(form, leaving = false) {
  waiting.delete(form);
  if (!form.isConnected || !form.dataset.keep || form.dataset.refused) return;
  if (busy.has(form) && !leaving) {
    waiting.set(form, setTimeout(tell, PAUSE, form));
    return;
  }
  const name = key(form), text = lasting.get(name), fields = new FormData(form), data = new URLSearchParams({ kind: form.dataset.kind });
  for (const field of ['body', 'to', 'cc', 'bcc', 'about']) data.set(field, fields.get(field) ?? '');
  for (const field of ['keep', 'macro', 'with']) data.set(field, fields.getAll(field).join(','));
  data.set('act', fields.getAll('act').join('\n'));
  if (form.dataset.shared) {
    for (const field of ['version', 'over', 'in']) data.set(field, fields.get(field) ?? '');
    if (leaving) data.set('leaving', '1');
    busy.add(form);
  }
  try {
    const answer = await fetch(form.dataset.keep, { method: 'POST', body: data, keepalive: true });
    const said = form.dataset.shared && answer.status === 200 ? await answer.text() : '';
    if (said === 'refused') refuse(form);
    else if (said) form.querySelector('[name=version]').value = said;
    if (answer.ok && lasting.get(name) === text) lasting.remove(name);
  } catch { /* away: the copy here stays, and the next keystroke tries again */ }
  busy.delete(form);
}

/** Somebody else writes in this draft: it says so, and is kept there no more. */
function refuse(form) {
  form.dataset.refused = '1';
  for (const part of form.querySelectorAll('[data-refused]')) part.hidden = false;
}

/** A shared draft is in nobody's hands here any more. */
const release = id => void fetch(`/drafts/${id}/release`, { method: 'POST', keepalive: true }).catch(() => {});

function typed(form) {
  const text = body(form).value;
  const kept = text !== '' && lasting.set(key(form), JSON.stringify({ text, at: Date.now(), version: version(form) }));
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
addEventListener('pagehide', () => {
  for (const form of open) if (!waiting.has(form)) release(form.dataset.shared);
  for (const form of [...waiting.keys()]) tell(form, true);
});
document.addEventListener('htmx:before:swap', () => { for (const form of [...waiting.keys()]) tell(form); });

// New fields: what only this browser has wins over what the server kept, and over nothing; but a text that came back
// (after an error, or taken back) is what one works on.
ready(() => {
  for (const form of document.querySelectorAll(forms)) {
    if (seen.has(form)) continue;
    seen.add(form);
    if (form.dataset.shared) open.add(form);
    const field = body(form), kept = read(lasting.get(key(form))), own = kept?.text;
    // Of a shared draft only what was typed above the words that stand there.
    const mine = form.dataset.shared ? kept?.version === version(form) : field.value === '' || field.hasAttribute('data-kept');
    if (own && mine && own !== field.value) {
      field.value = own;
      typed(form);
    }
  }
  for (const form of [...open]) if (!form.isConnected) {
    open.delete(form);
    if (![...open].some(other => other.isConnected && other.dataset.shared === form.dataset.shared)) release(form.dataset.shared);
  }
});

// A form on its way is kept no more; if it is refused, its text comes back with the answer.
document.addEventListener('htmx:before:request', ({ detail: { ctx } }) => {
  const form = sent(ctx.sourceElement);
  if (form) clearTimeout(waiting.get(form)), waiting.delete(form);
});
document.addEventListener('htmx:before:swap', ({ detail: { ctx } }) => {
  const form = sent(ctx.sourceElement);
  if (form && ctx.response?.status < 300) forget(form);
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
