// The desk's scripts. htmx first: it must have its Trusted Types policy before it starts.
import './htmx.js';
import './errors.js';
import './busy.js';
import './live.js';
import './countdown.js';
import './composer.js';
import './draft.js';
import './files.js';
import './toast.js';
import './list.js';
import './select.js';
import './page.js'; // after the list, which knows better where the focus goes
import './controls.js';
import './copy.js';
import './macros.js';
import './instead.js';
import './need.js';
import './mention.js';
import './thread.js';
import './presence.js';
import './palette.js';
