// Macros where one writes: `/` at the start of a line, or a button, opens the list of the form; what is typed narrows it
// down, arrows choose, Enter takes. The server answers with what to put in; it goes where the caret is.
import { ready } from './htmx.js';

const items = list => [...list.querySelectorAll('button[data-name]')].filter(item => !item.hidden && !item.closest('details:not([open])'));
const field = list => list.closest('form')?.querySelector('[data-macros]');

// What is about to be typed, also on a phone, whose keyboards name no keys.
addEventListener('beforeinput', e => {
  const text = e.target, list = text.dataset?.macros && document.getElementById(text.dataset.macros);
  if (!list || e.data !== '/' || text.readOnly) return;
  const before = text.value.slice(0, text.selectionStart);
  if (before && !before.endsWith('\n')) return;
  e.preventDefault();
  list.showPopover({ source: text });
});

function narrow(list) {
  const typed = list.querySelector('[data-filter]').value.trim().toLowerCase();
  for (const item of list.querySelectorAll('button[data-name]')) {
    item.hidden = !typed.split(/\s+/).every(word => item.dataset.name.toLowerCase().includes(word));
  }
  // What does not fit here is found by its name all the same.
  const rest = list.querySelector('details');
  if (rest) {
    rest.hidden = !rest.querySelector('button[data-name]:not([hidden])');
    rest.open = typed !== '' && !rest.hidden;
  }
  list.querySelector('[data-nothing]').hidden = items(list).length > 0;
}

addEventListener('input', e => {
  if (!e.target.matches?.('[data-filter]')) return;
  e.stopPropagation();
  narrow(e.target.closest('[data-macro-list]'));
}, true);

/** Back to the text; what was typed to get here may belong into it. */
function back(list, text = '') {
  const to = field(list);
  list.hidePopover();
  to?.focus();
  if (!to || !text) return;
  to.setRangeText(text, to.selectionStart, to.selectionEnd, 'end');
  to.dispatchEvent(new Event('input', { bubbles: true }));
}

addEventListener('keydown', e => {
  const list = e.target.closest?.('[data-macro-list]'), filter = list?.querySelector('[data-filter]');
  if (!filter || e.isComposing || e.ctrlKey || e.metaKey || e.altKey) return;
  const all = items(list), at = all.indexOf(document.activeElement), by = { ArrowDown: 1, ArrowUp: -1 }[e.key];
  if (by) (at + by < 0 ? filter : all[Math.min(at + by, all.length - 1)])?.focus();
  else if (e.key === 'Enter' && e.target === filter) all[0]?.click();
  else if (e.key === '/' && e.target === filter && !filter.value) back(list, '/');
  else if (e.key === 'Backspace' && e.target === filter && !filter.value) back(list);
  else return;
  e.preventDefault();
  e.stopImmediatePropagation();
}, true);

addEventListener('beforetoggle', e => {
  const filter = e.newState === 'open' && e.target.matches?.('[data-macro-list]') && e.target.querySelector('[data-filter]');
  if (!filter) return;
  filter.hidden = false; // without this script it would do nothing
  filter.value = '';
  narrow(e.target);
}, true);

// What came back stands in the form by now: its text belongs where the caret was.
ready(() => {
  for (const part of document.querySelectorAll('[data-insert]')) {
    const { insert, said } = part.dataset, form = part.closest('form'), text = form?.querySelector('[data-macros]');
    part.removeAttribute('data-insert');
    if (!text) continue;
    document.getElementById(text.dataset.macros)?.hidePopover();
    text.focus();
    text.setRangeText(insert, text.selectionStart, text.selectionEnd, 'end');
    text.dispatchEvent(new Event('input', { bubbles: true }));
    const alert = document.getElementById('alert');
    if (alert && said) alert.textContent = said;
  }
});
