// What pages do beyond links and forms. Every page works without it; this makes them quicker.
(() => {
  'use strict';

  const csrf = () => document.querySelector('meta[name=csrf]')?.content;

  document.addEventListener('htmx:configRequest', event => {
    const token = csrf();
    if (token) event.detail.headers['X-CSRF-TOKEN'] = token;
  });

  // A click, and the record is being made: the button waits, so that nobody wonders and clicks again.
  document.addEventListener('submit', event => {
    const button = event.submitter;
    if (event.defaultPrevented || !button || button.dataset.again !== undefined) return;
    setTimeout(() => { button.disabled = true; }, 0);
    setTimeout(() => { button.disabled = false; }, 8000);
  });

  // A form from a page that is older than the session fetches a token of the new one first.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (!form.matches('[data-fresh-token]') || form.dataset.fresh) return;
    event.preventDefault();
    fetch('/token', { headers: { Accept: 'application/json' } })
      .then(answer => answer.ok && !answer.redirected ? answer.json() : Promise.reject(answer))
      .then(({ token }) => {
        form.querySelector('input[name=_csrf]').value = token;
        form.dataset.fresh = 'yes';
        form.submit();
      })
      .catch(() => form.querySelector('a')?.focus());
  });

  document.addEventListener('click', event => {
    const fill = event.target.closest('[data-fill]');
    if (fill) {
      document.getElementById('username').value = fill.dataset.username;
      document.getElementById('password').value = fill.dataset.password;
      document.querySelector('#sign-in button[type=submit]').focus();
    }
    const eye = event.target.closest('[data-shows]');
    if (eye) {
      const field = document.getElementById(eye.dataset.shows);
      const words = eye.querySelector('span');
      const shown = field.type === 'text';
      field.type = shown ? 'password' : 'text';
      [words.textContent, eye.dataset.hide] = [eye.dataset.hide, words.textContent];
    }
    for (const menu of document.querySelectorAll('details.ol-menu[open]')) {
      if (!menu.contains(event.target)) menu.open = false;
    }
    if (event.target.closest('[data-print]')) window.print();
    const copies = event.target.closest('[data-copies]');
    if (copies) {
      // Without https there is no clipboard to write to: the old command copies what is selected.
      document.getElementById(copies.dataset.copies).select();
      if (document.execCommand('copy')) copies.querySelector('span').textContent = copies.dataset.copied;
    }
    if (event.target.closest('[data-close]') || event.target.id === 'drawer') closeDrawer();
  });

  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    for (const menu of document.querySelectorAll('details.ol-menu[open]')) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });

  // The drawer: filled by htmx, opened as a dialog.
  const drawer = () => document.getElementById('drawer');
  const closeDrawer = () => {
    drawer()?.close();
    for (const row of document.querySelectorAll('.is-open')) row.classList.remove('is-open');
  };
  document.addEventListener('htmx:afterSwap', event => {
    if (event.detail.target?.id === 'drawer' && drawer().childElementCount && !drawer().open) drawer().showModal();
    begin(event.detail.target);
  });
  document.addEventListener('htmx:beforeRequest', event => {
    const row = event.detail.elt.closest?.('tbody.ol-item');
    if (row && event.detail.target?.id === 'drawer') {
      for (const open of document.querySelectorAll('.is-open')) open.classList.remove('is-open');
      row.classList.add('is-open');
    }
  });
  // What only helps while somebody types leaves his words alone, whatever happens to it: no error page, no page to sign in.
  document.addEventListener('htmx:beforeSwap', event => {
    const { target, xhr } = event.detail;
    if (target?.dataset.quiet === undefined) return;
    event.detail.isError = false;
    event.detail.shouldSwap = xhr.status === 200 && !xhr.responseText.includes('<html');
  });
  document.addEventListener('htmx:responseError', event => {
    if (event.detail.elt?.dataset?.quiet !== undefined) return;
    // An error page is a page: show it instead of nothing.
    document.open();
    document.write(event.detail.xhr.responseText);
    document.close();
  });

  // Filters apply at once where a change can be seen; without a script there is a button.
  document.addEventListener('change', event => {
    if (event.target.matches('select[data-go]')) location.href = event.target.value;
    const form = event.target.closest('form[data-apply]');
    if (form) form.requestSubmit();
  });

  // A file dropped on the field is a file chosen.
  for (const kind of ['dragover', 'dragleave', 'drop']) {
    document.addEventListener(kind, event => {
      const place = event.target.closest?.('[data-drop]');
      if (!place) return;
      event.preventDefault();
      place.classList.toggle('is-over', kind === 'dragover');
      if (kind !== 'drop') return;
      const field = place.querySelector('input[type=file]');
      field.files = event.dataTransfer.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }

  // What the server would not take is said before it is sent, while everything typed still stands there.
  const MOST_BYTES = 20 * 1024 * 1024;
  document.addEventListener('change', event => {
    const field = event.target;
    if (!field.matches('input[type=file]')) return;
    const bytes = [...field.files].reduce((sum, file) => sum + file.size, 0);
    field.setCustomValidity(bytes > MOST_BYTES ? document.body.dataset.heavy : '');
    field.reportValidity();
  });

  const grow = area => {
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + 2}px`;
  };
  document.addEventListener('input', event => {
    if (event.target.matches('textarea[data-grow]')) grow(event.target);
  });

  // A text is never cut: how much room is left is said when there is little, and what is too much once there is none.
  const count = field => {
    const left = Number(field.dataset.longest) - [...field.value.trim()].length;
    const near = left < Number(field.dataset.longest) / 10;
    let line = field.parentElement.querySelector('.ol-count-left');
    if (!line && !near) return;
    if (!line) {
      line = document.createElement('div');
      line.className = 'form-hint ol-count-left';
      line.setAttribute('role', 'status');
      field.after(line);
    }
    line.textContent = near ? document.body.dataset[left < 0 ? 'excess' : 'left'].replace('#', Math.abs(left)) : '';
    line.classList.toggle('is-over', left < 0);
  };
  document.addEventListener('input', event => {
    if (event.target.matches('[data-longest]')) count(event.target);
  });

  // The minutes of an agenda are added up while they are typed; what is struck does not count.
  document.addEventListener('input', event => {
    const form = event.target.closest('form[data-agenda]');
    if (!form) return;
    const sum = [...form.querySelectorAll('[data-minutes]')]
      .filter(field => !field.closest('li').querySelector('[data-struck]:checked'))
      .reduce((all, field) => all + (Number(field.value) || 0), 0);
    const line = form.querySelector('[data-sum]');
    const [hours, minutes] = (form.dataset.starts ?? '').split(':').map(Number);
    const end = hours * 60 + minutes + sum;
    const two = number => String(number).padStart(2, '0');
    line.textContent = line.dataset.words.replace('#', sum)
      + (sum > 0 && end >= 0 ? line.dataset.until.replace('#', `${two(Math.floor(end / 60) % 24)}:${two(end % 60)}`) : '');
  });

  // Leaving a page with unsaved words asks first.
  let changed = false;
  document.addEventListener('input', event => {
    // A form with a draft loses nothing.
    if (event.target.closest('form[data-keep]:not([data-draft])')) changed = true;
  });
  document.addEventListener('submit', () => { changed = false; });
  window.addEventListener('beforeunload', event => { if (changed) event.preventDefault(); });

  // Filters are folded up on a phone alone: a window that was narrow at first gets them back.
  const phone = matchMedia('(max-width: 767.98px)');
  phone.addEventListener('change', () => {
    if (phone.matches) return;
    for (const part of document.querySelectorAll('details[data-closed-on-phone]')) part.open = true;
  });

  const begin = root => {
    root.querySelector?.('[data-focus]')?.focus();
    for (const eye of root.querySelectorAll?.('[data-shows][hidden]') ?? []) eye.hidden = false;
    for (const area of root.querySelectorAll?.('textarea[data-grow]') ?? []) grow(area);
    for (const field of root.querySelectorAll?.('[data-longest]') ?? []) count(field);
    if (phone.matches) {
      for (const part of root.querySelectorAll?.('details[data-closed-on-phone]') ?? []) part.open = false;
    }
    for (const bar of root.querySelectorAll?.('[data-percent]') ?? []) bar.style.width = `${bar.dataset.percent}%`;
    for (const toast of root.querySelectorAll?.('.ol-toast') ?? []) setTimeout(() => {
      if (!toast.matches(':hover, :focus-within')) toast.remove();
    }, 6000);
  };
  const start = () => {
    begin(document);
    // The slip of a sign-in carries both fields behind the #, which never reaches a server.
    const slip = new URLSearchParams(location.hash.slice(1));
    if (slip.has('u') && document.getElementById('sign-in')) {
      document.getElementById('username').value = slip.get('u');
      document.getElementById('password').value = slip.get('p') ?? '';
      history.replaceState(null, '', location.pathname);
      document.querySelector('#sign-in button[type=submit]').focus();
    }
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start); else start();

  // How many ballots are in; votes leave no trace that would tell.
  const counter = document.querySelector('[data-count-from]');
  if (counter) {
    setInterval(async () => {
      if (document.hidden) return;
      try {
        const answer = await fetch(counter.dataset.countFrom, { headers: { Accept: 'text/plain' } });
        if (answer.ok && !answer.redirected) counter.textContent = await answer.text();
      } catch { /* the next one will tell */ }
    }, 3000);
  }

  // Without a printer slips are shown one after the other, from this page's memory. What is shown once asks before it goes.
  if (document.querySelector('[data-shown-once]')) {
    let leaving = false;
    document.addEventListener('click', event => { if (event.target.closest('a[href]')) leaving = true; });
    window.addEventListener('beforeunload', event => { if (!leaving) event.preventDefault(); });
  }
  document.addEventListener('click', event => {
    const slips = [...document.querySelectorAll('.sl')];
    const next = document.querySelector('[data-next]');
    const at = slips.findIndex(slip => slip.classList.contains('is-now'));
    const show = place => {
      slips.forEach((slip, number) => slip.classList.toggle('is-now', number === place));
      next.hidden = false;
      const line = next.querySelector('[data-words]');
      line.textContent = line.dataset.words.replace('#', place + 1).replace('*', slips.length);
      const button = next.querySelector('button');
      if (place === slips.length - 1) { button.textContent = button.dataset.last; button.disabled = true; }
    };
    if (event.target.closest('[data-one-by-one]')) { document.body.classList.add('sl-one'); show(Math.max(at, 0)); }
    if (event.target.closest('[data-next] [data-last]') && at < slips.length - 1) show(at + 1);
    if (event.target.closest('[data-all]')) { document.body.classList.remove('sl-one'); next.hidden = true; }
  });
})();
