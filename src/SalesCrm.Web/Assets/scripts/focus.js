// What had the focus went with a swap: a form that came takes it; when the form goes again, the link that had opened it.
let opener;

document.addEventListener('htmx:beforeSwap', ({ detail }) => {
  const active = document.activeElement;
  if (active === document.body || !detail.target?.contains(active)) return;
  detail.xhr.lostFocus = true;
  if (active.matches('[hx-get]') && !active.closest('form')) opener = active.getAttribute('hx-get');
});

document.addEventListener('htmx:afterSettle', ({ target, detail }) => {
  if (!target.matches || !detail.xhr?.lostFocus || document.activeElement !== document.body) return;
  const form = target.matches('form') ? target : target.querySelector(':scope > form');
  const field = form?.querySelector('.form-control, .form-select');
  const next = field ?? [...document.querySelectorAll('[hx-get]')].find((link) => link.getAttribute('hx-get') === opener);
  next?.focus();
});
