// Everything here is comfort: each page works without it.
'use strict';

// A refused form: the error summary comes first, and so does the focus.
document.querySelector('[data-takes-focus]')?.focus();

// Leaving a form with something typed in it asks first. Search and filter forms (get) lose nothing.
(() => {
  let unsaved = false;
  const guarded = form => form?.method === 'post' && form.dataset.unguarded === undefined;
  document.addEventListener('input', event => {
    if (guarded(event.target.form) && event.target.type !== 'password') unsaved = true;
  });
  // A preview goes to a frame: the form stays, and so does what is unsaved in it.
  document.addEventListener('submit', event => { if (!event.submitter?.formTarget) unsaved = false; });
  if (document.querySelector('form[method=post]:not([data-unguarded]) [aria-invalid=true]')) unsaved = true;
  window.addEventListener('beforeunload', event => {
    if (unsaved) event.preventDefault();
  });
})();

// A form that is being sent is not sent twice by an impatient finger.
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.method !== 'post' || event.defaultPrevented || event.submitter?.formTarget) return;
  if (form.dataset.sending !== undefined) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = '';
  event.submitter?.setAttribute('aria-busy', 'true');
});
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sending]')) delete form.dataset.sending;
  for (const button of document.querySelectorAll('button[aria-busy]')) button.removeAttribute('aria-busy');
});

// Menus that drop down close by Escape, by a click outside, and when another opens.
(() => {
  const open = () => document.querySelectorAll('details[data-drop][open]');
  document.addEventListener('click', event => {
    for (const drop of open()) if (!drop.contains(event.target)) drop.open = false;
  });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    for (const drop of open()) {
      drop.open = false;
      drop.querySelector('summary').focus();
    }
  });
  document.addEventListener('focusin', event => {
    for (const drop of open()) if (!drop.contains(event.target)) drop.open = false;
  });
})();

// Keyboard: `/` to the search, `g` and a letter to a main page, `?` lists them. Never while typing.
(() => {
  const dialog = document.getElementById('app-snarveier');
  if (!dialog) return;
  const search = document.querySelector('[data-shortcut="/"]');
  const links = [...document.querySelectorAll('.app-side a[data-shortcut]')];

  const list = dialog.querySelector('dl');
  const row = (keys, what) => {
    const term = document.createElement('dt');
    for (const key of keys.split(' ')) {
      const cap = document.createElement('kbd');
      cap.textContent = key;
      term.append(cap, ' ');
    }
    const text = document.createElement('dd');
    text.textContent = what;
    list.append(term, text);
  };
  row('/', 'Søk etter student');
  for (const link of links) row(link.dataset.shortcut, link.textContent.trim());
  row('?', 'Vis denne listen');

  let afterG = false;
  document.addEventListener('keydown', event => {
    const typing = event.target.closest?.('input, textarea, select, [contenteditable], dialog');
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = afterG ? links.find(link => link.dataset.shortcut === `g ${event.key}`) : null;
    afterG = event.key === 'g';
    if (afterG) setTimeout(() => { afterG = false; }, 1500);
    if (target) location.assign(target.href);
    else if (event.key === '/' && search) {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === '?') dialog.showModal();
  });
})();

// «Kopier» beside a link or a key that is shown once.
document.addEventListener('click', async event => {
  const button = event.target.closest('button[data-copies]');
  if (!button) return;
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent.trim());
  button.textContent = 'Kopiert';
});
for (const button of document.querySelectorAll('button[data-copies]')) button.hidden = !navigator.clipboard;

// A part of a page that goes on by itself (data-reloads: seconds). When the answer has no such part any more, the page is another one.
(() => {
  const part = document.querySelector('[data-reloads]');
  if (!part) return;
  const look = async () => {
    const answer = await fetch(location.href).catch(() => null);
    if (answer?.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-reloads]');
      if (!fresh) return location.reload();
      part.replaceChildren(...fresh.childNodes);
    }
    setTimeout(look, part.dataset.reloads * 1000);
  };
  setTimeout(look, part.dataset.reloads * 1000);
})();
