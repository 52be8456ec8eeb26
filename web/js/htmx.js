// htmx as this desk uses it: Trusted Types, what a morph must leave alone, and one hook for new content.
import htmx from 'htmx.org/dist/htmx.esm.js';
import 'htmx.org/dist/ext/hx-preload.js';

// Scripts may come from our own bundle alone, and text never becomes a script.
export const policy = window.trustedTypes?.createPolicy('htmx', {
  createHTML: text => text,
  createScript: () => { throw new TypeError('no scripts from text'); },
  createScriptURL: url => {
    if (!url.startsWith('/assets/')) throw new TypeError('no scripts from elsewhere');
    return url;
  },
});
if (policy) htmx.registerExtension('desk-tt', { init: api => api.initSecurity(policy) });

// The server cannot know these: a morph would close <details> and dialogs and lose the row at hand.
htmx.config.morphIgnore.push('open', 'aria-expanded', 'data-cursor');

/** Calls `fn` now and whenever content came in; before a view transition takes its picture. */
export function ready(fn) {
  fn();
  document.addEventListener('htmx:after:process', fn);
  document.addEventListener('htmx:after:swap', fn);
}

/** True for a request that replaces the page: a followed link, a boosted form, back and forward. */
export function boosted(ctx) {
  const headers = ctx?.request?.headers ?? {};
  return 'HX-Boosted' in headers || 'HX-History-Restore-Request' in headers;
}

export default htmx;
