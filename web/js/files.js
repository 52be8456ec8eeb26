// Chosen files are listed, more can be added, each can be taken out again, and pictures can be pasted.
const chosen = new WeakMap(); // the field's own list is replaced by every new choice

function size(bytes) {
  const [unit, part] = bytes < 1e6 ? ['kilobyte', 1e3] : ['megabyte', 1e6];
  const format = new Intl.NumberFormat(document.documentElement.lang || 'en', { style: 'unit', unit, maximumFractionDigits: bytes < 1e6 ? 0 : 1 });
  return format.format(Math.max(bytes / part, unit === 'kilobyte' ? 1 : 0));
}

const same = a => b => a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;

function set(field, chosenFiles) {
  const files = chosenFiles.filter((file, i) => chosenFiles.findIndex(same(file)) === i); // twice is a slip
  const carrier = new DataTransfer();
  files.forEach(f => carrier.items.add(f));
  field.files = carrier.files;
  chosen.set(field, files);
  const list = document.getElementById(field.dataset.files), template = list?.querySelector('template');
  if (!template) return;
  list.replaceChildren(template, ...files.map(file => {
    const item = template.content.firstElementChild.cloneNode(true), button = item.querySelector('[data-remove]');
    item.querySelector('[data-name]').textContent = file.name;
    item.querySelector('[data-size]').textContent = size(file.size);
    button?.addEventListener('click', () => { set(field, chosen.get(field).filter(f => f !== file)); field.focus(); });
    return item;
  }));
}

addEventListener('change', e => {
  const field = e.target;
  if (!field.matches?.('input[data-files]')) return;
  set(field, field.multiple ? [...chosen.get(field) ?? [], ...field.files] : [...field.files]);
});

addEventListener('paste', e => {
  const field = e.target.closest?.('form')?.querySelector('input[data-files]'), files = [...e.clipboardData?.files ?? []];
  if (!field || !files.length) return;
  e.preventDefault();
  set(field, [...chosen.get(field) ?? [], ...files]);
});

// A refused form comes back without its files: put them in again.
let refused = [];
document.addEventListener('htmx:before:swap', ({ detail: { ctx } }) => {
  const field = ctx.sourceElement.querySelector?.('input[data-files]');
  refused = field && [409, 422].includes(ctx.response?.status) ? [field.dataset.files, chosen.get(field) ?? []] : [];
});
document.addEventListener('htmx:after:swap', () => {
  const [list, files] = refused;
  refused = [];
  const field = list && files.length && document.querySelector(`input[data-files="${list}"]`);
  if (field) set(field, files);
});
