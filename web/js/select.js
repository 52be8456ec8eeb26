// Choosing rows of a <t-list>: X, Shift+X for a range, Escape for none, and their number in the bulk bar.
import { ready } from './htmx.js';
import { onKey } from './keys.js';
import { here } from './list.js';

let anchor; // where the last selection began
function select(row, range) {
  const { rows } = row.closest('t-list'), box = row.querySelector('.box');
  if (!box) return false;
  const from = range ? rows.indexOf(anchor) : -1, to = rows.indexOf(row);
  if (from < 0) box.checked = !box.checked;
  else rows.slice(Math.min(from, to), Math.max(from, to) + 1).forEach(r => { const b = r.querySelector('.box'); if (b) b.checked = true; });
  anchor = row;
  count();
}
const pick = range => () => { const row = here()?.at; return row ? select(row, range) : false; };
onKey('x', pick(false));
onKey('Shift+X', pick(true));
onKey('Escape', () => {
  const checked = here()?.querySelectorAll('.convo-row .box:checked') ?? [];
  if (!checked.length) return false;
  checked.forEach(b => { b.checked = false; });
  count();
});

/** Tells each bulk form how many rows are chosen for it. */
function count() {
  for (const out of document.querySelectorAll('.bulk output')) {
    const n = out.form ? [...out.form.elements].filter(e => e.matches('.box:checked')).length : 0;
    const text = out.dataset[new Intl.PluralRules(document.documentElement.lang || 'en').select(n)] ?? out.dataset.other;
    if (text) out.textContent = text.replace('{n}', n);
  }
}
addEventListener('change', e => { if (e.target.matches?.('.convo-row .box')) { anchor = e.target.closest('.convo-row'); count(); } });
ready(count);
