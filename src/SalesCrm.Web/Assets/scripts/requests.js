// htmx requests: antiforgery token, loading bar after 300 ms, what to say when one fails.
import { showToast } from './toasts.js';

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
const word = (name) => document.body.dataset[name];
const running = new Set();
let timer;

export const token = () => meta('antiforgery-token');

document.addEventListener('htmx:configRequest', ({ detail }) => {
  if (detail.verb !== 'get') detail.headers.RequestVerificationToken = token();
});

function refresh() {
  const bar = document.querySelector('.loadbar');
  clearTimeout(timer);
  if (running.size === 0) {
    bar?.classList.remove('on');
    document.querySelectorAll('.busy').forEach((el) => el.classList.remove('busy'));
    return;
  }
  timer = setTimeout(() => {
    bar?.classList.add('on');
    for (const { target } of running) if (target !== document.body) target?.classList.add('busy');
  }, 300);
}

document.addEventListener('htmx:beforeSend', ({ detail }) => { detail.xhr.crm = { target: detail.target }; running.add(detail.xhr.crm); refresh(); });
for (const end of ['htmx:afterRequest', 'htmx:sendAbort']) {
  document.addEventListener(end, ({ detail }) => { running.delete(detail.xhr?.crm); refresh(); });
}

// The session ended: the answer is the sign-in page, which belongs into the whole window.
document.addEventListener('htmx:beforeSwap', (event) => {
  if (new URL(event.detail.xhr.responseURL || location.href, location.href).pathname === '/account/login' && location.pathname !== '/account/login') {
    event.preventDefault();
    location.reload();
  }
});

document.addEventListener('htmx:responseError', () => showToast({ Message: word('wordFailed') }));
for (const failure of ['htmx:sendError', 'htmx:timeout']) {
  document.addEventListener(failure, () => showToast({ Message: word('wordOffline') }));
}
