// Everything here is comfort: each page works without it.
'use strict';

// A refused form: the error summary comes first, and so does the focus.
document.querySelector('[data-takes-focus]')?.focus();

// Tabs that are swiped on a phone begin at the one we are on, with the end of the one before in sight.
for (const tab of document.querySelectorAll('.app-tabs [aria-current]')) tab.parentElement.scrollLeft = tab.offsetLeft - 48;

// Leaving a form with something typed in it asks first, also when it is another form that is sent. Search and filter forms (get) lose nothing.
(() => {
  const unsaved = new Set();
  let sent = new Set();
  const guarded = form => form?.method === 'post' && form.dataset.unguarded === undefined;
  document.addEventListener('input', event => {
    const form = event.target.form;
    if (!guarded(form) || event.target.type === 'password') return;
    unsaved.add(form);
    sent.delete(form);
  });
  for (const field of document.querySelectorAll('form[method=post] [aria-invalid=true]')) if (guarded(field.form)) unsaved.add(field.form);
  for (const form of document.querySelectorAll('form[data-unsaved=true]')) unsaved.add(form);

  document.addEventListener('submit', event => {
    const form = event.target;
    // A preview goes to a frame: the form stays, and so does what is unsaved in it.
    if (event.submitter?.formTarget || form.target) return;
    // What is unsaved in the forms that it names comes along, and so does what a form holds that nothing saves.
    const brought = (form.dataset.brings ?? '').split(' ').map(id => id && document.getElementById(id)).filter(other => other && (unsaved.has(other) || !guarded(other)));
    form.addEventListener('formdata', ({ formData }) => {
      const others = brought.flatMap(other => [...new FormData(other)]).filter(([name]) => !name.startsWith('__'));
      for (const [name] of others) formData.delete(name);
      for (const [name, value] of others) formData.append(name, value);
    }, { once: true });
    sent = form.dataset.discards === undefined ? new Set([form, ...brought]) : unsaved;
  });
  window.addEventListener('beforeunload', event => {
    if ([...unsaved].every(form => sent.has(form))) return;
    event.preventDefault();
    // Who stays has sent nothing: the timer runs when the question is answered.
    setTimeout(() => {
      sent = new Set();
      readyToSend();
    });
  });
})();

// A time that is typed chooses to be the time: data-chooses names the choice.
document.addEventListener('input', event => {
  const choice = event.target.value && document.getElementById(event.target.closest('[data-chooses]')?.dataset.chooses);
  if (choice) choice.checked = true;
});

// A form that is being sent is not sent twice by an impatient finger.
document.addEventListener('submit', event => {
  const form = event.target;
  // After a file the page is still there, and may be asked for another.
  if (form.method !== 'post' || event.defaultPrevented || event.submitter?.formTarget || form.dataset.downloads !== undefined) return;
  if (form.dataset.sending !== undefined) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = '';
  event.submitter?.setAttribute('aria-busy', 'true');
});
function readyToSend() {
  for (const form of document.querySelectorAll('form[data-sending]')) delete form.dataset.sending;
  for (const button of document.querySelectorAll('button[aria-busy]')) button.removeAttribute('aria-busy');
}
window.addEventListener('pageshow', readyToSend);

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
