// Keys fire the controls that name them in data-key, so no page is known here.
// Single letters work only while no field has focus, and not at all under body[data-keys=off] (WCAG 2.1.4).
const own = new Map(); // keys with a behaviour of their own, see list.js
let first, timer; // the first key of a pair like "g i"

/** Gives a key a behaviour; it comes before controls and passes on by answering false. */
export const onKey = (name, fn) => own.set(name.toLowerCase(), fn);

const FIELD = 'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset]), textarea, select, [contenteditable=""], [contenteditable=true]';
const shown = e => e.checkVisibility({ visibilityProperty: true });

function name(e) {
  const single = e.key.length === 1, letter = single && e.key.toLowerCase() !== e.key.toUpperCase();
  const altgr = e.getModifierState('AltGraph'); // "[" and the like on many keyboards
  if (e.altKey && !altgr && (letter || !single)) return null;
  const parts = [(e.ctrlKey || e.metaKey) && !altgr && 'ctrl', e.shiftKey && (letter || !single) && 'shift', e.key.toLowerCase()];
  return parts.filter(Boolean).join('+');
}

/** The control for a key: in the form or dialog at hand first, then the first visible, then one in a closed menu. */
function find(key, from) {
  const scope = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document;
  const all = [...scope.querySelectorAll('[data-key]')].filter(e => e.dataset.key.toLowerCase() === key && !e.disabled && !e.closest('[hidden], [inert]'));
  const form = from.closest?.('form, [popover]');
  return all.find(e => form?.contains(e)) ?? all.find(shown) ?? all[0];
}

const starts = key => [...document.querySelectorAll('[data-key]')].some(e => e.dataset.key.toLowerCase().startsWith(`${key} `));

function fire(control) {
  if (control.matches(FIELD)) control.focus();
  else control.click();
}

addEventListener('keydown', e => {
  if (e.defaultPrevented || e.isComposing || !e.key) return;
  const key = name(e), typing = e.target.matches?.(FIELD), plain = key && !key.startsWith('ctrl+');
  if (!key || e.key === 'Shift' || e.key === 'Control' || e.key === 'Meta' || e.key === 'Alt') return;
  if (key === 'escape' && document.querySelector(':popover-open, dialog:modal')) return; // the browser closes it
  if (key === 'escape' && typing) { e.target.blur(); return; }
  if (plain && typing) return;
  if (plain && e.key.length === 1 && document.body.dataset.keys === 'off') return;

  const pair = first && `${first} ${key}`;
  first = undefined;
  clearTimeout(timer);
  let control = pair && find(pair, e.target);
  if (!control) {
    if (!document.querySelector('dialog:modal') && own.get(key)?.(e) !== false && own.has(key)) { e.preventDefault(); return; }
    if (plain && starts(key)) {
      first = key;
      timer = setTimeout(() => { first = undefined; }, 1500);
      return;
    }
    control = find(key, e.target);
  }
  if (!control) return;
  e.preventDefault();
  if (!e.repeat) fire(control);
});
