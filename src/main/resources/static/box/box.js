// The code of a slip stands behind the #, which never reaches a server: it goes into the field and out of the address.
(() => {
  'use strict';
  const code = document.getElementById('code');
  const given = location.hash.slice(1);
  if (code && given) {
    code.value = decodeURIComponent(given);
    history.replaceState(null, '', location.pathname);
    document.getElementById('door').submit();
  }
  for (const form of document.forms) form.addEventListener('submit', () => {
    setTimeout(() => { for (const button of form.querySelectorAll('button')) button.disabled = true; }, 0);
  });
  const text = document.getElementById('text');
  const named = document.getElementById('named');
  const look = () => { named.hidden = !/(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{17}[\dXx](?!\d)/.test(text.value); };
  if (text) {
    text.addEventListener('input', look);
    look();
  }
})();
