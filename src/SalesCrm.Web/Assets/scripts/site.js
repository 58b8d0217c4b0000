// What every page loads: htmx and the small pieces that make plain forms and links quicker or safer.
import htmx from 'htmx.org';
import './requests.js';
import './toasts.js';
import './menus.js';
import './focus.js';
import './theme.js';
import './forms.js';
import './dialogs.js';
import './selection.js';
import './columns.js';

window.htmx = htmx;
