// <t-need>: opens the form that notes what a customer needs where its link says, with the words selected in its message.
import htmx from './htmx.js';

const MOST = 500; // as many characters as are kept

/** The message in which something is selected. */
function selected() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return null;
  const within = selection.getRangeAt(0).commonAncestorContainer;
  return (within.nodeType === Node.ELEMENT_NODE ? within : within.parentElement)?.closest('.msg');
}

class Need extends HTMLElement {
  constructor() {
    super();
    // A press on a link lets go of what is selected; a boosted link would be followed before this is asked.
    this.addEventListener('mousedown', e => e.preventDefault());
    this.addEventListener('click', e => this.#open(e), true);
  }

  async #open(e) {
    const own = this.closest('.msg'), where = selected();
    // Beside the conversation, and by its key, it is the message in which something is selected.
    const link = (!own && where?.querySelector('t-need a[data-into]')) || e.target.closest?.('a[data-into]');
    const place = link && document.getElementById(link.dataset.into);
    if (!place || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    const words = where && where === link.closest('.msg') ? getSelection().toString().trim().slice(0, MOST) : '';
    const address = new URL(link.href);
    if (words) address.searchParams.set('words', words);
    await htmx.ajax('GET', address.pathname + address.search, { source: place, target: place, swap: 'innerHTML' });
    place.querySelector(words ? 'input[name=topic]' : 'textarea')?.focus();
  }
}
customElements.define('t-need', Need);

// Beside a conversation the form is only put away; on a page of its own this is the way back.
addEventListener('click', e => {
  const close = e.target.closest?.('[data-need-close]'), place = close?.closest('.convo [id^=need-][hx-morph-skip]');
  if (!place) return;
  e.preventDefault();
  e.stopImmediatePropagation();
  place.replaceChildren();
}, true);
