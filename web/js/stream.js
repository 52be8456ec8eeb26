// The one stream from the server. It tells names of what changed, never content.

/** Opens `/live` for good: `tell(name)` for every name, `state(up)` when the line comes and goes. */
export function stream(tell, state) {
  let source, timer, wait = 1000;
  const open = () => {
    source = new EventSource('/live');
    // Names told before the line was open are lost, so whoever listens fetches once.
    source.onopen = () => { wait = 1000; state(true); tell('resync'); };
    source.onmessage = e => tell(e.data);
    source.onerror = () => {
      state(false);
      // An EventSource gives up for good on an answer like 502 or 503; a restart of the server is one.
      if (source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, wait * (1 + Math.random()));
      wait = Math.min(wait * 2, 30_000);
    };
  };
  open();
  return { close: () => { clearTimeout(timer); source.close(); } };
}
