// <t-toast>: a line that goes by itself, but never from under a pointer or the focus. <t-undo>: one with time left.
const MOST = 3;
const box = () => document.getElementById('toasts');
const used = e => e.matches(':hover, :focus-within');

/** Shows the toast that the page keeps in `template#<id>`, and answers it; a second one of its kind takes the first one's place. */
export function toast(id) {
  const made = document.getElementById(id)?.content.firstElementChild?.cloneNode(true);
  if (!made || !box()) return;
  made.dataset.kind = id;
  for (const old of box().querySelectorAll(`[data-kind="${id}"]`)) old.remove();
  box().append(made);
  return made;
}

/** Of those with one id the newest stays: a page may bring what is there already. */
function only(e) {
  if (!e.id) return;
  for (const old of e.parentElement.querySelectorAll(`:scope > #${CSS.escape(e.id)}`)) if (old !== e) old.remove();
}

/** Removes a toast; focus in it goes to the page rather than nowhere. */
export function drop(e) {
  if (e.contains(document.activeElement)) document.getElementById('main')?.focus({ preventScroll: true });
  e.remove();
}

class Toast extends HTMLElement {
  #timer;
  connectedCallback() {
    only(this);
    let left = +(this.dataset.seconds ?? 6);
    if (left) this.#timer = setInterval(() => { if (!used(this) && (left -= 0.25) <= 0) drop(this); }, 250);
    const all = [...this.parentElement.querySelectorAll(':scope > t-toast')];
    all.slice(0, Math.max(0, all.length - MOST)).forEach(drop);
  }
  disconnectedCallback() { clearInterval(this.#timer); }
}
customElements.define('t-toast', Toast);

class Undo extends HTMLElement {
  #timer;
  connectedCallback() {
    only(this);
    const whole = +this.dataset.seconds * 1000, end = performance.now() + whole;
    const plural = new Intl.PluralRules(document.documentElement.lang || 'en');
    this.querySelector('.left')?.animate([{ scale: '1 1' }, { scale: '0 1' }], { duration: whole, fill: 'forwards' });
    const show = () => {
      const n = Math.ceil((end - performance.now()) / 1000);
      if (n <= 0) return drop(this);
      const text = this.dataset[plural.select(n)] ?? this.dataset.other, place = this.querySelector('[data-text]');
      if (place && text) place.textContent = text.replace('{n}', n);
    };
    this.#timer = setInterval(show, 250);
    show();
  }
  disconnectedCallback() { clearInterval(this.#timer); }
}
customElements.define('t-undo', Undo);

// An answered undo has done its work, or come too late, which the server says in its own words.
document.addEventListener('htmx:finally:request', ({ detail: { ctx } }) => {
  const status = ctx.response?.status;
  if (ctx.undo?.isConnected && status && status < 500) drop(ctx.undo);
});
document.addEventListener('htmx:before:request', ({ detail: { ctx } }) => { ctx.undo = ctx.sourceElement.closest?.('t-undo'); });

addEventListener('click', e => {
  const toast = e.target.closest?.('[data-dismiss]')?.closest('t-toast');
  if (toast) drop(toast);
});
