// Asks before a page is left on which words stand that nobody has sent yet.
"use strict";

{
  const TYPED = "textarea, input[type=text]";
  let sent = false;

  // A form that a script sends without leaving the page is not on its way out.
  addEventListener("submit", (event) => {
    sent = !event.defaultPrevented && event.target.matches("[data-unsaved]");
  });
  addEventListener("click", (event) => {
    if (event.target.closest("[data-unasked]")) sent = true;
  });
  addEventListener("pageshow", () => {
    sent = false;
  });
  addEventListener("beforeunload", (event) => {
    const fields = [...document.querySelectorAll(`form[data-unsaved] :is(${TYPED})`)];
    if (!sent && fields.some((one) => one.value !== one.defaultValue)) event.preventDefault();
  });
}
