// Menus are <details>: this closes them when one looks elsewhere. "/" goes to the search field.
// Not for a dialog that an item of the menu opened: focus goes back to that item.
function leave({ target }) {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(target) && !target.closest?.('dialog')) menu.open = false;
  }
}
document.addEventListener('click', leave);
document.addEventListener('focusin', leave);

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    const menu = document.activeElement?.closest('details.menu[open]') ?? document.querySelector('details.menu[open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
    return;
  }
  const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const field = document.querySelector('[data-shortcut="/"]');
    if (field) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  }
});

document.addEventListener('click', ({ target }) => {
  const button = target.closest?.('[data-reveal]');
  if (!button) return;
  const field = document.getElementById(button.dataset.reveal);
  field.type = field.type === 'password' ? 'text' : 'password';
  button.setAttribute('aria-pressed', String(field.type === 'text'));
});
