// The code of a slip stands behind the #, which never reaches a server: it goes into the field and out of the address.
(() => {
  'use strict';
  const home = document.body.dataset.home;
  const shared = home !== '/b';
  const code = document.getElementById('code');
  const given = location.hash.slice(1);
  if (code && given) {
    code.value = decodeURIComponent(given);
    history.replaceState(null, '', location.pathname);
    document.getElementById('door').submit();
  }
  // Nothing that was chosen is seen again: neither by going back nor by whoever holds the device next.
  window.addEventListener('pageshow', event => { if (event.persisted) location.replace(home); });
  const next = document.getElementById('next');
  if (next) setTimeout(() => { location.replace(next.href); }, 8000);
  if (shared && code) code.focus();
  for (const form of document.forms) form.addEventListener('submit', event => {
    if (event.defaultPrevented) return;
    setTimeout(() => { for (const button of form.querySelectorAll('button')) button.disabled = true; }, 0);
    setTimeout(() => { for (const button of form.querySelectorAll('button')) button.disabled = false; }, 10000);
  });

  const form = document.getElementById('ballot');
  if (!form) return;
  const rows = [...form.querySelectorAll('fieldset')];
  const chosen = row => row.querySelector('input:checked')?.value !== '0';
  const name = row => row.querySelector('legend b').textContent;
  const bar = document.getElementById('bar');
  const back = document.getElementById('back');
  const missing = document.getElementById('missing');
  bar.hidden = false;
  const draw = () => {
    const open = rows.filter(row => !chosen(row));
    document.getElementById('count').textContent = rows.length - open.length;
    document.getElementById('of').textContent = rows.length;
    document.getElementById('track').style.width = `${100 * (rows.length - open.length) / rows.length}%`;
    document.getElementById('left').textContent = open.length ? form.dataset.left.replace('#', open.length) : form.dataset.all;
    for (const row of rows) {
      const isOpen = form.dataset.seen === 'yes' && !chosen(row);
      row.closest('li').classList.toggle('empty', isOpen);
      row.querySelector('.miss').hidden = !isOpen;
    }
    missing.hidden = back.hidden = open.length === 0;
    const few = open.slice(0, 6).map(name).join('、') + (open.length > 6 ? '…' : '');
    missing.firstElementChild.textContent = form.dataset.open.replace('#', open.length).replace('*', few);
  };
  // A second tap takes a choice back.
  let before = null;
  form.addEventListener('pointerdown', event => { before = event.target.closest('.seg label')?.querySelector('input:checked') ?? null; });
  form.addEventListener('click', event => {
    if (event.target.matches('.seg input') && event.target === before) {
      event.target.closest('.seg').querySelector('input[value="0"]').checked = true;
      draw();
    }
    if (event.target.matches('.seg input')) before = null;
  });
  form.addEventListener('change', draw);
  // What is cast cannot be changed: with rows left open it takes a second tap.
  form.addEventListener('submit', event => {
    const button = document.getElementById('cast');
    if (rows.every(chosen) || form.dataset.sure === 'yes') return;
    event.preventDefault();
    form.dataset.sure = 'yes';
    button.textContent = button.dataset.sure;
    missing.scrollIntoView({ block: 'center' });
  }, true);
  // Rows that are still open are marked once the end has been seen, not while somebody is on his way down.
  new IntersectionObserver(seen => { if (seen.some(one => one.isIntersecting)) { form.dataset.seen = 'yes'; draw(); } }).observe(missing.parentElement);
  back.addEventListener('click', () => {
    const row = rows.find(one => !chosen(one));
    row.closest('li').scrollIntoView({ block: 'center' });
    row.querySelector('.seg label:not(.none) input').focus({ preventScroll: true });
  });
  draw();
})();
