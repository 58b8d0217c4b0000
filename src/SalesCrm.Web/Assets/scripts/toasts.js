// Short messages: sent by the server in HX-Trigger, or already in the page. They pass after ten seconds, not while looked at.
const life = 10_000;

function start(card) {
  let timer;
  const go = () => { timer = setTimeout(() => card.remove(), life); };
  const stay = () => clearTimeout(timer);
  for (const on of ['mouseenter', 'focusin']) card.addEventListener(on, stay);
  for (const off of ['mouseleave', 'focusout']) card.addEventListener(off, go);
  go();
}

export function showToast({ Message, UndoPath, UndoFields = {} }) {
  const card = document.getElementById('toast-template').content.firstElementChild.cloneNode(true);
  card.querySelector('span').textContent = Message;
  const form = card.querySelector('form');
  if (UndoPath) {
    const token = document.querySelector('meta[name="antiforgery-token"]')?.content;
    form.hidden = false;
    form.action = UndoPath;
    // The form in the template may have a token of its own; two of them are refused.
    form.querySelectorAll('input').forEach((input) => input.remove());
    for (const [name, value] of Object.entries({ __RequestVerificationToken: token, ...UndoFields })) {
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
    }
  } else {
    form.remove();
  }
  document.querySelector('.toasts').append(card);
  start(card);
}

document.addEventListener('toast', ({ detail }) => showToast(detail));
document.querySelectorAll('[data-toast]').forEach(start);
