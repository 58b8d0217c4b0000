// What had the focus went with a swap or a new load of the page: it comes back to where it was, to the next of its kind, to the link that leads to the form, or to what came instead.
const quoted = (value) => `"${CSS.escape(value)}"`;
const store = 'focus';
const late = '[hx-trigger="load"]';
const field = ':is(.form-control, .form-select)';
const focusable = 'a[href], button, input:not([type="hidden"]), select, textarea, summary';
let pending;

const submits = (element) => element.matches('button, input[type="submit"]');
const isLost = () => !document.activeElement || document.activeElement === document.body;

// The places where the focus may go on, the best first, as selectors: the elements themselves will be gone.
function placesOf(element) {
  const places = [];
  const form = element.form ?? element.closest('form');
  const action = form?.getAttribute('action');
  const id = form?.getAttribute('id');
  const menu = element.closest('details.menu');
  const owner = menu?.closest('[id]');
  if (owner && menu.contains(form)) places.push(`#${CSS.escape(owner.id)} details.menu > summary`);
  if (element.id) places.push(`#${CSS.escape(element.id)}`);
  if (form && (id || action)) {
    const within = id ? `#${CSS.escape(id)}` : `form[action=${quoted(action)}]`;
    const named = element.name && `${within} [name=${quoted(element.name)}]`;
    if (named && submits(element)) {
      const alike = [...document.querySelectorAll(named)];
      const at = alike.indexOf(element);
      places.push(...[element, ...alike.slice(at + 1), ...alike.slice(0, Math.max(at, 0)).reverse()].map((one) => `${named}[value=${quoted(one.value)}]`));
    } else {
      places.push(named || `${within} ${field}`);
    }
  }
  for (const path of [action, element.getAttribute('hx-get')]) {
    if (path) places.push(`main a[hx-get=${quoted(path)}]`, `main a[href=${quoted(path)}]`);
  }
  return places;
}

function focus(element) {
  element.focus();
  // Somebody who goes on typing goes on behind what is there.
  if (element.matches('input, textarea') && element.selectionStart !== null) element.setSelectionRange(element.value.length, element.value.length);
  return !isLost();
}

const goTo = (places) => places.some((place) => [...document.querySelectorAll(place)].some((element) => element.checkVisibility() && focus(element)));

// Where nothing better is left: the part of the page, which begins there for the keyboard.
function enter(part) {
  if (!part) return;
  part.tabIndex = -1;
  part.focus({ preventScroll: true });
}

document.addEventListener('htmx:beforeSwap', ({ detail }) => {
  const active = document.activeElement;
  if (isLost()) return;
  detail.xhr.lostFocus = { places: placesOf(active), opens: active.matches('[hx-get]') && !active.closest('form') };
});

document.addEventListener('htmx:afterSettle', ({ target, detail }) => {
  if (!target.matches || !isLost()) return;
  const lost = detail.xhr?.lostFocus;
  if (!lost) {
    if (pending && goTo(pending.places)) pending = undefined;
    return;
  }
  const form = target.matches('form') ? target : target.querySelector(':scope > form');
  const first = form?.querySelector(field);
  if (lost.opens && first) first.focus();
  else if (!goTo(lost.places)) (first ?? target.querySelector(focusable))?.focus();
  if (isLost()) enter(target.isConnected ? target : document.querySelector('main'));
});

// A form that loads the page anew: the page finds again what was pressed.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') return;
  const active = isLost() ? event.submitter : document.activeElement;
  if (!active) return;
  const part = active.closest('section[aria-label]')?.getAttribute('aria-label');
  try {
    sessionStorage.setItem(store, JSON.stringify({ path: location.pathname, at: Date.now(), places: placesOf(active), part }));
  } catch {
    // A browser that keeps nothing for us: the page begins at its top.
  }
});

function kept() {
  try {
    const text = sessionStorage.getItem(store);
    sessionStorage.removeItem(store);
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function comeBack(left) {
  // What is wrong with a form, and what a page begins with, come first.
  if (left?.path !== location.pathname || Date.now() - left.at > 60_000 || !isLost() || document.querySelector('.problems, [autofocus]')) return;
  if (goTo(left.places)) return;
  if (document.querySelector(late)) pending = left;
  else if (left.part) enter(document.querySelector(`section[aria-label=${quoted(left.part)}]`));
}

comeBack(kept());
for (const on of ['pointerdown', 'keydown']) document.addEventListener(on, () => { pending = undefined; }, true);
