// Decides without leaving the place: a form is sent, and only what changed by it comes
// back and is put in. Without this script every form answers with the whole page.
"use strict";

const told = document.querySelector("[data-told]");

/** Put the rows and figures of an answer where they belong. */
function putIn(answer) {
  for (const field of answer.querySelectorAll("[autofocus]")) field.autofocus = false;
  for (const fresh of answer.querySelectorAll("#zahlen, ol > li[id]")) {
    const old = document.getElementById(fresh.id);
    if (old && fresh.hasAttribute("data-gone")) old.remove();
    else if (old) old.replaceWith(fresh);
  }
}

/** Lead the focus to where it was, or to the row; never let it be lost. */
function focusOn(id, row) {
  const target = document.getElementById(id) ?? document.getElementById(row);
  target?.focus({ preventScroll: target.id !== row });
}

async function ask(address, row, options) {
  const headers = { "Reihum-Part": row };
  const answer = await fetch(address, { ...options, headers, redirect: "error" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const words = page.querySelector("[data-told]");
  if (!words) throw new Error("not a part of this page");
  putIn(page);
  told.textContent = words.textContent;
}

document.addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (!form.hasAttribute("data-part")) return;
  const row = form.dataset.part || submitter.closest("li[id]").id;
  event.preventDefault();
  const data = new FormData(form, submitter);
  form.setAttribute("aria-busy", "true");
  try {
    await ask(form.action, row, { method: "POST", body: new URLSearchParams(data) });
    focusOn(submitter.id, row);
  } catch {
    // Signed out, no network, another page: the ordinary way says why.
    form.removeAttribute("data-part");
    form.requestSubmit(submitter);
  }
});

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-open]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const row = link.dataset.open;
  try {
    await ask(link.href, row, {});
    const field = document.getElementById(link.dataset.field ?? `text-${row}`);
    if (field) field.focus();
    else focusOn("", row);
  } catch {
    location.assign(link.href);
  }
});
