// Filters, search, and the one table.
(() => {
  const byId = (id) => document.getElementById(id);
  const tools = document.querySelector(".tools");
  const search = byId("search");
  const disputed = byId("disputed");
  const shown = byId("shown");
  const names = ["source", "type", "place", "period", "rule"];
  const lists = names.map((name) => byId(`filter-${name}`)); // a small timeline has no periods
  const periods = byId("filter-period");
  // As readers type it: without vowel marks and tatweel, one form of alef, ya and ta marbuta.
  const plain = (text) => text.toLowerCase().normalize("NFC").replace(/[\u064B-\u065F\u0670\u0640\u200C-\u200F\u2066-\u2069]/g, "")
    .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627").replace(/\u0649/g, "\u064A").replace(/\u0629/g, "\u0647");
  const words = (list) => (list || "").split(" ").filter(Boolean);

  const events = Array.from(document.querySelectorAll("section.event"), (element) => {
    const title = plain(element.querySelector("h3").textContent);
    return {
      element,
      type: element.dataset.type,
      places: words(element.dataset.places),
      period: element.dataset.period,
      rules: words(element.dataset.rules),
      disputed: element.classList.contains("disputed"),
      rows: Array.from(element.querySelectorAll("tbody tr"), (row) => ({ row, source: row.dataset.source, text: `${title} ${plain(row.textContent)}` })),
    };
  });
  const eventOf = new Map(events.flatMap((event) => event.rows.map(({ row }) => [row.id, event])));
  const findings = Array.from(document.querySelectorAll("article.finding"), (element) => ({
    element,
    rule: element.dataset.rule,
    sources: words(element.dataset.sources),
    events: words(element.dataset.claims).map((id) => eventOf.get(id)).filter(Boolean),
    text: plain(element.textContent),
  }));
  const articles = Array.from(document.querySelectorAll("details.article"), (element) => ({ element, source: element.dataset.source, text: plain(element.textContent) }));
  const marks = Array.from(document.querySelectorAll(".picture a"), (link) => ({ group: link.closest(".node, .edge"), claim: (link.getAttribute("xlink:href") || "").slice(1) }))
    .filter(({ claim }) => eventOf.has(claim));

  const apply = () => {
    const wanted = plain(search.value).split(/\s+/).filter(Boolean);
    const has = (text) => wanted.every((word) => text.includes(word));
    const [source, type, place, period, rule] = lists.map((list) => (list ? list.value : ""));
    const fits = (event) => (!disputed.checked || event.disputed) && (!type || event.type === type) &&
      (!place || event.places.includes(place)) && (!period || event.period === period) && (!rule || event.rules.includes(rule));
    let count = 0;
    const hidden = new Set();
    for (const event of events) {
      const ok = fits(event);
      let any = false;
      for (const { row, source: from, text } of event.rows) {
        row.hidden = !(ok && (!source || from === source) && has(text));
        if (row.hidden) hidden.add(row.id);
        else any = true;
      }
      event.element.hidden = !any;
      if (any) count += 1;
    }
    for (const finding of findings) {
      const kind = !rule || finding.rule === rule;
      const about = (!type && !place && !period) || finding.events.some(fits);
      finding.element.hidden = !(kind && about && (!source || finding.sources.includes(source)) && has(finding.text));
    }
    for (const article of articles) article.element.hidden = !((!source || article.source === source) && has(article.text));
    for (const { group, claim } of marks) group.classList.toggle("dim", hidden.has(claim));
    shown.textContent = String(count);
  };
  const reset = () => {
    search.value = "";
    disputed.checked = false;
    for (const list of lists) if (list) list.value = "";
    apply();
  };

  // The rows move into one table and back: their ids, and so the permalinks, stay theirs.
  const all = byId("all-claims");
  const button = byId("table");
  const toggleTable = () => {
    const flat = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(flat));
    const body = all.querySelector("tbody");
    for (const event of events) {
      const own = event.element.querySelector("tbody");
      for (const { row } of event.rows) {
        if (flat) {
          const cell = row.insertCell(1);
          cell.className = "of-event";
          cell.append(...Array.from(event.element.querySelector("h3").childNodes, (node) => node.cloneNode(true)));
          body.append(row);
        } else {
          row.querySelector(".of-event").remove();
          own.append(row);
        }
      }
    }
    all.hidden = !flat;
    byId("events").classList.toggle("flat", flat);
  };

  search.addEventListener("input", apply);
  disputed.addEventListener("change", apply);
  for (const list of lists) if (list) list.addEventListener("change", apply);
  byId("reset").addEventListener("click", reset);
  button.addEventListener("click", toggleTable);
  // A link to what the filter hides brings it back; one into an article opens it; one to a period shows that alone.
  const reveal = () => {
    if (periods && location.hash.startsWith("#period-")) {
      periods.value = location.hash.slice(1);
      apply();
      byId("events").scrollIntoView();
      return;
    }
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.matches("section.event") && button.getAttribute("aria-pressed") === "true") toggleTable();
    if (target.closest("[hidden]")) reset();
    const article = target.closest("details.article");
    if (article) article.open = true;
    target.scrollIntoView();
  };
  window.addEventListener("hashchange", reveal);
  tools.hidden = false;
  apply();
  if (location.hash) reveal();
})();
