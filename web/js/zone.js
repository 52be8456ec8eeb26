// The browser knows where it is: a field marked data-guess-zone gets its zone, unless somebody has typed there already.
const field = document.querySelector('[data-guess-zone]');
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
// Browsers without one say UTC, or a name of their own that the server may not know.
if (field && field.value === field.defaultValue && timeZone?.includes('/')) field.value = timeZone;
