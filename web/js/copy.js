// Copies what a conversation is called: its number, with its title, with its address. By a press, or by `.`, `..`, `...`.
import { onKey } from './keys.js';
import { toast } from './toast.js';

const SOON = 700; // how soon the next point belongs to the one before
let points = 0, last = 0;

async function copy(from, how) {
  const { number, title, path } = from.dataset;
  const text = [number, how > 1 && title, how > 2 && new URL(path, location).href].filter(Boolean).join(' ');
  if (!await take(text)) return;
  const said = toast('toast-copied')?.querySelector('[data-text]');
  if (said) said.textContent = text;
}

/** Puts a text on the clipboard; without https only the old way is left. */
async function take(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea'), back = document.activeElement;
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    back?.focus({ preventScroll: true });
    return done;
  }
}

addEventListener('click', e => {
  const button = e.target.closest?.('[data-copy]');
  if (button) copy(button, +button.dataset.copy);
});

// Each point copies a little more, so that nobody waits for the first.
onKey('.', e => {
  const from = [...document.querySelectorAll('[data-copy]')].find(b => b.checkVisibility());
  if (!from || e.repeat) return false;
  points = e.timeStamp - last < SOON ? points % 3 + 1 : 1;
  last = e.timeStamp;
  copy(from, points);
});
