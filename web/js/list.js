// <t-list>: the row at hand, moved by J and K, kept through morphs and found again after going back.
import htmx, { boosted, ready } from './htmx.js';
import { onKey } from './keys.js';
import { passing } from './keep.js';

class List extends HTMLElement {
  #peek;
  #settled = false; // it was here before the new content
  #shown; // the row whose preview is open, which the server cannot know
  #known; // ids of the rows that were let in
  #view; // of which list
  get rows() { return [...this.querySelectorAll('.convo-row')]; }
  get at() { return this.querySelector('.convo-row[data-cursor]') ?? this.querySelector('.convo-row[aria-current=true]'); }

  /** Makes a row the one at hand. */
  take(row) {
    for (const other of this.rows) if (other !== row) delete other.dataset.cursor;
    row.dataset.cursor = '';
    passing.set(place(), JSON.stringify({ id: row.id, index: this.rows.indexOf(row) }));
  }

  step(by) {
    const { rows } = this, index = rows.indexOf(this.at);
    const row = rows[index < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, index + by))];
    if (!row) return;
    this.take(row);
    focus(row);
    const list = row.closest('[data-peek]'), id = idOf(row);
    if (!list) return;
    this.#shown = row.id;
    this.#mark();
    clearTimeout(this.#peek); // held-down keys preview the row they stop at
    this.#peek = setTimeout(() => {
      if (list.isConnected) htmx.ajax('GET', list.dataset.peek.replace('{id}', id), { source: list, target: '#peek', swap: 'outerHTML' });
    }, 120);
  }

  /** After new content: the row at hand again, or, when it left the list, the one that took its place. */
  settle() {
    const kept = JSON.parse(passing.get(place()) ?? 'null'), { rows } = this;
    const same = kept && rows.find(r => r.id === kept.id);
    const row = kept && (same ?? rows[Math.min(Math.max(kept.index, 0), rows.length - 1)]);
    if (row) this.take(row);
    if (row && !same && this.#settled && document.activeElement === document.body) focus(row);
    this.#settled = true;
    this.#mark();
    this.#hold();
    return row;
  }

  /** New rows wait behind a button while the list is being read, so that nothing moves under eyes or hand. */
  #hold() {
    const { rows } = this, button = this.querySelector('.held'), ids = () => new Set(this.rows.map(r => r.id));
    if (!button) return;
    if (!this.#known?.size || this.#view !== place()) {
      this.#known = ids();
      this.#view = place();
    }
    const low = this.closest('.scroll')?.getBoundingClientRect().bottom ?? innerHeight;
    const read = this.#read;
    let waiting = 0;
    for (const row of rows) {
      const held = read && !this.#known.has(row.id) && (row.hidden || row.getBoundingClientRect().top < low);
      row.hidden = held;
      if (held) waiting += 1; else this.#known.add(row.id);
    }
    button.hidden = !waiting;
    button.textContent = (waiting === 1 ? button.dataset.one : button.dataset.other).replace('{n}', waiting);
    button.onclick = () => {
      const first = this.rows.find(r => r.hidden);
      this.#known = ids();
      this.#hold();
      if (first) { this.take(first); focus(first); }
    };
  }
  get #read() {
    return this.closest('.scroll')?.scrollTop > 0 || this.matches(':hover') || this.contains(document.activeElement);
  }

  #mark() {
    const shown = this.#shown && this.rows.find(r => r.id === this.#shown);
    if (!shown) return;
    this.rows.forEach(r => r === shown ? r.setAttribute('aria-current', 'true') : r.removeAttribute('aria-current'));
  }
}
customElements.define('t-list', List);

const idOf = row => row.id.slice(2);

// Somebody begins to write in a conversation: its row gets the mark, which from then on fetches itself.
document.body.addEventListener('live', ({ detail: { name } }) => {
  const id = /^writing-(.+)/.exec(name)?.[1], row = id && document.getElementById(`r-${id}`);
  if (!row || document.getElementById(`w-${id}`)) return;
  const target = row.querySelector('.t .push');
  if (target) htmx.ajax('GET', `/conversations/${id}/writing`, { source: row, target, swap: 'afterbegin' });
});

function focus(row) {
  row.querySelector('a')?.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}
const place = () => `tillit.row/${location.pathname}${location.search}`;
const lists = () => [...document.querySelectorAll('t-list')].filter(l => l.checkVisibility());
/** The list at hand. */
export const here = () => lists().find(l => l.contains(document.activeElement)) ?? lists()[0];

onKey('j', () => here()?.step(1) ?? !!here());
onKey('k', () => here()?.step(-1) ?? !!here());
onKey('Enter', e => {
  const link = here()?.at?.querySelector('a');
  if (!link || (e.target !== document.body && e.target.id !== 'main')) return false;
  link.click();
});

addEventListener('focusin', e => {
  const row = e.target.closest?.('t-list .convo-row');
  if (row && row.dataset.cursor === undefined) row.closest('t-list').take(row);
});
ready(() => lists().forEach(l => l.settle()));
// Going back to a list leads to the row one came from.
document.addEventListener('htmx:after:swap', e => {
  const row = boosted(e.detail.ctx) && here()?.settle();
  if (row && !row.contains(document.activeElement)) focus(row);
});
