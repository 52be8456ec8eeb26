// The search of the help centre: shows what the words typed so far lead to. Without it the form leads to a page of results.
const field = document.querySelector('input[data-suggest]'), place = document.getElementById('suggested');
let asked = '', waiting;

/** A document read by the browser itself: no text of the server becomes markup in a script. */
function ask() {
  const query = field.value.trim();
  if (query === asked) return;
  asked = query;
  if (query.length < 2) return place.replaceChildren();
  const request = new XMLHttpRequest();
  request.open('GET', `${field.dataset.suggest}?q=${encodeURIComponent(query)}`);
  request.responseType = 'document';
  request.onload = () => {
    const list = request.status === 200 && request.response?.getElementById('suggested');
    // Answers may overtake each other.
    if (list && query === asked) place.replaceChildren(...document.adoptNode(list).childNodes);
  };
  request.send();
}

if (field && place) {
  field.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(ask, 150); });
  field.form.addEventListener('keydown', event => {
    const links = [...place.querySelectorAll('a')], at = links.indexOf(document.activeElement);
    if (event.key === 'Escape') { place.replaceChildren(); field.focus(); }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp' || !links.length) return;
    event.preventDefault();
    const next = at + (event.key === 'ArrowDown' ? 1 : -1);
    (next < 0 ? field : links[Math.min(next, links.length - 1)]).focus();
  });
}
