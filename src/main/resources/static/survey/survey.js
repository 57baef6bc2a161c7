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
  // What was chosen is not seen again by going back.
  window.addEventListener('pageshow', event => { if (event.persisted) location.reload(); });
  const rest = (form, still) => { for (const button of form.querySelectorAll('button')) button.disabled = still; };
  for (const form of document.forms) form.addEventListener('submit', event => {
    setTimeout(() => rest(form, true), 0);
    setTimeout(() => rest(form, false), 10000);
  });
  const objection = document.getElementById('objection');
  if (objection) objection.focus();

  const sheet = document.getElementById('sheet');
  if (!sheet) return;
  const remark = document.getElementById('remark');
  // Without a code a little work stands for it: a number with which the hash of survey, day and answers begins with 15 zero bits.
  const proof = document.getElementById('proof');
  const answers = () => {
    const digits = [...sheet.querySelectorAll('.list fieldset')].map(row => row.querySelector('input:checked').value).join('');
    return `${digits}\n${remark ? remark.value.replace(/\r\n/g, '\n') : ''}`;
  };
  const work = found => {
    const start = `${proof.dataset.box}:${proof.dataset.day}:${sha256(answers())}:`;
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
  if (proof) sheet.addEventListener('submit', event => {
    if (proof.value) return;
    event.preventDefault();
    work(number => { proof.value = number; sheet.submit(); });
  });
  const named = document.getElementById('named');
  const look = () => { named.hidden = !/(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{17}[\dXx](?!\d)/.test(remark.value); };
  if (remark) {
    remark.addEventListener('input', look);
    look();
  }
})();
