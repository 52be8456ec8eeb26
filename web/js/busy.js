// While a form is sent its text cannot be changed (it would be lost), and the pressed button says so after 100 ms.
const forms = new WeakMap();

document.addEventListener('htmx:before:request', ({ detail: { ctx } }) => {
  const form = ctx.sourceElement;
  if (!form.matches?.('form')) return;
  const fields = [...form.querySelectorAll('textarea:not([readonly])')], button = ctx.request.submitter;
  fields.forEach(f => { f.readOnly = true; });
  const timer = setTimeout(() => button?.setAttribute('aria-busy', 'true'), 100);
  forms.set(ctx, () => {
    clearTimeout(timer);
    button?.removeAttribute('aria-busy');
    fields.forEach(f => { f.readOnly = false; });
  });
});
document.addEventListener('htmx:finally:request', ({ detail: { ctx } }) => forms.get(ctx)?.());
