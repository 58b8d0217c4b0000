// The theme changes at once; the server remembers it.
document.addEventListener('submit', (event) => {
  const form = event.target.closest('[data-theme-form]');
  if (!form || !event.submitter) return;
  event.preventDefault();
  const body = new FormData(form, event.submitter);
  document.documentElement.dataset.bsTheme = event.submitter.value;
  for (const button of form.querySelectorAll('[aria-pressed]')) button.setAttribute('aria-pressed', String(button === event.submitter));
  form.closest('details')?.removeAttribute('open');
  fetch(form.action, { method: 'POST', body, headers: { 'HX-Request': 'true' } });
});
