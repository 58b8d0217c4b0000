// The rows of a form that has up and down in each: they change places here instead of on the server. What the form posts is the order of its rows.
document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-moves] button');
  if (!button) return;
  event.preventDefault();
  const row = button.closest('tr');
  const other = button.name === 'Up' ? row.previousElementSibling : row.nextElementSibling;
  if (!other?.querySelector('[data-moves]')) return;
  if (button.name === 'Up') other.before(row);
  else other.after(row);
  button.focus();
  // At an end the button is hidden: the other one in its row takes the focus.
  if (document.activeElement !== button) row.querySelector(`[data-moves] button:not([name="${button.name}"])`).focus();
});
