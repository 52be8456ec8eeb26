// What is typed is kept with every keystroke in this browser, and a moment later on the server, for each person,
// conversation and kind. The browser's copy is only there while the server has not got it: when it is away, or the
// page goes too soon. Only the server's yes to sending, or emptying the field, forgets what was typed.
// A draft that colleagues share is kept above the version that its writer knows, one save after the other; the server
// says so when somebody else writes in it: what is typed from then on is told once, when one leaves, and kept among
// one's own drafts. Whoever leaves gives it out of their hands; whoever comes back takes it into them.
import { boosted, ready } from './htmx.js';
import { lasting } from './keep.js';

const PREFIX = 'tillit.draft', DAYS = 30, PAUSE = 800;
const seen = new WeakSet(), busy = new WeakSet(), open = new Set(), waiting = new Map(); // form → timer
let releasing = Promise.resolve(); // what is told of forms that go
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

/** What is told of a form: its fields, or an earlier text above its version. */
function telling(form, leaving, kept) {
  const fields = new FormData(form), data = new URLSearchParams({ kind: form.dataset.kind });
  for (const field of ['body', 'to', 'cc', 'bcc', 'about']) data.set(field, fields.get(field) ?? '');
  for (const field of ['keep', 'macro', 'with']) data.set(field, fields.getAll(field).join(','));
  data.set('act', fields.getAll('act').join('\n'));
  if (form.dataset.shared) {
    for (const field of ['version', 'over', 'in']) data.set(field, fields.get(field) ?? '');
    if (leaving) data.set('leaving', '1');
  }
  if (kept) data.set('body', kept.text), data.set('version', kept.version ?? 0), data.delete('over');
  return fetch(form.dataset.keep, { method: 'POST', body: data, keepalive: true });
}

/** Tells the server; what it has got needs no copy here. */
async function tell(form, leaving = false) {
  if (form.dataset.refused && !leaving) return; // It waits until one leaves.
  waiting.delete(form);
  if (!form.isConnected || !form.dataset.keep) return;
  if (busy.has(form) && !leaving) {
    waiting.set(form, setTimeout(tell, PAUSE, form));
    return;
  }
  const name = key(form), text = lasting.get(name);
  if (form.dataset.shared) busy.add(form);
  try {
    const answer = await telling(form, leaving);
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

/** What only this browser has, typed above words that have changed since: the server takes it, or keeps it aside. */
async function late(form, stored) {
  const name = key(form), field = body(form), shown = field.value, kept = read(stored);
  busy.add(form);
  try {
    const answer = await telling(form, false, kept);
    if (!answer.ok) return;
    if (lasting.get(name) === stored) lasting.remove(name);
    const said = answer.status === 200 ? await answer.text() : 'refused';
    if (said === 'refused') return;
    form.querySelector('[name=version]').value = said;
    if (field.value === shown) field.value = kept.text;
  } catch { /* away: it is told when the page is there the next time */ } finally { busy.delete(form); }
}

/** A shared draft is in nobody's hands here any more. */
function release(id) {
  const told = fetch(`/drafts/${id}/release`, { method: 'POST', keepalive: true }).catch(() => {});
  releasing = Promise.all([releasing, told]);
}

/** A shared draft is in these hands again: one's own leaving, by a reload too, let go of it. */
async function hold(form) {
  await releasing;
  // Whoever sees both texts decides first.
  if (!form.isConnected || form.dataset.refused || !form.querySelector('[data-refused]') || form.querySelector('[name=over]')) return;
  const asked = { method: 'POST', body: new URLSearchParams(), redirect: 'manual' };
  const answer = await fetch(`/drafts/${form.dataset.shared}/open`, asked).catch(() => {});
  if (answer?.status === 409) refuse(form);
}

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
addEventListener('pageshow', e => { if (e.persisted) for (const form of open) hold(form); });
document.addEventListener('htmx:before:swap', ({ detail: { ctx } }) => {
  for (const form of [...waiting.keys()]) releasing = Promise.all([releasing, tell(form, boosted(ctx))]);
});

// New fields: what only this browser has wins over what the server kept, and over nothing; but a text that came back
// (after an error, or taken back) is what one works on.
ready(() => {
  const came = [];
  for (const form of document.querySelectorAll(forms)) {
    if (seen.has(form)) continue;
    seen.add(form);
    const field = body(form), stored = lasting.get(key(form)), kept = read(stored), own = kept?.text;
    // Of a shared draft only what was typed above the words that stand there.
    const mine = form.dataset.shared ? kept?.version === version(form) : field.value === '' || field.hasAttribute('data-kept');
    if (own && mine && own !== field.value) {
      field.value = own;
      typed(form);
    }
    if (!form.dataset.shared) continue;
    open.add(form);
    came.push([form, own && !mine && own !== field.value ? stored : null]);
  }
  for (const form of [...open]) if (!form.isConnected) {
    open.delete(form);
    if (![...open].some(other => other.isConnected && other.dataset.shared === form.dataset.shared)) release(form.dataset.shared);
  }
  // After the release of what stood here before.
  for (const [form, stored] of came) (stored ? late(form, stored) : Promise.resolve()).then(() => hold(form));
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
