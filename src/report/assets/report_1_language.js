"use strict";
// The other language: elements carry both, attributes and options theirs in data-ar and data-en.
(() => {
  const root = document.documentElement;
  const button = document.getElementById("language");
  button.addEventListener("click", () => {
    root.lang = root.lang === "ar" ? "en" : "ar";
    root.dir = root.lang === "ar" ? "rtl" : "ltr";
    for (const element of document.querySelectorAll("[data-say]")) {
      const words = element.dataset[root.lang];
      if (element.dataset.say === "text") element.textContent = words;
      else element.setAttribute(element.dataset.say, words);
    }
  });
  button.hidden = false;
})();
