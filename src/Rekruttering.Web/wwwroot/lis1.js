// Puts the wishes in order by buttons. Without this each rank is a list to choose from, which is enough.
'use strict';

for (const ranks of document.querySelectorAll('[data-ranks]')) {
  const selects = [...ranks.querySelectorAll('select')];
  const said = ranks.querySelector('[data-ranks-said]');
  const nameOf = select => select.selectedOptions[0].textContent.trim();

  const swap = (from, to) => {
    [selects[from].value, selects[to].value] = [selects[to].value, selects[from].value];
    const folded = selects[to].closest('details');
    if (folded) folded.open = true;
    said.textContent = ranks.dataset.moved.replace('{0}', nameOf(selects[to])).replace('{1}', String(to + 1));
    selects[to].dispatchEvent(new Event('input', { bubbles: true }));
  };

  const button = (index, step) => {
    const mover = document.createElement('button');
    mover.type = 'button';
    mover.className = 'ds-button';
    mover.dataset.variant = 'tertiary';
    mover.dataset.step = String(step);
    mover.textContent = step < 0 ? '↑' : '↓';
    mover.addEventListener('click', () => {
      swap(index, index + step);
      show();
      // The wish that was moved keeps the focus, so that it can be moved on.
      const next = selects[index + step].parentElement.querySelector(`[data-step="${step}"]:not([disabled])`);
      (next ?? selects[index + step]).focus();
    });
    return mover;
  };

  const show = () => {
    selects.forEach((select, index) => {
      for (const mover of select.parentElement.querySelectorAll('[data-step]')) {
        const step = Number(mover.dataset.step);
        mover.hidden = select.value === '';
        mover.disabled = index + step < 0 || index + step >= selects.length;
        mover.setAttribute('aria-label', `${step < 0 ? ranks.dataset.up : ranks.dataset.down}: ${nameOf(select)}`);
      }
    });
  };

  selects.forEach((select, index) => {
    select.parentElement.append(button(index, -1), button(index, 1));
    select.addEventListener('change', show);
  });
  show();
}
