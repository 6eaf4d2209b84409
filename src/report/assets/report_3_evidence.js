// The evidence of a claim, over the page: its date and how it was reached, who says it through whom, what contradicts
// it, and its sentence marked in the article. Made of copies of what the page holds: no text is read as HTML.
(() => {
  const dialog = document.getElementById("evidence");
  if (!dialog.showModal) return;
  const content = dialog.querySelector(".content");
  const copy = (element) => {
    const clone = element.cloneNode(true);
    for (const part of [clone, ...clone.querySelectorAll("[id]")]) part.removeAttribute("id");
    return clone;
  };
  const block = (tag, className, ...nodes) => {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...nodes);
    return element;
  };
  const contents = (element) => Array.from(copy(element).childNodes);

  const open = (row) => {
    const cells = row.querySelector(".chain");
    content.replaceChildren(
      block("h2", "", ...contents(document.getElementById(row.dataset.event).querySelector("h3"))),
      block("p", "when", ...contents(row.querySelector(".when"))),
      block("p", "chain", ...contents(cells.previousElementSibling), " ", ...contents(cells)),
    );
    const grounds = row.querySelector(".grounds");
    if (grounds) {
      const clone = copy(grounds);
      clone.open = true;
      content.append(clone);
    }
    for (const finding of document.querySelectorAll(".finding")) {
      if (!finding.dataset.claims.split(" ").includes(row.id)) continue;
      const link = block("a", "", ...contents(finding.querySelector(".message")));
      link.href = `#${finding.id}`;
      link.addEventListener("click", () => dialog.close());
      content.append(block("p", "contradiction", "\u26A0 ", link));
    }
    const link = row.querySelector(".evidence");
    const sentence = link && document.getElementById(link.getAttribute("href").slice(1));
    if (sentence) {
      sentence.classList.add("current");
      const article = sentence.closest("details.article");
      content.append(block("h3", "", ...contents(article.querySelector("summary"))), copy(article.querySelector(".text")));
      content.lastElementChild.tabIndex = 0;
      sentence.classList.remove("current");
    }
    history.replaceState(null, "", `#${row.id}`);
    dialog.showModal();
    const current = content.querySelector(".current");
    if (current) {
      const text = current.closest(".text");
      text.scrollTop = current.offsetTop - text.offsetTop - text.clientHeight / 3;
    }
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const claim = link.closest(".picture") && (link.getAttribute("xlink:href") || "").slice(1);
    const row = link.classList.contains("evidence") ? link.closest("tr") : claim && document.getElementById(claim);
    if (!row || !row.matches("tr")) return;
    event.preventDefault();
    open(row);
  });
  document.getElementById("close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
})();
