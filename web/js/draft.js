// Drafts are kept in this browser with every keystroke, for each person, conversation and kind, and come back
// after a reload, a crash or a day offline. Only the server's yes, or emptying the field, forgets them.
import { ready } from './htmx.js';
import { lasting } from './keep.js';

const PREFIX = 'tillit.draft', DAYS = 30;
const seen = new WeakSet();
const fields = 't-composer form textarea[name=body]';

const key = field => {
  const { form } = field;
  return [PREFIX, document.body.dataset.me, form.closest('t-composer').dataset.draft, form.dataset.kind].join('/');
};

function keep(field) {
  const text = field.value;
  if (!text) lasting.remove(key(field));
  const kept = text !== '' && lasting.set(key(field), JSON.stringify({ text, at: Date.now() }));
  for (const note of field.form.querySelectorAll('[data-saved]')) note.hidden = !kept;
}

const read = stored => { try { return JSON.parse(stored); } catch { return null; } };

addEventListener('input', e => { if (e.target.matches?.(fields)) keep(e.target); });

// New fields: the server's own text (after an error, or taken back by undo) wins over the kept one.
ready(() => {
  for (const field of document.querySelectorAll(fields)) {
    if (seen.has(field)) continue;
    seen.add(field);
    field.value ||= read(lasting.get(key(field)))?.text ?? '';
    if (field.value) keep(field);
  }
});

// Before the fresh form comes in, or its empty field would be filled again.
document.addEventListener('htmx:before:swap', ({ detail: { ctx } }) => {
  const field = ctx.sourceElement.matches?.('t-composer form') && ctx.sourceElement.querySelector('textarea[name=body]');
  if (field && ctx.response?.status < 300) lasting.remove(key(field));
});

// Old drafts go, so that the store never fills up.
for (const name of lasting.keys()) {
  if (name.startsWith(PREFIX) && !(Date.now() - read(lasting.get(name))?.at < DAYS * 86_400_000)) lasting.remove(name);
}
