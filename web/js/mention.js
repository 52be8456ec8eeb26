// Naming colleagues in a note: `@` offers them, what follows it narrows them down; arrows choose, Enter or Tab takes.
const menu = () => document.getElementById('people');
const isOpen = () => menu()?.matches(':popover-open');
const offered = () => [...menu()?.querySelectorAll('[data-mention]') ?? []].filter(item => !item.hidden);
const BEGUN = /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N}'. -]{0,30})$/u;
const begun = field => BEGUN.exec(field.value.slice(0, field.selectionStart))?.[1];

/** What is typed after the sign fits the whole name or the beginning of one of its words. */
const fits = (name, typed) => [name, ...name.split(' ')].some(part => part.toLowerCase().startsWith(typed.toLowerCase()));

function mark(item) {
  for (const other of offered()) other.removeAttribute('aria-current');
  item?.setAttribute('aria-current', 'true');
  item?.scrollIntoView({ block: 'nearest' });
}

function put(item) {
  const field = item.closest('form')?.querySelector('[data-mentions]');
  if (!field) return;
  const typed = begun(field), end = field.selectionStart;
  field.setRangeText(`@${item.dataset.mention} `, typed === undefined ? end : end - typed.length - 1, end, 'end');
  menu().hidePopover();
  field.focus();
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

addEventListener('input', e => {
  if (!e.target.matches?.('[data-mentions]') || !menu()) return;
  const typed = begun(e.target);
  for (const item of menu().querySelectorAll('[data-mention]')) item.hidden = typed !== undefined && !fits(item.dataset.mention, typed);
  if (typed === undefined || !offered().length) {
    if (isOpen()) menu().hidePopover();
    return;
  }
  if (!isOpen()) menu().showPopover({ source: e.target });
  mark(offered()[0]);
});

addEventListener('keydown', e => {
  if (!e.target.matches?.('[data-mentions]') || !isOpen()) return;
  const all = offered(), at = all.findIndex(item => item.ariaCurrent), by = { ArrowDown: 1, ArrowUp: -1 }[e.key];
  if (by) mark(all[(at + by + all.length) % all.length]);
  else if ((e.key === 'Enter' || e.key === 'Tab') && at >= 0 && !e.ctrlKey && !e.metaKey) put(all[at]);
  else return;
  e.preventDefault();
  e.stopImmediatePropagation();
}, true);

// Opened by its button, everybody is offered.
addEventListener('toggle', e => {
  if (e.target !== menu()) return;
  if (e.newState === 'closed') for (const item of e.target.querySelectorAll('[data-mention]')) { item.hidden = false; item.removeAttribute('aria-current'); }
}, true);
addEventListener('click', e => {
  const item = e.target.closest?.('[data-mention]');
  if (item) put(item);
});
