// Menus are <details>: this closes them when one looks elsewhere, and lets arrows, Home and End go through their items. "/" goes to the search field.
// Not for a dialog that an item of the menu opened: focus goes back to that item.
function leave({ target }) {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(target) && !target.closest?.('dialog')) menu.open = false;
  }
}
document.addEventListener('click', leave);
document.addEventListener('focusin', leave);

// One that opens beyond the edge of what scrolls around it, such as the last card of a lane, comes into sight.
document.addEventListener('toggle', ({ target }) => {
  if (target.matches?.('details.menu[open]')) target.querySelector('.dropdown-menu')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}, true);

// From the button that opens it, down is the first item and up the last.
const steps = { ArrowDown: (at, count) => (at + 1) % count, ArrowUp: (at, count) => (at <= 0 ? count : at) - 1, Home: () => 0, End: (at, count) => count - 1 };

function walk(event) {
  const menu = event.target.closest?.('details.menu');
  const onButton = event.target.matches?.('summary');
  if (!menu || !steps[event.key] || event.ctrlKey || event.metaKey || event.altKey || (!onButton && !event.target.matches('.dropdown-item'))) return;
  if (onButton && !menu.open && !event.key.startsWith('Arrow')) return;
  event.preventDefault();
  menu.open = true;
  const items = [...menu.querySelectorAll('.dropdown-item')].filter((item) => item.checkVisibility());
  items[steps[event.key](items.indexOf(event.target), items.length)]?.focus();
}

document.addEventListener('keydown', walk);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    // A dialog closes by itself, and then the item of the menu that opened it has the focus again.
    if (document.querySelector('dialog[open]')) return;
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
