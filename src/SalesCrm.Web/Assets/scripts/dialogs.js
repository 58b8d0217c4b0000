// <a data-dialog href="…"> leads to a page with a form; here its <main> (or the fragment) opens in a dialog instead.
import htmx from 'htmx.org';

async function open(link) {
  const answer = await fetch(link.href, { headers: { 'X-Dialog': 'true' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const content = page.querySelector('[data-dialog-content]');
  if (!answer.ok || answer.redirected || !content) {
    location.href = link.href;
    return;
  }
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  dialog.append(document.importNode(content, true));
  const title = dialog.querySelector('h1, h2');
  if (title) {
    title.id ||= 'dialog-title';
    dialog.setAttribute('aria-labelledby', title.id);
  }
  document.body.append(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || event.target.closest('[data-dialog-close]')) {
      event.preventDefault();
      dialog.close();
    }
  });
  htmx.process(dialog);
  dialog.showModal();
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-dialog]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  open(link).catch(() => { location.href = link.href; });
});
