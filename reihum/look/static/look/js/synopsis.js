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

async function ask(row, address, options) {
  const headers = { "Reihum-Part": row };
  const answer = await fetch(address, { ...options, headers, redirect: "error" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const words = page.querySelector("[data-told]");
  if (!words) throw new Error("not a part of this page");
  putIn(page);
  told.textContent = words.textContent;
}

/** Send a form as the page would; a form that only asks puts its fields in the address. */
function sent(form, submitter) {
  const fields = new URLSearchParams(new FormData(form, submitter));
  if (form.method === "post") return [form.action, { method: "POST", body: fields }];
  return [`${form.action}?${fields}`, {}];
}

document.addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (!form.hasAttribute("data-part")) return;
  const row = form.dataset.part || submitter.closest("li[id]").id;
  event.preventDefault();
  form.setAttribute("aria-busy", "true");
  try {
    await ask(row, ...sent(form, submitter));
    focusOn(submitter.dataset.field ?? submitter.id, row);
  } catch {
    // Signed out, no network, another page: the ordinary way says why.
    form.removeAttribute("data-part");
    form.requestSubmit(submitter);
  }
  form.removeAttribute("aria-busy");
});

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-open]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    await ask(link.dataset.open, link.href, {});
    focusOn("", link.dataset.open);
  } catch {
    location.assign(link.href);
  }
});
