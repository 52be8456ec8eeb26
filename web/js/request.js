// The page of a customer's request: keeps what is typed while there is no connection, and looks for answers while somebody looks at it.
const form = document.querySelector('form[data-answer]'), field = form?.elements.body;
const key = `answer-${form?.dataset.answer}`;
/** Storage may be forbidden; then a draft is not kept. */
const store = action => { try { return action(localStorage); } catch { return null; } };

if (field) {
  if (document.querySelector('[data-sent]')) store(all => all.removeItem(key));
  else if (!field.value) field.value = store(all => all.getItem(key)) ?? '';
  field.addEventListener('input', () => store(all => (field.value ? all.setItem(key, field.value) : all.removeItem(key))));
  form.addEventListener('submit', event => {
    const offline = !navigator.onLine;
    for (const note of document.querySelectorAll('[data-offline]')) note.hidden = !offline;
    if (offline) event.preventDefault();
  });
}

/** A document read by the browser itself: no text of the server becomes markup in a script. */
function look() {
  if (document.visibilityState !== 'visible' || !navigator.onLine) return;
  const ask = new XMLHttpRequest();
  ask.open('GET', location.pathname);
  ask.responseType = 'document';
  ask.onload = () => {
    for (const now of document.querySelectorAll('[data-fresh]')) {
      const next = ask.status === 200 && ask.response?.getElementById(now.id);
      if (next && next.innerHTML !== now.innerHTML) now.replaceChildren(...document.adoptNode(next).childNodes);
    }
  };
  ask.send();
}
if (document.querySelector('[data-fresh]')) {
  setInterval(look, 30000);
  document.addEventListener('visibilitychange', look);
}
