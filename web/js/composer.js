// <t-composer>: one form for each kind of writing, one of them shown. Kinds never share their text:
// a note must not become a reply by a slip.
import { boosted, ready } from './htmx.js';

class Composer extends HTMLElement {
  /** Shows the form with this id and puts the cursor at the end of its text. */
  show(id) {
    const forms = [...this.querySelectorAll('form')], wanted = forms.find(f => f.id === id);
    if (!wanted) return;
    forms.forEach(f => { f.hidden = f !== wanted; });
    const text = wanted.querySelector('textarea');
    text?.focus();
    text?.setSelectionRange(text.value.length, text.value.length);
  }
}
customElements.define('t-composer', Composer);

// Text that came back (undo, an error, a draft) is written on at its end. A pointer puts the cursor elsewhere afterwards.
const begun = new WeakSet();
addEventListener('focusin', ({ target }) => {
  if (!target.matches?.('t-composer textarea') || begun.has(target)) return;
  begun.add(target);
  target.setSelectionRange(target.value.length, target.value.length);
});

// Before htmx, which would follow the link; with a modifier the browser does.
addEventListener('click', e => {
  const tab = e.target.closest?.('[data-show]'), composer = tab?.closest('t-composer');
  if (!composer || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
  e.preventDefault();
  e.stopImmediatePropagation();
  composer.show(tab.dataset.show);
}, true);

// "Reply to all" fills the field for copies; without scripts it is a link that does the same.
addEventListener('click', e => {
  const link = e.target.closest?.('a[data-copy]'), form = link?.closest('form');
  if (!form || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
  e.preventDefault();
  e.stopImmediatePropagation();
  form.querySelector('.recipients').open = true;
  const field = form.elements.cc;
  field.value = link.dataset.copy;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  link.hidden = true;
  form.querySelector('textarea').focus();
}, true);

// While nothing is typed, one sees whatever comes in: only what comes later is newer.
ready(() => {
  const newest = document.querySelector('[data-newest]')?.dataset.newest;
  for (const seen of document.querySelectorAll('t-composer input[name=seen]')) {
    if (newest > seen.value && !seen.form.querySelector('textarea').value) seen.value = newest;
  }
});

// Once sent, the focus goes to the thread, where the new message is and where single keys (undo, close, next) work.
document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
  const composer = ctx.composer, { activeElement } = document;
  if (!composer || ctx.response?.status >= 300 || (activeElement !== document.body && !composer.contains(activeElement))) return;
  (composer.parentElement.querySelector('[data-end]') ?? document.getElementById('main'))?.focus({ preventScroll: true });
});
document.addEventListener('htmx:before:request', ({ detail: { ctx } }) => {
  if (ctx.sourceElement.matches?.('form')) ctx.composer = ctx.sourceElement.closest('t-composer');
});

// Whoever began to write while a page was under way (they gave the conversation away, and pressed N) writes on
// where they were: the same form, the same place in the text. The draft brings back the text itself.
let writing;
document.addEventListener('htmx:before:swap', ({ detail: { ctx } }) => {
  const field = document.activeElement, composer = field?.closest('t-composer');
  writing = composer && field.form && boosted(ctx) && !ctx.composer
    ? { draft: composer.dataset.draft, form: field.form.id, name: field.name, text: field.value, at: field.selectionStart }
    : undefined;
});
ready(() => {
  const composer = writing && document.querySelector('#main t-composer'), form = composer?.querySelector(`form#${writing.form}`);
  if (!form || composer.dataset.draft !== writing.draft || composer.contains(document.activeElement)) return;
  const { name, text, at } = writing;
  writing = undefined;
  composer.show(form.id);
  const field = form.elements[name];
  if (!field) return;
  field.focus();
  if (field.matches('textarea') && field.value === text) field.setSelectionRange(at, at);
});

// Where styles cannot size a field to its text, the script does.
if (!CSS.supports('field-sizing', 'content')) {
  addEventListener('input', e => {
    if (!e.target.matches?.('t-composer textarea')) return;
    e.target.style.blockSize = 'auto';
    e.target.style.blockSize = `${e.target.scrollHeight}px`;
  });
}
