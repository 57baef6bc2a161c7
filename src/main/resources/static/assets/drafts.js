// Keeps what is being written in a form[data-draft]: in this tab at once, on the server a few seconds later. A session
// that ends, a lost connection or a closed window cost nothing. The value of data-draft is the address of the page the
// form is found on; it is the name of the draft, too.
(() => {
  'use strict';

  const AT_ONCE = 300;
  const SOON = 2000;
  const AT_LATEST = 10000;
  const KEEPALIVE = 60000;
  const PREFIX = 'draft:';

  const who = () => document.querySelector('meta[name=who]')?.content;
  const csrf = () => document.querySelector('meta[name=csrf]');
  const words = name => document.getElementById('draft-words')?.dataset[name] ?? '';
  const drafts = new Map();

  // What this tab keeps until the server has it. Without storage the page still holds every word.
  const local = {
    read: key => {
      try { return JSON.parse(sessionStorage.getItem(PREFIX + key)); } catch { return null; }
    },
    write: (key, entry) => {
      try {
        sessionStorage.setItem(PREFIX + key, JSON.stringify({ ...entry, who: who() }));
        return true;
      } catch { return false; }
    },
    drop: key => { try { sessionStorage.removeItem(PREFIX + key); } catch { /* nothing is kept */ } },
    keys: () => {
      try {
        return Object.keys(sessionStorage).filter(key => key.startsWith(PREFIX)).map(key => key.slice(PREFIX.length));
      } catch { return []; }
    },
  };

  const fieldsOf = form => [...form.elements].filter(field => field.name && !field.name.startsWith('_')
    && !['hidden', 'file', 'password', 'submit', 'button', 'reset', 'fieldset'].includes(field.type));
  const values = form => fieldsOf(form)
    .filter(field => !['checkbox', 'radio'].includes(field.type) || field.checked)
    .map(field => [field.name, field.value.replace(/\r\n?/g, '\n')]);
  const texts = form => [...form.querySelectorAll('textarea')].map(area => area.value.replace(/\r\n?/g, '\n')).join('\n');
  const base = form => form.elements.version?.value || null;

  const fill = (draft, fields) => {
    const byName = new Map();
    for (const [name, value] of fields) byName.set(name, [...(byName.get(name) ?? []), value]);
    draft.filling = true;
    for (const field of fieldsOf(draft.form)) {
      const kept = byName.get(field.name);
      if (['checkbox', 'radio'].includes(field.type)) {
        field.checked = kept?.includes(field.value) ?? false;
      } else if (kept?.length) {
        field.value = kept.shift();
        if (field.value) for (let fold = field.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }
    draft.filling = false;
  };

  // A line below the fields says how things stand; what needs an answer stands above them.
  const line = (draft, text, alert, ...actions) => {
    const focused = draft.line.contains(document.activeElement);
    draft.line.classList.toggle('is-alert', Boolean(alert));
    draft.line.replaceChildren(text, ...actions);
    if (focused) actions[0]?.focus();
  };
  const note = (draft, text, ...actions) => {
    draft.note?.remove();
    draft.note = null;
    if (!text) return;
    draft.note = document.createElement('div');
    draft.note.className = 'ol-note ol-note-blue ol-draft-note';
    draft.note.setAttribute('role', 'status');
    const said = document.createElement('span');
    said.textContent = text;
    draft.note.append(said, ...actions);
    (draft.form.querySelector('.ol-body') ?? draft.form).prepend(draft.note);
  };
  const button = (text, act) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'btn btn-outline btn-sm';
    made.textContent = text;
    made.addEventListener('click', act);
    return made;
  };
  const signInLink = draft => {
    const link = document.createElement('a');
    link.className = 'btn btn-primary btn-sm';
    link.href = draft.key;
    link.textContent = words('signIn');
    return link;
  };

  // A token of the session there is now: empty if nobody is signed in, or somebody else.
  const token = async () => {
    const answer = await fetch('/token', { headers: { Accept: 'application/json' } });
    if (!answer.ok || answer.redirected) return { gone: true };
    const now = await answer.json();
    if (now.who !== who()) return { other: true };
    if (csrf()) csrf().content = now.token;
    for (const field of document.querySelectorAll('input[name=_csrf]')) field.value = now.token;
    return { fine: true };
  };
  const signedOut = (draft, state) => {
    draft.stopped = true;
    if (state.other) line(draft, words('other'), true);
    else line(draft, words('expired'), true, signInLink(draft));
  };

  const keep = draft => {
    clearTimeout(draft.localTimer);
    const kept = local.write(draft.key, { seq: draft.seq, fields: values(draft.form) });
    draft.form.dataset.kept = kept ? 'yes' : 'no';
    return kept;
  };

  const plan = (draft, wait) => {
    clearTimeout(draft.timer);
    draft.timer = setTimeout(() => save(draft), wait);
  };

  const send = (path, body, keepalive) => fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-TOKEN': csrf()?.content ?? '' },
    body,
    keepalive: keepalive && body.length * 3 < KEEPALIVE,
  });

  const save = async (draft, leaving) => {
    clearTimeout(draft.timer);
    if (!draft.ready || draft.stopped || draft.sent || !draft.since || draft.sending) return;
    const fields = values(draft.form);
    draft.sending = true;
    draft.since = 0;
    try {
      const body = JSON.stringify({ form: draft.key, seq: draft.seq, base: base(draft.form), fields: JSON.stringify(fields) });
      let answer = await send('/drafts', body, leaving);
      if (answer.status === 401 || answer.status === 403 || answer.redirected) {
        const state = await token();
        if (!state.fine) {
          draft.since = Date.now();
          signedOut(draft, state);
          return;
        }
        answer = await send('/drafts', body, leaving);
      }
      if (answer.status === 409) {
        elsewhere(draft, await answer.json());
      } else if (answer.status === 413 || answer.status === 400) {
        line(draft, words('long'), true);
      } else if (answer.ok) {
        const saved = await answer.json();
        draft.seq = saved.seq;
        draft.failures = 0;
        line(draft, words('saved').replace('#', saved.at));
        if (draft.since || draft.sent) keep(draft); else local.drop(draft.key);
      } else {
        throw new Error(String(answer.status));
      }
    } catch {
      draft.since ||= Date.now();
      draft.failures = Math.min((draft.failures ?? 0) + 1, 4);
      keep(draft);
      line(draft, words('offline'), true);
      plan(draft, 5000 * 2 ** (draft.failures - 1));
    } finally {
      draft.sending = false;
    }
    if (draft.since && !draft.failures && !draft.stopped) plan(draft, SOON);
  };

  // Another window, or the phone, has saved the same form since.
  const elsewhere = (draft, remote) => {
    draft.stopped = true;
    keep(draft);
    const goOn = () => {
      note(draft, '');
      Object.assign(draft, { seq: remote.seq, stopped: false, since: Date.now() });
      keep(draft);
      plan(draft, 0);
    };
    if (!remote.fields) {
      // What was written there has been sent: the same words again are somebody's own wish.
      note(draft, words('sentElsewhere'), button(words('useMine'), goOn));
      return;
    }
    note(draft, words('elsewhere').replace('#', remote.at), button(words('useMine'), goOn), button(words('useTheirs'), () => {
      fill(draft, JSON.parse(remote.fields));
      local.drop(draft.key);
      note(draft, '');
      Object.assign(draft, { seq: remote.seq, stopped: false, since: 0 });
    }));
  };

  const discard = draft => {
    fill(draft, draft.drawn);
    Object.assign(draft, { since: 0, live: false });
    clearTimeout(draft.timer);
    clearTimeout(draft.localTimer);
    local.drop(draft.key);
    note(draft, '');
    line(draft, '');
    send('/drafts/discard', JSON.stringify({ form: draft.key })).then(answer => answer.ok && answer.json())
      .then(gone => { if (gone) draft.seq = gone.seq; }).catch(() => { /* it will be offered again */ });
  };

  // From now on the draft has something to lose: the form says which one it is, so that it ends when the form arrives.
  const awake = draft => {
    draft.live = true;
    draft.name.disabled = false;
    draft.since ||= Date.now();
  };

  const touched = draft => {
    if (draft.filling || draft.sent) return;
    // A form of which nothing but a choice was changed is no draft.
    if (!draft.live && texts(draft.form) === draft.drawnTexts) return;
    awake(draft);
    clearTimeout(draft.localTimer);
    draft.localTimer = setTimeout(() => keep(draft), AT_ONCE);
    if (!draft.failures) plan(draft, Math.max(0, Math.min(SOON, draft.since + AT_LATEST - Date.now())));
  };

  const restore = async draft => {
    const mine = local.read(draft.key);
    let remote;
    try {
      const answer = await fetch(`/drafts?form=${encodeURIComponent(draft.key)}`, { headers: { Accept: 'application/json' } });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      remote = await answer.json();
    } catch {
      if (mine) fill(draft, mine.fields);
      setTimeout(() => restore(draft), 10000);
      return;
    }
    draft.ready = true;
    draft.seq = remote.seq;
    const fresh = fields => JSON.stringify(fields) !== JSON.stringify(draft.drawn);
    const again = button(words('drop'), () => discard(draft));
    if (draft.since) {
      // Somebody types faster than the network: what he types counts, what was there before is offered.
      if (remote.fields) elsewhere(draft, remote); else plan(draft, SOON);
    } else if (mine && mine.seq >= remote.seq) {
      if (fresh(mine.fields)) {
        fill(draft, mine.fields);
        if (!draft.redrawn) note(draft, words('found'), again);
      }
      awake(draft);
      plan(draft, 0);
    } else if (mine && remote.fields && JSON.stringify(mine.fields) !== remote.fields) {
      fill(draft, mine.fields);
      awake(draft);
      elsewhere(draft, remote);
    } else {
      if (mine) local.drop(draft.key);
      if (!remote.fields || !fresh(JSON.parse(remote.fields)) || draft.redrawn) return;
      const old = JSON.parse(remote.fields);
      if ((remote.base ?? null) === base(draft.form)) {
        fill(draft, old);
        draft.live = true;
        draft.name.disabled = false;
        note(draft, words('goOn').replace('#', remote.at), again);
      } else {
        note(draft, words('changed').replace('#', remote.at),
          button(words('useDraft'), () => { fill(draft, old); note(draft, ''); awake(draft); plan(draft, 0); }), again);
      }
    }
  };

  const begin = form => {
    const key = form.dataset.draft;
    if (!who() || !key || drafts.get(form)) return;
    const draft = { form, key, seq: 0, since: 0, drawn: values(form), drawnTexts: texts(form),
      redrawn: Boolean(form.querySelector('.is-invalid, .ol-note-red')) };
    drafts.set(form, draft);
    draft.name = document.createElement('input');
    Object.assign(draft.name, { type: 'hidden', name: '_draft', value: key, disabled: true });
    draft.line = document.createElement('p');
    draft.line.className = 'ol-draft';
    draft.line.setAttribute('role', 'status');
    const end = [...form.querySelectorAll('footer, .ol-bar-actions, button[type=submit]')].filter(each => each.closest('form') === form);
    const bar = end.find(each => !each.matches('button')) ?? end[end.length - 1];
    if (bar) bar.before(draft.line); else form.append(draft.line);
    form.append(draft.name);
    restore(draft);
  };

  const of = target => drafts.get(target.closest?.('form[data-draft]') ?? target.form);
  for (const kind of ['input', 'change']) {
    document.addEventListener(kind, event => { const draft = of(event.target); if (draft) touched(draft); });
  }
  document.addEventListener('focusout', event => {
    const draft = of(event.target);
    if (draft?.since && !draft.failures) plan(draft, 0);
  });
  const leave = () => {
    for (const draft of drafts.values()) {
      if (!draft.since || draft.sent || !draft.form.isConnected) continue;
      keep(draft);
      save(draft, true);
    }
  };
  document.addEventListener('visibilitychange', () => { if (document.hidden) leave(); });
  window.addEventListener('pagehide', leave);

  // Whoever signs in again in another window goes on here as if nothing had happened.
  window.addEventListener('focus', () => {
    for (const draft of drafts.values()) {
      if (!draft.stopped || !draft.line.classList.contains('is-alert')) continue;
      token().then(state => {
        if (!state.fine) return;
        draft.stopped = false;
        line(draft, '');
        plan(draft, 0);
      }).catch(() => { /* still no connection */ });
    }
  });

  // What is typed after the words have gone would not be among them: nobody can, until the answer is here.
  const still = (draft, on) => {
    if (on) draft.focused = document.activeElement;
    draft.form.inert = on;
    if (!on && draft.form.contains(draft.focused) && document.activeElement === document.body) draft.focused.focus({ preventScroll: true });
  };

  // Before a text goes off: is the session still there? If not, it stays where it is, and so do the words.
  document.addEventListener('submit', event => {
    const draft = drafts.get(event.target);
    if (!draft) {
      if (event.target.action?.endsWith('/logout')) local.keys().forEach(local.drop);
      return;
    }
    clearTimeout(draft.timer);
    clearTimeout(draft.localTimer);
    if (draft.asked) {
      draft.asked = false;
      draft.sent = true;
      if (draft.live) local.write(draft.key, { seq: draft.seq, fields: values(draft.form), sent: true });
      setTimeout(() => { if (!event.defaultPrevented) still(draft, true); }, 0);
      // Back on this page, or kept on it by the browser: it goes on.
      setTimeout(() => { draft.sent = false; still(draft, false); }, 8000);
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (draft.live) keep(draft);
    const submitter = event.submitter;
    still(draft, true);
    token().finally(() => still(draft, false)).then(state => {
      if (!state.fine) {
        awake(draft);
        keep(draft);
        signedOut(draft, state);
        draft.line.querySelector('a')?.focus();
        return;
      }
      draft.asked = true;
      draft.form.requestSubmit(submitter);
    }).catch(() => line(draft, words('offline'), true));
  }, true);
  window.addEventListener('pageshow', event => {
    if (event.persisted) for (const draft of drafts.values()) { draft.sent = false; still(draft, false); }
  });

  // Words that have arrived are not kept any longer, nor are somebody else's.
  const tidy = () => {
    const keepsTyped = document.querySelector('[data-keeps-typed]');
    for (const key of local.keys()) {
      const entry = local.read(key);
      const here = [...document.querySelectorAll('form[data-draft]')].some(form => form.dataset.draft === key);
      const out = !who() && new URLSearchParams(location.search).has('out');
      if (!entry || out || (who() && entry.who !== who()) || (entry.sent && who() && !here && !keepsTyped)) local.drop(key);
    }
  };

  const start = root => { for (const form of root.querySelectorAll?.('form[data-draft]') ?? []) begin(form); };
  document.addEventListener('htmx:afterSwap', event => start(event.detail.target));
  const open = () => { tidy(); start(document); };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', open); else open();
})();
