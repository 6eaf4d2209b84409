"use strict";
(() => {
  const tools = document.querySelector(".tools");
  const search = document.getElementById("search");
  const disputed = document.getElementById("disputed");
  const shown = document.getElementById("shown");
  if (!tools || !search || !disputed || !shown) return;
  // As readers type it: without vowel marks and tatweel, one form of alef, ya and ta marbuta.
  const plain = (text) => text.toLowerCase().normalize("NFC").replace(/[\u064B-\u065F\u0670\u0640\u200C-\u200F\u2066-\u2069]/g, "")
    .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627").replace(/\u0649/g, "\u064A").replace(/\u0629/g, "\u0647");
  const entries = Array.from(document.querySelectorAll("article.finding, section.event"), (element) => ({
    element,
    text: plain(element.textContent),
    disputed: element.classList.contains("finding") || element.classList.contains("disputed"),
  }));
  const apply = () => {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const entry of entries) {
      const fits = (!disputed.checked || entry.disputed) && words.every((word) => entry.text.includes(word));
      entry.element.hidden = !fits;
      if (fits && entry.element.classList.contains("event")) count += 1;
    }
    shown.textContent = String(count);
  };
  search.addEventListener("input", apply);
  disputed.addEventListener("change", apply);
  // A link to what the filter hides brings it back.
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest("[hidden]")) return;
    search.value = "";
    disputed.checked = false;
    apply();
    target.scrollIntoView();
  });
  tools.hidden = false;
  apply();
})();
