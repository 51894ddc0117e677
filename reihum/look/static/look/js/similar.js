// Shows what is like the title and text while somebody writes them. Without this script
// the page says it as it was when it was made.
"use strict";

{
  const PAUSE = 600;
  let timer = 0;
  let asked = "";

  // Everything is looked up anew: another script may have put in the form as it is now.
  const refresh = async () => {
    const box = document.querySelector("[data-similar]");
    const form = box.closest("form");
    const texts = form.querySelectorAll("textarea[name^=text]");
    const query = new URLSearchParams({
      titel: form.elements.title.value,
      text: [...texts].map((field) => field.value).join(" ").slice(0, 2000),
      antrag: box.dataset.motion,
    }).toString();
    if (query === asked) return;
    asked = query;
    const answer = await fetch(`${box.dataset.similar}?${query}`);
    // Who was signed out meanwhile is sent to another page: not what was asked for.
    if (!answer.ok || answer.redirected || query !== asked) return;
    const lines = box.querySelector("[data-similar-lines]");
    lines.innerHTML = await answer.text();
    const found = lines.querySelectorAll("li").length;
    box.querySelector("[data-similar-count]").textContent = found ? `(${found})` : "";
  };

  document.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, PAUSE);
  });
}
