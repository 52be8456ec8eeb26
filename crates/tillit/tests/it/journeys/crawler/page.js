// Runs inside the page: what can be seen and used there, and whether a use changed anything. Knows no page.
// arguments: what to do, and for it. The state of a use lives on window.__crawl, so a new document has none.
const [act, argument, filling] = arguments;
const CONTROLS = 'button, input[type=submit], input[type=checkbox], input[type=radio]:not(:checked), summary, '
  + 'select[data-auto], a[data-show], [role=button]';
const tidy = text => (text ?? '').replace(/\s+/g, ' ').trim();
const shown = e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  && e.getBoundingClientRect().width > 0 && !e.matches(':disabled');
const general = text => text.replace(/\b[a-z]{3}_[0-9a-z]{26}\b/g, '{id}').replace(/[0-9a-f]{32,}/g, '{id}').replace(/\d+/g, 'n');
const action = e => (e.form?.getAttribute('action') ?? '').split('?')[0];
/** What stands in all fields: a use may change those of others. */
const fields = () => [...document.querySelectorAll('input, select, textarea')].map(e => `${e.checked} ${e.value}`).join('\n');

/** What this control is, whichever row or person it stands for. */
function name(e) {
  const own = ['type', 'name', 'value', 'popovertarget', 'commandfor', 'data-key', 'data-show', 'aria-controls']
    .map(attribute => e.getAttribute(attribute) ?? '').concat(action(e));
  const told = own.some((value, index) => index > 0 && value !== '') ? '' : tidy(e.getAttribute('aria-label') ?? e.textContent);
  return (e.closest('#main') ? '' : 'shell:') + general([e.localName, ...own, told].join('|'));
}
const find = wanted => [...document.querySelectorAll(CONTROLS)].find(e => shown(e) && name(e) === wanted);

/** Fills what is empty and must not be, and the one field of a form that is about nothing else. */
function fill(control, values) {
  const fields = [...control.form?.elements ?? []]
    .filter(e => e.matches('input:not([type=file], [type=hidden], [type=checkbox], [type=radio]), textarea') && shown(e));
  for (const field of fields) {
    if (field.value || !(field.required || fields.length === 1)) continue;
    const kind = [field.autocomplete, field.type, 'text'].find(kind => kind in values);
    field.value = values[kind];
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

const noise = node => {
  const e = node.nodeType === 1 ? node : node.parentElement;
  return e?.closest?.('t-countdown, t-undo, #alert, head') != null;
};

/** Begins to watch the use of a control, and answers it. */
function arm(control, values) {
  if (!control) return null;
  fill(control, values);
  watch(control);
  return control;
}

function watch(control) {
  const watched = { change: null, control, fields: fields(), focus: document.activeElement, url: location.href };
  window.__crawl = watched;
  const requests = performance.getEntriesByType('resource').length;
  watched.requests = () => performance.getEntriesByType('resource').length - requests;
  new MutationObserver(all => {
    const real = all.find(one => !noise(one.target) && !['aria-busy', 'data-htmx-powered'].includes(one.attributeName));
    if (real) watched.change ??= `${real.type} ${real.target.nodeName} ${real.attributeName ?? ''}`;
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  for (const event of ['toggle', 'close', 'submit'])
    document.addEventListener(event, () => { watched.change ??= event; }, { capture: true, once: true });
}

/** What the use changed; null for nothing. */
function changed() {
  const watched = window.__crawl;
  if (!watched) return 'a new page';
  const { activeElement } = document;
  const moved = activeElement !== watched.focus && activeElement !== watched.control && activeElement !== document.body;
  return watched.change ?? (location.href !== watched.url ? 'address' : null) ?? (watched.requests() ? 'request' : null)
    ?? (fields() !== watched.fields ? 'fields' : null) ?? (moved ? 'focus' : null);
}

/** Every text a person may see or hear, in the language of the page. */
function words() {
  const all = new Set(), { lang } = document.documentElement;
  const own = e => (e.closest('[lang]')?.lang ?? lang) === lang && !e.closest('script, style, template, noscript');
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node; (node = walker.nextNode());) {
    if (node.nodeType === 3) { if (node.parentElement && own(node.parentElement)) all.add(tidy(node.data)); continue; }
    if (own(node)) for (const attribute of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'data-say', 'data-one', 'data-other'])
      all.add(tidy(node.getAttribute(attribute)));
  }
  all.delete('');
  return { lang, all: [...all] };
}

switch (act) {
  case 'controls': return [...new Set([...document.querySelectorAll(CONTROLS)].filter(shown).map(name))];
  case 'keys': return [...new Set([...document.querySelectorAll('[data-key]')].filter(shown).map(e => e.dataset.key))];
  case 'arm': return arm(find(argument), filling);
  case 'arm-key': return arm([...document.querySelectorAll('[data-key]')].find(e => shown(e) && e.dataset.key === argument), filling);
  case 'choose': {
    const { control } = window.__crawl;
    control.selectedIndex = (control.selectedIndex + 1) % control.options.length;
    control.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  }
  case 'changed': return changed();
  case 'links': return [...document.querySelectorAll('a[href]')].filter(shown)
    .map(e => ({ href: e.href, download: e.hasAttribute('download') })).filter(link => new URL(link.href).origin === location.origin);
  case 'words': return words();
  case 'status': return performance.getEntriesByType('navigation')[0]?.responseStatus ?? 200;
  case 'inside': return document.body.matches('.desk');
}
