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
  // Without a code a little work stands for it: a number with which the hash of box, day and text begins with 15 zero bits.
  const proof = document.getElementById('proof');
  const work = (found) => {
    const start = `${proof.dataset.box}:${proof.dataset.day}:${sha256(text.value.replace(/\r\n/g, '\n'))}:`;
    let number = 0;
    const some = () => {
      for (const until = number + 2000; number < until; number++) {
        const hash = sha256(start + number);
        if (hash.startsWith('000') && hash[3] <= '1') return found(String(number));
      }
      setTimeout(some, 0);
    };
    some();
  };
  if (proof) proof.form.addEventListener('submit', (event) => {
    if (proof.value) return;
    event.preventDefault();
    work((number) => { proof.value = number; proof.form.submit(); });
  });
  const named = document.getElementById('named');
  const look = () => { named.hidden = !/(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{17}[\dXx](?!\d)/.test(text.value); };
  if (text) {
    text.addEventListener('input', look);
    look();
  }
})();
