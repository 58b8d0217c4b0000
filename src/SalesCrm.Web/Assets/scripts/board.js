// Cards move by mouse and touch as by their own menu: a drop presses the button of the card's move form that names the lane.
// The server answers with the changed lanes (out of band), or refuses: then the card goes back and the lane shows why.
import Sortable from 'sortablejs';

const origins = new WeakMap();
const button = (form, lane) => [...form.elements].find((el) => el.type === 'submit' && el.value === lane.dataset.stage);
const lane = (stage) => document.querySelector(`.lane[data-stage="${CSS.escape(stage)}"]`);

function back(card) {
  const origin = origins.get(card);
  if (!origin) return;
  origins.delete(card);
  if (origin.next?.parentElement === origin.list) origin.next.before(card);
  else origin.list.append(card);
  card.classList.add('held');
}

function dropped({ item, from, to }) {
  if (from === to) return;
  const form = item.querySelector('form.move');
  const press = form && button(form, to.closest('.lane'));
  // A click, not requestSubmit: htmx sends the value of the button that was clicked last.
  if (press) press.click();
  else back(item);
}

function start(root) {
  for (const list of root.querySelectorAll('.lane-cards')) {
    if (Sortable.get(list)) continue;
    Sortable.create(list, {
      group: 'board', draggable: '.deal', filter: 'a, button, summary, form, .menu', preventOnFilter: false, delay: 200, delayOnTouchOnly: true, animation: 0,
      onStart: ({ item, from }) => origins.set(item, { list: from, next: item.nextElementSibling }),
      onEnd: dropped,
    });
  }
}

const board = document.querySelector('.board');
if (board) {
  board.classList.add('board-drag');
  start(board);
  document.addEventListener('htmx:load', () => start(board));

  // The refusal belongs at the head of the lane that the card was meant for.
  board.addEventListener('htmx:beforeSwap', ({ detail }) => {
    const stage = detail.requestConfig?.triggeringEvent?.submitter?.value;
    const answer = stage && lane(stage)?.querySelector('.lane-answer');
    if (answer) detail.target = answer;
  });

  board.addEventListener('htmx:afterRequest', ({ detail }) => {
    const card = detail.elt.closest?.('.deal');
    if (!card) return;
    const { status } = detail.xhr;
    if (status >= 200 && status < 300) origins.delete(card);
    else back(card);
  });

  board.addEventListener('click', ({ target }) => target.closest?.('[data-dismiss-refusal]')?.closest('.refusal')?.remove());
}
