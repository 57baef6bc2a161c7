// The console of a meeting. Every form works without this; with it they are sent in the background, other computers at
// the desk see the change within a second, and what is done while the network is gone is sent once it is back.
(() => {
  'use strict';

  const EVERY = 900;
  const PAUSE = 1200;
  const COUNT_EVERY = 3000;
  const LONGEST_PRESS = 10000;
  const LET_GO = 80;
  const KEEP_SIGNED_IN = 4 * 60 * 1000;
  const live = () => document.getElementById('live');
  const body = () => document.getElementById('console');
  const words = name => document.body.dataset[name] ?? '';
  const key = `console:${location.pathname}`;

  // What waits to be sent stays in this tab, as other words that are typed do.
  const queue = (() => { try { return JSON.parse(sessionStorage.getItem(key)) ?? []; } catch { return []; } })();
  const keep = () => { try { if (queue.length) sessionStorage.setItem(key, JSON.stringify(queue)); else sessionStorage.removeItem(key); } catch { /* the page still holds it */ } };

  let drawnAt = Date.now();
  const notes = new Map();
  const note = (name, text, red, ...parts) => {
    notes.get(name)?.remove();
    notes.delete(name);
    if (!text) return;
    const made = document.createElement('div');
    made.className = `ol-note ${red ? 'ol-note-red' : 'ol-note-blue'}`;
    const said = document.createElement('div');
    said.textContent = text;
    made.append(said, ...parts);
    document.getElementById('notes').append(made);
    notes.set(name, made);
  };
  const button = (text, act) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'btn btn-outline';
    made.textContent = text;
    made.addEventListener('click', act);
    return made;
  };
  const refuse = text => note('refused', text, true, button(words('close'), () => note('refused')));

  // What is told may be a moment old: a lower number is no news. A meeting that was called off has a negative one.
  const shownVersion = () => Number(body()?.dataset.version);
  const isNews = version => version > shownVersion() || version < 0;
  const isOlder = version => version >= 0 && version < shownVersion();

  // A field that is being typed into outlives what is drawn anew around it, its version too.
  const dirty = new Map();
  // Nothing is drawn under a finger that is down: what it pressed would be gone before it lets go.
  let stillUntil = 0;
  let held = null;
  const draw = html => {
    if (Date.now() < stillUntil) { held = html; return; }
    const focused = document.activeElement?.id;
    const kept = [...dirty.keys()].map(id => document.getElementById(id)).filter(Boolean)
      .map(field => ({ id: field.id, item: field.dataset.item, value: field.value, version: field.form?.elements.version?.value, from: field.selectionStart, to: field.selectionEnd }));
    const open = [...document.querySelectorAll('#live details[open] > summary')].map(summary => summary.textContent);
    const tops = [...document.querySelectorAll('.cs-body > *')].map(part => part.scrollTop);
    const at = body()?.dataset.at;
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const fresh = parsed.getElementById('console');
    if (!fresh) {
      if (parsed.querySelector('[data-gone]')) location.reload();
      return;
    }
    // an answer that was overtaken on its way shows less than what stands here
    if (isOlder(Number(fresh.dataset.version))) return;
    live().replaceChildren(document.adoptNode(fresh));
    drawnAt = Date.now();
    // whoever reads on stays where he was; with the next speaker the page begins at its top
    document.querySelectorAll('.cs-body > *').forEach((part, place) => { part.scrollTop = part.matches('.cs-main') && fresh.dataset.at !== at ? 0 : tops[place] ?? 0; });
    for (const summary of document.querySelectorAll('#live .cs-more > summary')) if (open.includes(summary.textContent)) summary.parentElement.open = true;
    for (const one of kept) {
      const field = document.getElementById(one.id);
      if (!field || field.dataset.item !== one.item) continue;
      field.value = one.value;
      if (one.version !== undefined && field.form.elements.version) field.form.elements.version.value = one.version;
    }
    const back = focused && document.getElementById(focused);
    if (back) {
      back.focus();
      const one = kept.find(field => field.id === focused);
      if (one?.from !== undefined && back.setSelectionRange) back.setSelectionRange(one.from, one.to);
    }
    tick();
  };

  const signedOut = answer => answer.redirected && new URL(answer.url).pathname === '/login';
  const askToSignIn = () => {
    const link = document.createElement('a');
    link.className = 'btn btn-outline';
    link.href = '/login';
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = words('signIn');
    note('signed-out', words('signedOut'), true, link);
  };

  const desk = () => body()?.dataset.desk ?? 'auto';
  const fetchBody = async () => {
    const answer = await fetch(location.href, { headers: { 'X-Console': desk() } });
    if (signedOut(answer)) return askToSignIn();
    note('signed-out');
    if (answer.ok) draw(await answer.text());
  };

  // Sends one thing after the other, so that nothing overtakes what was done before it.
  let sending = false;
  const flush = async () => {
    if (sending) return;
    sending = true;
    try {
      while (queue.length) {
        const next = queue[0];
        const fields = new URLSearchParams(next.fields);
        let answer;
        try {
          const token = document.querySelector('meta[name=csrf]')?.content;
          if (token) fields.set('_csrf', token);
          answer = await fetch(next.action, { method: 'POST', body: fields, headers: { 'X-Console': desk() } });
        } catch {
          offline(true);
          return;
        }
        offline(false);
        if (signedOut(answer) || answer.status === 403) {
          if (!(await renew())) { askToSignIn(); return; }
          if (next.tried) queue.shift(); else next.tried = true;
          keep();
          continue;
        }
        queue.shift();
        keep();
        const text = await answer.text();
        if (answer.ok) {
          if (next.field) settle(next);
          draw(text);
          said(words('saved'));
        } else {
          refused(next, answer.status, text);
        }
      }
    } finally {
      sending = false;
      waiting();
    }
  };
  const renew = async () => {
    try {
      const answer = await fetch('/token', { headers: { Accept: 'application/json' } });
      if (!answer.ok || answer.redirected) return false;
      const { token } = await answer.json();
      if (token) document.querySelector('meta[name=csrf]').content = token;
      return Boolean(token);
    } catch { return false; }
  };
  const settle = sent => {
    const field = document.getElementById(sent.field);
    if (!field || field.value === sent.value) dirty.delete(sent.field);
    // what has been typed since goes on from what was just saved
    else if (field.form.elements.version) field.form.elements.version.value = String(Number(field.form.elements.version.value) + 1);
  };
  const refused = (sent, status, text) => {
    const page = new DOMParser().parseFromString(text, 'text/html');
    const stale = page.querySelector('form[data-keeps-typed] input[name=version]');
    if (stale) return clash(sent, page.querySelector('tr.is-different td:last-child')?.textContent ?? '', stale.value);
    refuse(page.querySelector('.ol-reason')?.textContent ?? words('failed'));
    fetchBody().catch(() => offline(true));
  };

  // Two have written into one item: the second sees both and puts them together.
  const clash = (sent, theirs, version) => {
    const field = document.getElementById(sent.field);
    if (!field) return refuse(words('failed'));
    const shown = document.createElement('pre');
    shown.className = 'cs-theirs';
    shown.textContent = theirs;
    const go = value => () => {
      field.value = value();
      field.form.elements.version.value = version;
      dirty.set(field.id, true);
      note('clash');
      send(field.form, field);
    };
    note('clash', words('theirs'), true, shown,
      button(words('append'), go(() => `${theirs}\n${field.value}`)), button(words('mine'), go(() => field.value)));
  };

  let isOffline = false;
  const offline = now => {
    if (now === isOffline) return;
    isOffline = now;
    note('offline', now ? words('offline') : null, true);
    waiting();
  };
  const said = text => { const line = document.getElementById('saved'); if (line && text) line.textContent = `${text} ${clock()}`; };
  const waiting = () => { if (queue.length) said(words('waiting').replace('#', queue.length)); };

  const send = (form, field, submitter) => {
    const fields = [...new FormData(form, submitter?.name ? submitter : undefined)].filter(([name]) => name !== '_csrf').map(([name, value]) => [name, String(value)]);
    // words that were not sent yet are replaced by those typed later
    if (field) for (let at = queue.length - 1; at >= (sending ? 1 : 0); at -= 1) if (queue[at].field === field.id && queue[at].action === form.action) queue.splice(at, 1);
    // pressed twice is meant once
    const twice = !field && queue.some(one => one.action === form.action && !one.field && JSON.stringify(one.fields) === JSON.stringify(fields));
    if (twice) return;
    queue.push({ action: form.action, fields, field: field?.id, value: field?.value });
    keep();
    if (isOffline) mark(form);
    flush();
  };
  // While the network is gone a tick shows at once that it was taken.
  const mark = form => { const pressed = form.querySelector('[aria-pressed]'); if (pressed) { const on = pressed.classList.toggle('on'); pressed.setAttribute('aria-pressed', on); form.elements.has.value = String(!on); } waiting(); };

  document.addEventListener('submit', event => {
    const form = event.target;
    if (!form.closest('#live') && form.id !== 'gate') return;
    event.preventDefault();
    // what was typed goes before what was pressed
    for (const id of dirty.keys()) { const field = document.getElementById(id); if (field?.form && field.form !== form) { clearTimeout(timers.get(id)); send(field.form, field); } }
    note('refused');
    send(form, form.querySelector('[data-auto]') ?? undefined, event.submitter);
    form.closest('details.cs-pop')?.removeAttribute('open');
    if (form.matches('.cs-guest')) form.reset();
  });

  const timers = new Map();
  document.addEventListener('input', event => {
    const field = event.target;
    if (!field.matches('[data-auto]')) return;
    dirty.set(field.id, true);
    clearTimeout(timers.get(field.id));
    timers.set(field.id, setTimeout(() => { const now = document.getElementById(field.id); if (now) send(now.form, now); }, PAUSE));
  });

  // Words that were typed a moment before the page is left are sent when it is back.
  window.addEventListener('pagehide', () => {
    for (const id of dirty.keys()) {
      const field = document.getElementById(id);
      const waits = queue.some(one => one.field === id && one.value === field?.value);
      if (!field?.form || waits) continue;
      const fields = [...new FormData(field.form)].filter(([name]) => name !== '_csrf').map(([name, value]) => [name, String(value)]);
      queue.push({ action: field.form.action, fields, field: id, value: field.value });
    }
    keep();
  });
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest('input, textarea, select')) return;
    if (event.key === 'Escape') for (const pop of document.querySelectorAll('details.cs-pop[open]')) pop.open = false;
    const press = { ArrowRight: '[data-main]', ArrowLeft: '[data-back]' }[event.key];
    const target = press && document.querySelector(press);
    if (target && !target.disabled && !event.repeat) { event.preventDefault(); target.click(); }
  });
  let stillTimer;
  const keepStill = time => {
    stillUntil = Date.now() + time;
    clearTimeout(stillTimer);
    stillTimer = setTimeout(() => { stillUntil = 0; const html = held; held = null; if (html) draw(html); }, time);
  };
  document.addEventListener('pointerdown', () => keepStill(LONGEST_PRESS));
  for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, () => keepStill(LET_GO));
  document.addEventListener('click', event => {
    for (const pop of document.querySelectorAll('details.cs-pop[open]')) if (!pop.contains(event.target)) pop.open = false;
  });

  const clock = () => new Date().toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
  const tick = () => {
    const shown = document.querySelector('[data-clock]');
    if (shown) shown.textContent = clock();
    const began = body()?.dataset.minutes;
    const elapsed = document.querySelector('[data-elapsed-shown]');
    // counted on from what the server said: this computer's clock may be wrong
    if (began && elapsed) elapsed.textContent = elapsed.textContent.replace(/\d+/, Number(began) + Math.floor((Date.now() - drawnAt) / 60000));
  };

  const poll = async () => {
    try {
      if (queue.length) {
        await flush();
      } else if (body()) {
        const answer = await fetch(`/live/${body().dataset.key}`, { cache: 'no-store', credentials: 'omit' });
        offline(false);
        if (answer.status === 404) location.reload();
        else if (answer.ok && isNews(Number(await answer.text())) && !sending) await fetchBody();
      }
    } catch { offline(true); }
    setTimeout(poll, EVERY);
  };

  // How many ballots are in: votes leave no trace at the meeting, so nothing here is told of them.
  const countBallots = async () => {
    const shown = document.querySelector('[data-count-from]');
    try {
      if (shown && !document.hidden) {
        const answer = await fetch(shown.dataset.countFrom, { headers: { Accept: 'text/plain' } });
        if (answer.ok && !answer.redirected) shown.textContent = await answer.text();
      }
    } catch { /* the next one will tell */ }
    setTimeout(countBallots, COUNT_EVERY);
  };

  const begin = () => {
    document.documentElement.classList.add('scripted');
    tick();
    setInterval(tick, 10000);
    setTimeout(poll, EVERY);
    setTimeout(countBallots, COUNT_EVERY);
    setInterval(() => { fetchBody().catch(() => offline(true)); }, KEEP_SIGNED_IN);
    if (queue.length) flush();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin); else begin();
})();
