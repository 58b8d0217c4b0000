// Lists with check boxes: the bar for many rows shows how many are picked; one box picks the page.
function refresh(list) {
  const boxes = [...list.querySelectorAll('.pick')];
  const picked = boxes.filter((box) => box.checked).length;
  const all = list.querySelector('.pick-all');
  if (all) {
    all.checked = picked > 0 && picked === boxes.length;
    all.indeterminate = picked > 0 && picked < boxes.length;
  }
  const bar = document.querySelector(`[data-bulk-for="${list.id}"]`);
  if (bar) {
    bar.hidden = picked === 0;
    bar.querySelectorAll('[data-picked-count]').forEach((el) => { el.textContent = String(picked); });
  }
}

document.addEventListener('change', ({ target }) => {
  const list = target.closest?.('[data-selection]');
  if (!list) return;
  if (target.matches('.pick-all')) list.querySelectorAll('.pick').forEach((box) => { box.checked = target.checked; });
  refresh(list);
});

document.addEventListener('click', ({ target }) => {
  const bar = target.closest?.('[data-clear-picked]')?.closest('[data-bulk-for]');
  if (!bar) return;
  const list = document.getElementById(bar.dataset.bulkFor);
  list.querySelectorAll('.pick, .pick-all').forEach((box) => { box.checked = false; });
  refresh(list);
  list.querySelector('.pick-all')?.focus();
});

const start = (root) => root.querySelectorAll?.('[data-selection]').forEach(refresh);
start(document);
document.addEventListener('htmx:load', ({ target }) => { if (target.matches?.('[data-selection]')) refresh(target); start(target); });
