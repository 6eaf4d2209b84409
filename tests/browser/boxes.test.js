// The boxes of the picture, as a browser with real fonts measures them: no text outside of the picture or across the
// edge of a bar, no text on another, no line through a text that is not its own.
"use strict";
const assert = require("node:assert");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { after, before, test } = require("node:test");
const { address, corpora, launch, timeline } = require("./chromium.js");
const { many } = require("./many.js");

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Runs in the page: what is wrong with the picture, in words. */
function faults() {
  const slack = 1; // pixels
  const svg = document.documentElement;
  const page = svg.getBoundingClientRect();
  const texts = Array.from(svg.querySelectorAll("text"), (text) => ({ words: text.textContent, box: text.getBoundingClientRect(),
    onLine: text.closest(".edge") !== null, // stands on its line, with a light edge around it
    sheet: text.closest(".node:has(path:not([fill=none]))") })); // stands on a box of its own, which hides what is drawn before
  const bars = Array.from(svg.querySelectorAll(".bar polygon, .chip polygon, .chip path, .node path"), (bar) => bar.getBoundingClientRect());
  const overlap = (a, b) => a.left + slack < b.right && b.left + slack < a.right && a.top + slack < b.bottom && b.top + slack < a.bottom;
  // Lines of text are taller than their letters: what counts is where letters are.
  const core = (box) => new DOMRect(box.x, box.y + box.height * 0.2, box.width, box.height * 0.6);
  const out = [];
  for (const text of texts) {
    if (text.box.left < page.left || text.box.right > page.right || text.box.top < page.top || text.box.bottom > page.bottom) {
      out.push(`outside of the picture: ${text.words}`);
    }
    text.core = core(text.box);
  }
  const sorted = texts.sort((a, b) => a.core.top - b.core.top);
  sorted.forEach((a, i) => {
    for (let j = i + 1; j < sorted.length && sorted[j].core.top < a.core.bottom; j += 1) {
      if (overlap(a.core, sorted[j].core)) out.push(`on each other: ${a.words} | ${sorted[j].words}`);
    }
    for (const bar of bars) {
      if (!overlap(a.core, bar)) continue;
      if (a.box.left < bar.left - slack || a.box.right > bar.right + slack) out.push(`across the edge of a bar: ${a.words}`);
    }
  });
  for (const line of svg.querySelectorAll(".clash path, .edge path")) {
    const matrix = line.getScreenCTM();
    const length = line.getTotalLength();
    for (let at = 0; at <= length; at += 2) {
      const p = line.getPointAtLength(at).matrixTransform(matrix);
      const covers = (sheet) => sheet !== null && (line.compareDocumentPosition(sheet) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
      const hit = texts.find(({ core: c, onLine, sheet }) => !onLine && !covers(sheet) && c.left < p.x && p.x < c.right && c.top < p.y && p.y < c.bottom);
      if (!hit) continue;
      out.push(`a line through: ${hit.words}`);
      break;
    }
  }
  return { faults: out, texts: texts.length, bars: bars.length };
}

/** Draws the articles and looks at the picture. */
async function look(paths, ...options) {
  const folder = timeline(paths, ["picture.svg"], ...options);
  const page = await browser.newPage();
  await page.goto(address(folder, "picture.svg"));
  const found = await page.evaluate(faults);
  await page.close();
  fs.rmSync(folder, { recursive: true });
  assert.deepStrictEqual(found.faults, []);
  return found;
}

for (const corpus of corpora()) {
  for (const language of ["ar", "en"]) {
    test(`${path.basename(corpus)}, ${language}`, async () => {
      const found = await look([corpus], "--lang", language);
      assert.ok(found.texts > 20 && found.bars > 0, "the picture was read");
    });
  }
  test(`${path.basename(corpus)}, as a graph`, async () => {
    await look([corpus], "--lang", "ar", "--dot-style", "graph");
  });
}

for (const group of ["story", "place", "type"]) {
  test(`all together, by ${group}`, async () => {
    const found = await look(corpora(), "--lang", "ar", "--group", group);
    assert.ok(found.texts > 100 && found.bars > 20, "the picture was read");
  });
}

test("a corpus of 5,000 claims", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "isnad-many-"));
  const file = many(folder);
  const counted = timeline([file], ["all.json"]);
  const { claims } = JSON.parse(fs.readFileSync(path.join(counted, "all.json"), "utf8"));
  fs.rmSync(counted, { recursive: true });
  assert.ok(claims.length >= 5000, `${claims.length} claims`);
  const found = await look([file], "--lang", "ar");
  assert.ok(found.texts > 100 && found.bars > 20, "the picture was read");
  fs.rmSync(folder, { recursive: true });
});

test("faults are seen", async () => {
  const page = await browser.newPage();
  const text = (x, y, words) => `<text x="${x}" y="${y}" font-size="12">${words}</text>`;
  const folder = timeline([corpora()[0]], ["picture.svg"]);
  fs.writeFileSync(path.join(folder, "bad.svg"), `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200">
    <g class="bar"><polygon points="50,20 120,20 120,40 50,40"/></g>${text(100, 34, "leaves its bar")}
    ${text(20, 100, "first")}${text(25, 101, "second")}${text(280, 150, "leaves the page")}
    ${text(20, 180, "struck through")}<g class="clash"><path fill="none" d="M30,160 L30,195"/></g>
    <g class="node"><path fill="white" d="M200,40 L290,40 L290,80 L200,80"/>${text(210, 60, "struck")}</g>
    <g class="edge"><path fill="none" d="M220,30 L220,90"/><path fill="none" d="M220,100 L220,150"/></g>
    <g class="node"><path fill="white" d="M200,110 L290,110 L290,140 L200,140"/>${text(210, 130, "covered")}</g></svg>`);
  await page.goto(address(folder, "bad.svg"));
  const found = (await page.evaluate(faults)).faults.map((fault) => fault.split(":")[0]);
  fs.rmSync(folder, { recursive: true });
  assert.deepStrictEqual(found.sort(), ["a line through", "a line through", "across the edge of a bar", "on each other", "outside of the picture"]);
});
