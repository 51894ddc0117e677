// Writing a text paragraph by paragraph. Every step is one of the form's own buttons, sent
// without leaving the page; the server answers with the field as it is then. This script
// knows no rule about numbers. Without it, the buttons do the same.
// What is written is kept while one writes; where that fails the page says so and keeps it.
"use strict";

{
  const form = document.querySelector("form[data-write]");
  const status = form.querySelector("[data-kept]");
  const others = document.querySelector("[data-others]");
  const PAUSE = 2000; // after the last key
  const AGAIN = 10000; // after a failure
  const LONGEST = 1500000; // signs of a clipboard
  const SHORT = 40000; // signs that a browser sends although the page is left
  let timer = 0;
  let dirty = false;
  let leaving = false;
  let steps = Promise.resolve();
  let keeping = Promise.resolve("kept");
  let failures = 0;

  form.querySelector("[data-keys]").hidden = false;

  // ── sending ────────────────────────────────────────────────────────────────
  function token() {
    // Who signed in again in another window has a new one.
    const found = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    if (!found) return;
    for (const field of form.querySelectorAll("[name=csrfmiddlewaretoken]")) {
      field.value = found[1];
    }
  }

  function typed(extra = {}) {
    const data = fields();
    for (const [name, value] of Object.entries(extra)) data.set(name, value);
    return data;
  }

  // All that was typed; a file that the text came from stays where it is.
  function fields() {
    const data = new FormData(form);
    data.delete("word");
    return data;
  }

  const state = () => new URLSearchParams(fields()).toString();

  // ── steps ──────────────────────────────────────────────────────────────────
  const editorOf = (element) => element.closest("[data-editor]");
  const rowOf = (element) => element.closest("[data-row]");

  function caret(area) {
    return area?.matches("textarea") && rowOf(area)
      ? { "caret-row": rowOf(area).dataset.row, "caret-at": area.selectionStart }
      : {};
  }

  // The row that a key was meant for: where a step before it has put a new field in place,
  // that is the one in which somebody goes on typing.
  function meant(area, name, id) {
    const here = document.activeElement;
    const row = area.isConnected ? null : rowOf(here);
    return row && editorOf(here).dataset.editor === name ? row.dataset.row : id;
  }

  // One step after the other. What somebody types meanwhile is never thrown away: the
  // answer is, and the step is taken again with what stands there now.
  function take(step, name, { extra = () => ({}), still = () => true, lost = () => {} } = {}) {
    steps = steps.then(async () => {
      while (still()) {
        token();
        const before = state();
        const verb = typeof step === "string" ? step : step();
        const html = await asked({ ...caret(document.activeElement), ...extra(), do: verb, field: name });
        if (html === null) return lost();
        if (state() !== before) continue;
        put(form.querySelector(`[data-editor="${name}"]`), html);
        return;
      }
    });
  }

  // The field as it is after a step; null where no such answer came.
  async function asked(step) {
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        headers: { Accept: "text/html;part=editor" },
        body: typed(step),
      });
      const html = await answer.text();
      if (answer.ok && html.includes("data-editor=") && !html.includes("<html")) return html;
      failed(answer);
    } catch {
      failed();
    }
    return null;
  }

  function put(editor, html) {
    const parsed = document.createElement("template");
    parsed.innerHTML = html;
    const fresh = parsed.content.querySelector("[data-editor]");
    const area = fresh.querySelector("[autofocus]");
    area?.removeAttribute("autofocus");
    const here = editor.contains(document.activeElement);
    editor.replaceWith(fresh);
    fresh.querySelectorAll("textarea").forEach(grow);
    if (area && here) {
      area.focus();
      const at = area.dataset.caret ?? area.value.length;
      area.setSelectionRange(at, at);
    }
    changed();
  }

  // ── keys, breaks, paste ────────────────────────────────────────────────────
  const ARROWS = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "indent", ArrowLeft: "outdent" };

  form.addEventListener("keydown", (event) => {
    const area = event.target;
    const row = area.matches("textarea") ? rowOf(area) : null;
    if (!row || event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const name = editorOf(area).dataset.editor;
    const id = row.dataset.row;
    const bare = area.selectionStart === 0 && area.selectionEnd === 0;
    if (event.altKey && ARROWS[event.key]) {
      event.preventDefault();
      const key = ARROWS[event.key];
      take(() => `${key}:${meant(area, name, id)}`, name);
    } else if (event.key === "Backspace" && bare && row.querySelector("[value^='join:']")) {
      event.preventDefault();
      take(() => `join:${meant(area, name, id)}`, name, { extra: () => ({ "caret-row": "" }) });
    } else if (!event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      walk(event, area);
    }
  });

  // From the first place of a paragraph up into the one above, and the other way round.
  function walk(event, area) {
    const up = event.key === "ArrowUp";
    const edge = up ? 0 : area.value.length;
    if (area.selectionStart !== edge || area.selectionEnd !== edge) return;
    const areas = [...editorOf(area).querySelectorAll("[data-row] textarea")];
    const next = areas[areas.indexOf(area) + (up ? -1 : 1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
    const at = up ? next.value.length : 0;
    next.setSelectionRange(at, at);
  }

  form.addEventListener("input", (event) => {
    const area = event.target;
    changed();
    if (!area.matches("textarea")) return;
    grow(area);
    const row = rowOf(area);
    if (row && area.value.includes("\n")) {
      take(`split:${row.dataset.row}`, editorOf(area).dataset.editor, {
        still: () => area.isConnected && area.value.includes("\n"),
      });
    }
  });

  form.addEventListener("paste", (event) => {
    const area = event.target;
    const row = area.matches("textarea") ? rowOf(area) : null;
    if (!row) return;
    const plain = event.clipboardData.getData("text/plain");
    const html = event.clipboardData.getData("text/html");
    if (!/[\r\n]/.test(plain.trim()) && !/<li|mso-list/i.test(html)) return;
    event.preventDefault();
    const name = editorOf(area).dataset.editor;
    const id = row.dataset.row;
    const from = area.selectionStart;
    const to = area.selectionEnd;
    take(() => `paste:${meant(area, name, id)}`, name, {
      extra: () => ({
        ...(area.isConnected
          ? { "caret-row": id, "caret-at": from, "caret-end": to }
          : { "caret-row": meant(area, name, id) }),
        "pasted-plain": plain,
        "pasted-html": html.length < LONGEST ? html : "",
      }),
      // Without an answer it stands there as plain text, and is understood later.
      lost: () => area.isConnected && area.setRangeText(plain, from, to, "end"),
    });
  });

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=do][value*=':']");
    const editor = button && editorOf(button);
    if (!editor) return;
    event.preventDefault();
    const area = rowOf(button)?.querySelector("textarea");
    const verb = button.value;
    // Who splits by the button means the place where they were.
    if (verb.startsWith("split:") && !area.value.includes("\n")) {
      const at = area.selectionStart;
      area.setRangeText("\n", at, area.selectionEnd, "end");
    }
    const at = verb.startsWith("split:") ? caret(area) : {};
    take(verb, editor.dataset.editor, { extra: () => ({ "caret-row": "", ...at }) });
  });

  // Browsers that do not grow a field by themselves.
  function grow(area) {
    if (CSS.supports("field-sizing", "content") || !rowOf(area)) return;
    area.rows = 1;
    const line = parseFloat(getComputedStyle(area).lineHeight) || 24;
    area.rows = Math.max(1, Math.round((area.scrollHeight - 16) / line));
  }
  form.querySelectorAll("textarea").forEach(grow);

  // ── keeping ────────────────────────────────────────────────────────────────
  if (form.querySelector("[name=word]")) changed(); // read from a file, not kept yet

  function changed() {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  }

  // Answers "kept", "refused" (with a sentence), or "lost" (nothing arrived).
  function keep() {
    clearTimeout(timer);
    if (leaving) return keeping;
    keeping = keeping.then(send);
    return keeping;
  }

  async function send(before) {
    if (!dirty) return before;
    dirty = false;
    token();
    const sofar = failures;
    try {
      const answer = await fetch(form.dataset.keep, {
        method: "POST",
        body: typed(),
        keepalive: state().length < SHORT, // then it arrives although one leaves
      });
      if (answer.redirected || !/json/.test(answer.headers.get("Content-Type"))) {
        return failed(answer);
      }
      const told = await answer.json();
      // What was sent before the connection went is no answer to what failed since.
      if (sofar === failures) say(told.said, !answer.ok);
      if (answer.ok) tell(told.others);
      return answer.ok ? "kept" : "refused";
    } catch {
      return failed();
    }
  }

  function failed(answer) {
    failures += 1;
    dirty = true;
    clearTimeout(timer);
    if (!leaving) timer = setTimeout(keep, AGAIN);
    const out = answer && (answer.redirected || answer.status === 403);
    say(out ? form.dataset.signedOut : form.dataset.offline, true);
    if (out) {
      const link = document.createElement("a");
      link.href = form.dataset.signIn;
      link.target = "_blank";
      link.textContent = form.dataset.signInWords;
      status.append(" ", link);
    }
    return "lost";
  }

  function say(words, wrong) {
    status.classList.toggle("r-write__stale", wrong);
    if (status.textContent !== words) status.textContent = words;
  }

  function tell(words) {
    if (!others || words === undefined) return;
    others.hidden = !words;
    if (others.textContent !== words) others.textContent = words;
  }

  form.addEventListener("focusout", () => keep());
  addEventListener("online", () => keep());
  document.addEventListener("visibilitychange", () => {
    keep();
  });
  addEventListener("beforeunload", (event) => {
    if (dirty && !leaving) event.preventDefault();
  });

  // The page is left only once everything has arrived: so nobody signed out loses a word.
  form.addEventListener("submit", async (event) => {
    if (leaving) return;
    event.preventDefault();
    const button = event.submitter;
    dirty = true;
    await steps;
    if ((await keep()) === "lost") return;
    leaving = true;
    token();
    form.requestSubmit(button);
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) leaving = false;
  });
}
