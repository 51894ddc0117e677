// J, N, E choose in the grid and move on to the next member. Without this script,
// everything works by mouse, touch, Tab and arrow keys.
"use strict";

const form = document.querySelector("form[data-keys]");
const KEYS = { j: "ja", n: "nein", e: "enthaltung" };

form.querySelector("[data-keys-hint]").hidden = false;
form.addEventListener("keydown", (event) => {
  const value = KEYS[event.key.toLowerCase()];
  const cell = event.target.closest(".r-vote-cell");
  if (!value || !cell || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const input = cell.querySelector(`input[value="${value}"]`);
  input.checked = true;
  const next = cell.nextElementSibling;
  const target = next
    ? next.querySelector("input:checked") ?? next.querySelector("input")
    : form.querySelector("button[type=submit]");
  target.focus();
});
