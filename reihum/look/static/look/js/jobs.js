// Shows the list of jobs as it grows. The page comes in parts: each state of the list is
// an inert <template>, the complete list stands in the page as such. Without this script
// only the latter is seen.
"use strict";

{
  const box = () => document.querySelector("[data-jobs]");
  let live = null;
  let shown = null;
  let left = null;

  // What says, in old list and new, that two elements are the same one.
  const sameAs = (element) => {
    if (element.name) return `[name="${element.name}"][value="${CSS.escape(element.value)}"]`;
    const href = element.getAttribute("href");
    return href && `a[href="${CSS.escape(href)}"]`;
  };

  // Where the reader is: what has the focus, and how far down.
  const place = () => {
    const active = document.activeElement;
    return { name: live.contains(active) ? sameAs(active) : null, top: window.scrollY };
  };

  const backTo = ({ name, top }) => {
    const again = name && box().querySelector(name);
    if (again) again.focus({ preventScroll: true });
    if (top) window.scrollTo({ top, behavior: "instant" });
  };

  const say = (words) => {
    const line = box().querySelector("[data-status]");
    if (line && words && line.textContent !== words) line.textContent = words;
  };

  const begin = () => {
    live = document.createElement("div");
    live.dataset.live = "";
    live.setAttribute("aria-busy", "true");
    // The words of waiting stay for those who only hear them.
    box().querySelector("[data-status]").classList.add("kern-sr-only");
    box().append(live);
  };

  const grow = (template) => {
    if (!live) begin();
    const kept = place();
    live.replaceChildren(template.content.cloneNode(true));
    backTo(kept);
    say(template.dataset.told);
  };

  const arrived = (final) => {
    if (!live) return;
    left = place();
    live.remove();
    live = null;
    say(final.dataset.told);
  };

  const update = () => {
    if (!box()) return;
    const final = box().querySelector("[data-final]");
    if (final) return arrived(final);
    const last = [...box().querySelectorAll("template.r-partial")].at(-1);
    // A template is complete when something follows it: the end of its line.
    if (last && last !== shown && last.nextSibling) {
      shown = last;
      grow(last);
    }
  };

  const end = () => {
    watch.disconnect();
    update();
    if (live) live.removeAttribute("aria-busy");
    if (left) backTo(left);
  };

  const watch = new MutationObserver(update);
  if (document.readyState === "loading") {
    watch.observe(document.documentElement, { childList: true, subtree: true });
    document.addEventListener("DOMContentLoaded", end);
    update();
  }
}
