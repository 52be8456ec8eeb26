// The palette (Ctrl+K): commands of the page at hand, pages, what was opened last, and what the server finds.
// Commands are the controls with data-key, pages the links of the sidebar: nothing here knows them by name.
import htmx, { policy, ready } from './htmx.js';
import { passing } from './keep.js';

const palette = () => document.getElementById('palette');
const field = () => palette()?.querySelector('[role=combobox]');
const list = () => document.getElementById('palette-list');
const options = () => [...list().querySelectorAll('[role=option]')];
const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const acts = new WeakMap(); // what an option does, unless it is a link

/** What a control says: its label, or its words without the key. */
function says(control) {
  if (control.ariaLabel) return control.ariaLabel;
  const copy = control.cloneNode(true);
  copy.querySelectorAll('kbd, .count, .vh, svg').forEach(e => e.remove());
  return copy.textContent.trim() || control.labels?.[0]?.textContent.trim() || '';
}

/** Every word typed begins a word of the text. */
function fits(text, typed) {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  return fold(typed).split(/\s+/).filter(Boolean).every(t => words.some(w => w.startsWith(t)));
}

function option(text, { icon, key, href, act, hint }) {
  const e = document.createElement(href ? 'a' : 'div');
  e.className = 'item';
  e.role = 'option';
  e.ariaSelected = 'false';
  e.tabIndex = -1;
  if (href) e.href = href; else acts.set(e, act);
  if (icon) e.append(icon.cloneNode(true));
  const span = e.appendChild(document.createElement('span'));
  span.className = 'cut';
  span.textContent = text;
  if (hint) span.append(hint);
  if (key) e.appendChild(document.createElement('kbd')).textContent = key;
  return e;
}

function group(title, all) {
  if (!all.length) return;
  const e = list().appendChild(document.createElement('div')), head = document.createElement('div');
  e.role = 'group';
  e.ariaLabel = title;
  head.className = 'head-s';
  head.ariaHidden = 'true';
  head.textContent = title;
  // One that says the same as its group needs no heading.
  if (all.length > 1 || says(all[0]) !== title) e.append(head);
  e.append(...all);
}

const shownKey = key => key.replaceAll('+', ' ').toUpperCase();
const usable = e => !e.disabled && !e.closest('[hidden], [inert]');

/** The controls of the page that have a key, each once; one in a closed menu counts, one that is nowhere does not. */
function commands() {
  const found = new Map();
  for (const e of document.querySelectorAll('#main [data-key], #me-menu [data-key]')) {
    const key = e.dataset.key.toLowerCase(), text = usable(e) && says(e);
    if (text && !['escape', 'enter'].includes(key) && (!found.has(key) || !found.get(key).checkVisibility())) found.set(key, e);
  }
  return [...found.values()];
}

function fire(control) {
  if (control.matches('input:not([type=checkbox], [type=radio], [type=submit]), textarea, select')) control.focus();
  else control.click();
}

const pages = () => [...document.querySelectorAll('#side a.nav'), ...palette().querySelector('template').content.querySelectorAll('a')];
const kept = () => `recent:${document.body.dataset.me}`;
const recent = () => JSON.parse(passing.get(kept()) ?? '[]');

ready(() => {
  const head = document.querySelector('#main h1[data-recent]'), here = location.pathname;
  if (!head) return;
  const others = recent().filter(r => r.href !== here);
  passing.set(kept(), JSON.stringify([{ href: here, text: head.textContent.trim() }, ...others].slice(0, 8)));
});

let asking, waiting;
/** Shows what is on the page at once, and asks the server for the rest. */
function fill() {
  const typed = field().value.trimStart(), mode = '>@#'.includes(typed[0] ?? ' ') ? typed[0] : '', text = mode ? typed.slice(1) : typed;
  const data = list().dataset, [glass, arrow] = palette().querySelector('template').content.querySelectorAll('svg');
  list().replaceChildren();
  if (mode === '' || mode === '>') {
    group(data.page, commands().filter(e => fits(says(e), text)).map(e => option(says(e), { icon: e.querySelector('svg'), key: shownKey(e.dataset.key), act: () => fire(e) })));
  }
  if (!mode && !text.trim()) group(data.recent, recent().filter(r => r.href !== location.pathname).map(r => option(r.text, { icon: arrow, href: r.href })));
  list().append(document.createComment('found')); // where the server's answer goes
  if (mode === '' || mode === '>') {
    const all = new Map(pages().filter(e => fits(says(e), text)).map(e => [e.getAttribute('href'), e]));
    group(data.go, [...all.values()].map(e => option(says(e), { icon: e.querySelector('svg'), key: e.dataset.key && shownKey(e.dataset.key), href: e.getAttribute('href') })));
  }
  if (text.trim() && mode !== '>') group(data.search.replace('{q}', text.trim()), [option(data.search.replace('{q}', text.trim()), { icon: glass, href: `/search?q=${encodeURIComponent(text.trim())}` })]);
  htmx.process(list());
  select(options()[0]);
  clearTimeout(waiting);
  asking?.abort();
  if (mode !== '>' && text.trim().length > (mode ? 0 : 1)) waiting = setTimeout(() => ask(typed), 120);
}

async function ask(typed) {
  asking = new AbortController();
  try {
    const answer = await fetch(`/palette?q=${encodeURIComponent(typed)}`, { signal: asking.signal, headers: { 'HX-Request-Type': 'partial' } });
    if (!answer.ok) return;
    const text = await answer.text(), page = new DOMParser().parseFromString(policy?.createHTML(text) ?? text, 'text/html');
    const place = [...list().childNodes].find(n => n.nodeType === Node.COMMENT_NODE), was = list().querySelector('[aria-selected=true]');
    const first = options()[0], moved = was && was !== first;
    const groups = [...page.body.children];
    place?.after(...groups);
    htmx.process(list());
    select(moved ? was : options()[0]);
  } catch (e) {
    if (e.name !== 'AbortError') console.info(e.message); // no connection: what is on the page is there all the same
  }
}

let number = 0;
function select(one) {
  for (const e of options()) e.ariaSelected = String(e === one);
  if (one) one.id ||= `pal-${++number}`;
  if (one) field().setAttribute('aria-activedescendant', one.id); else field().removeAttribute('aria-activedescendant');
  one?.scrollIntoView({ block: 'nearest' });
}

function choose(one) {
  const act = acts.get(one);
  if (act) {
    palette().close();
    act();
  } else one.click();
}

addEventListener('toggle', e => {
  if (e.target.id !== 'palette' || e.newState !== 'open') return;
  field().value = '';
  fill();
}, true);
addEventListener('input', e => { if (e.target === field()) fill(); });
addEventListener('keydown', e => {
  if (e.target !== field() || e.isComposing) return;
  const all = options(), at = all.findIndex(o => o.ariaSelected === 'true');
  if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
    e.preventDefault();
    select(all[(at + (e.key === 'ArrowDown' ? 1 : all.length - 1)) % all.length]);
  } else if (e.key === 'Enter' && all[at]) {
    e.preventDefault();
    choose(all[at]);
  }
});
addEventListener('click', e => {
  const one = e.target.closest?.('#palette [role=option]');
  if (!one) return;
  if (acts.has(one)) choose(one);
  else if (!(e.ctrlKey || e.metaKey || e.shiftKey)) palette().close();
});
// A click beside the dialog closes it.
addEventListener('click', e => { if (e.target === palette()) palette().close(); });
