// Finds what a person would find: the visible elements of a role with a name. Runs inside the page.
// arguments: role ("button", "link", "field" or "any"), accessible name; answers the elements.
const SELECTORS = {
  button: 'button, [role=button], input[type=submit], input[type=button], summary',
  link: 'a[href], [role=link]',
  field: 'input:not([type=hidden]):not([type=submit]):not([type=button]), textarea, select, [contenteditable=true], [role=textbox]',
  heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
  any: 'button, [role=button], input[type=submit], input[type=button], summary, a[href], [role=link], [role=tab], [role=menuitem], [role=option], label',
};
const [role, wanted] = arguments;
const tidy = text => (text ?? '').replace(/\s+/g, ' ').trim();
const referred = ids => ids.split(/\s+/).map(id => document.getElementById(id)?.textContent).join(' ');
const nameOf = element => tidy(
  (element.hasAttribute('aria-labelledby') && referred(element.getAttribute('aria-labelledby')))
  || element.getAttribute('aria-label')
  || [...(element.labels ?? [])].map(label => label.textContent).join(' ')
  || (element.matches('input[type=submit], input[type=button]') && element.value)
  || (element.matches('input, textarea, select') ? '' : element.innerText)
  || element.getAttribute('title')
  || element.getAttribute('placeholder'));
return [...document.querySelectorAll(SELECTORS[role] ?? `[role="${role}"]`)]
  .filter(element => element.checkVisibility({ visibilityProperty: true }) && nameOf(element) === wanted);
