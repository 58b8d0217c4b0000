// Forms: a second press does nothing, and leaving with unsaved changes asks first.
const state = (form) => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string')).toString();
const before = new WeakMap();
let leaving = false;

const guarded = (root) => root.querySelectorAll('form[data-guard]');
const note = (root = document) => guarded(root).forEach((form) => before.has(form) || before.set(form, form.dataset.guard === 'changed' ? null : state(form)));
const dirty = () => [...guarded(document)].some((form) => before.has(form) && before.get(form) !== state(form));

note();
document.addEventListener('htmx:load', ({ target }) => note(target));

addEventListener('beforeunload', (event) => {
  if (!leaving && dirty()) event.preventDefault();
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post' || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'true';
  if (form.matches('[data-guard]')) leaving = true;
  event.submitter?.setAttribute('aria-disabled', 'true');
  if (form.matches('[data-download]')) download(form);
});

// A file comes, or the page anew with what is wrong: no event tells of a file. What was wrong before is no longer said, and a double press is one.
function download(form) {
  form.querySelectorAll('.problems, .form-error').forEach((said) => said.remove());
  form.querySelectorAll('[aria-invalid]').forEach((field) => { field.removeAttribute('aria-invalid'); field.classList.remove('is-invalid'); });
  leaving = false;
  setTimeout(() => release(form), 2_000);
}

document.addEventListener('htmx:beforeRequest', (event) => {
  const form = event.detail.elt;
  if (form.tagName !== 'FORM' || event.detail.requestConfig.verb === 'get') return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'true';
});

function release(form) {
  delete form.dataset?.sent;
  form.querySelectorAll?.('[aria-disabled="true"][type="submit"], button[aria-disabled="true"]').forEach((button) => button.removeAttribute('aria-disabled'));
}

document.addEventListener('htmx:afterRequest', ({ detail }) => { if (detail.elt.closest?.('form')) release(detail.elt.closest('form')); leaving = false; });
addEventListener('pageshow', () => { leaving = false; document.querySelectorAll('form[data-sent]').forEach(release); });
