// The preview follows the typing. Without this the button does the same.
'use strict';

for (const form of document.querySelectorAll('form[data-preview]')) {
  const button = form.querySelector('[data-preview-button]');
  let waiting;
  const show = () => form.requestSubmit(button);
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 700);
  });
  if (form.querySelector('textarea')?.value) show();
}
