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

// A campaign's progress, as it happens. Without this a reload shows the same. Open only while the page is shown: a stream that is
// still open when the browser leaves is an error in its console, and a page that comes back by "Back" must follow again.
// The attribute is empty when nothing moves any more.
for (const section of document.querySelectorAll('[data-live^="/"]')) {
  const number = new Intl.NumberFormat('nb-NO');
  const show = message => {
    const now = JSON.parse(message.data);
    if (now.status !== section.dataset.status) {
      // What was said when the page came would be gone before it is read.
      const reading = document.querySelector('.app-done') ? 6000 : 0;
      events.close();
      setTimeout(() => location.reload(), reading - performance.now());
      return;
    }
    for (const place of section.querySelectorAll('[data-count]')) place.textContent = number.format(now[place.dataset.count]);
    const bar = section.querySelector('progress');
    if (bar) [bar.max, bar.value] = [Math.max(now.planned, 1), now.done];
    const left = section.querySelector('[data-left]');
    if (left) left.hidden = now.waiting === 0;
  };
  let events;
  addEventListener('pageshow', () => {
    events = new EventSource(section.dataset.live);
    events.onmessage = show;
  });
  addEventListener('pagehide', () => events?.close());
}

// How long a plan can still be undone. Without this the clock time beside it says the same.
for (const place of document.querySelectorAll('[data-countdown]')) {
  const end = Date.parse(place.dataset.countdown);
  const tick = () => {
    const left = Math.ceil((end - Date.now()) / 1000);
    place.textContent = left < 1 ? 'et øyeblikk' : left === 1 ? '1 sekund' : left < 90 ? `${left} sekunder` : `${Math.ceil(left / 60)} minutter`;
    if (left < 1) clearInterval(ticking);
  };
  const ticking = setInterval(tick, 1000);
  tick();
}
