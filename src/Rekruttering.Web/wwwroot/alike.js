// Who the person being typed may be, said while there is still time to stop. The form works without it: saving asks the same.
'use strict';

(() => {
  const form = document.querySelector('form[data-alike]');
  const here = document.querySelector('[data-alike-here]');
  if (!form || !here) return;
  const asked = ['FirstName', 'LastName', 'Email', 'Phone', 'BirthYear', 'StudyPlaceCode'].map(name => `Input.${name}`);
  let waiting;
  let turn = 0;
  let shown = '';
  const look = async () => {
    const data = new FormData();
    for (const name of [...asked, '__RequestVerificationToken']) data.set(name, form.elements[name].value);
    const mine = ++turn;
    const answer = await fetch(form.dataset.alike, { method: 'POST', body: data }).catch(() => null);
    if (!answer?.ok || mine !== turn) return;
    const text = (await answer.text()).trim();
    if (text === shown || mine !== turn) return;
    shown = text;
    here.replaceChildren(...new DOMParser().parseFromString(text, 'text/html').body.childNodes);
  };
  form.addEventListener('input', event => {
    if (!asked.includes(event.target.name)) return;
    clearTimeout(waiting);
    waiting = setTimeout(look, 500);
  });
})();
