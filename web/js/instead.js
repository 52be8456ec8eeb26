// Better words, put in place of those that jar by one press. Typing makes the server look at the text anew.
addEventListener('click', e => {
  const offer = e.target.closest?.('button[data-instead]'), text = offer?.form?.querySelector('textarea[name=body]');
  if (!text || text.readOnly) return;
  const { of, instead } = offer.dataset, at = text.value.indexOf(of);
  if (at < 0) return; // changed meanwhile: the next look says what jars then
  text.focus();
  text.setRangeText(instead, at, at + of.length, 'end');
  // What only its writer knows is to be filled in: the first gap stands marked.
  const gap = instead.indexOf('…');
  if (gap >= 0) text.setSelectionRange(at + gap, at + gap + 1);
  offer.closest('.hintline').remove();
  text.dispatchEvent(new Event('input', { bubbles: true }));
});
