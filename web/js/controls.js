// Small behaviours for any page: buttons that unfold something, fields that send their form, going round the panes.
import { onKey } from './keys.js';

addEventListener('click', e => {
  const button = e.target.closest?.('button[data-toggle]');
  if (button) button.ariaExpanded = String(button.ariaExpanded !== 'true');
});

addEventListener('change', e => {
  if (e.target.matches?.('[data-auto]')) e.target.form?.requestSubmit();
});

// A menu that one types in is opened for typing. Not by autofocus: a new page would take the focus there at once.
addEventListener('toggle', e => { if (e.newState === 'open') e.target.querySelector?.('[data-first]')?.focus(); }, true);

// A form with a bar to save it tells when there is something to save; resetting it takes that back.
const changed = (form, is) => { if (form?.querySelector?.('.savebar')) form.toggleAttribute('data-changed', is); };
addEventListener('input', e => changed(e.target.form, true));
addEventListener('reset', e => changed(e.target, false));

function pane(by) {
  const panes = [...document.querySelectorAll('[data-pane]')].filter(p => p.checkVisibility());
  if (!panes.length) return false;
  const at = panes.findIndex(p => p.contains(document.activeElement));
  panes[at < 0 ? 0 : (at + by + panes.length) % panes.length].focus();
}
onKey(']', () => pane(1));
onKey('[', () => pane(-1));
