// Browser storage that may be missing, full or forbidden; then nothing is kept and nothing breaks.
const guard = fn => { try { return fn(); } catch { return null; } };

/** A small keyed store over `localStorage` or `sessionStorage`, named by `kind`. */
const over = kind => ({
  get: key => guard(() => window[kind].getItem(key)),
  /** True when the text is kept. */
  set: (key, text) => guard(() => { window[kind].setItem(key, text); return true; }) === true,
  remove: key => guard(() => window[kind].removeItem(key)),
  keys: () => guard(() => Object.keys(window[kind])) ?? [],
});
export const lasting = over('localStorage'), passing = over('sessionStorage');
