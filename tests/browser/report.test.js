// The report as a reader uses it, opened from disk.
"use strict";
const assert = require("node:assert");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { after, afterEach, before, beforeEach, test } = require("node:test");
const { address, launch, root, timeline } = require("./chromium.js");
const { many } = require("./many.js");

const file = "report.html";
let browser;
let folder;
let page;
let heard; // what must stay empty: console errors, errors of scripts, requests that leave the page

before(async () => {
  browser = await launch();
  folder = timeline([path.join(root, "seeds")], [file, "timeline.json"], "--lang", "ar");
});
after(async () => {
  await browser.close();
  fs.rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  heard = [];
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) heard.push(message.text()); });
  page.on("pageerror", (error) => heard.push(error.stack));
  page.on("request", (request) => { if (request.url().split("#")[0] !== address(folder, file)) heard.push(request.url()); });
  await page.goto(address(folder, file));
});
afterEach(async () => {
  await page.close();
  assert.deepStrictEqual(heard, []);
});

const known = () => JSON.parse(fs.readFileSync(path.join(folder, "timeline.json"), "utf8"));
const events = () => page.locator("section.event:visible");
const rows = () => page.locator("section.event tbody tr:visible");
const findings = () => page.locator("article.finding:visible");

test("the picture opens where the first contradiction is drawn", async () => {
  const seen = await page.evaluate(() => {
    const frame = document.querySelector(".picture");
    const shown = Array.from(frame.querySelectorAll("svg")).find((svg) => svg.clientWidth > 0);
    const mark = shown.querySelector(".bar.conflict, .chip.conflict").getBoundingClientRect();
    const box = frame.getBoundingClientRect();
    return mark.left >= box.left && mark.right <= box.right && mark.top >= box.top && mark.bottom <= box.bottom;
  });
  assert.ok(seen);
});

test("letters are there without a font on the reader's machine", async () => {
  const loaded = await page.evaluate(async () => {
    const carried = Array.from(document.fonts).find((font) => font.family.includes("Noto Sans Arabic"));
    return carried && (await carried.load()).status;
  });
  assert.strictEqual(loaded, "loaded");
});

test("holds every event, claim, finding and article", async () => {
  const data = known();
  assert.strictEqual(await events().count(), data.events.length);
  assert.strictEqual(await rows().count(), data.claims.length);
  assert.strictEqual(await findings().count(), data.findings.length);
  assert.strictEqual(await page.locator("details.article").count(), data.documents.length);
  assert.strictEqual(Number(await page.locator("#shown").textContent()), data.events.length);
});

test("disputed only", async () => {
  await page.check("#disputed");
  assert.ok(await events().count() > 0);
  assert.strictEqual(await events().count(), await page.locator("section.event.disputed").count());
  await page.click("#reset");
  assert.strictEqual(await events().count(), known().events.length);
});

test("filters by article, and dims what the picture shows of the others", async () => {
  await page.selectOption("#filter-source", "2");
  const data = known();
  const own = data.claims.filter((claim) => claim.document === data.documents[2].id);
  assert.strictEqual(await rows().count(), own.length);
  assert.ok(await page.locator(".picture .in-ar .dim").count() > 0);
  assert.strictEqual(await page.locator("details.article:visible").count(), 1);
});

test("filters by kind, place and contradiction", async () => {
  const data = known();
  await page.selectOption("#filter-type", { label: "وصول" });
  assert.strictEqual(await events().count(), data.events.filter((event) => event.type === "arrive").length);
  await page.click("#reset");
  await page.selectOption("#filter-rule", "date-conflict");
  const conflicts = data.findings.filter((finding) => finding.rule === "date-conflict");
  assert.strictEqual(await findings().count(), conflicts.length);
  assert.ok(await events().count() > 0);
  await page.click("#reset");
  const before = await events().count();
  await page.locator("#filter-place").selectOption({ index: 1 });
  const after = await events().count();
  assert.ok(after > 0 && after < before);
});

test("searches as readers type: without hamza, ta marbuta and vowel marks", async () => {
  await page.fill("#search", "الاسد  القواعد العسكريه");
  const count = await rows().count();
  assert.ok(count > 0 && count < known().claims.length);
  for (const text of await rows().allTextContents()) assert.match(text, /الأسد|الاسد/);
  await page.fill("#search", "لا يوجد مثل هذا");
  assert.strictEqual(await rows().count(), 0);
  assert.strictEqual(await page.locator("#shown").textContent(), "0");
});

test("a permalink leads to its claim, also through a filter", async () => {
  const finding = known().findings[0];
  const claim = await page.locator("article.finding").first().getAttribute("data-claims");
  const id = claim.split(" ")[0];
  await page.goto(`${address(folder, file)}#${id}`);
  await page.reload();
  assert.ok(await page.locator(`[id="${id}"]`).evaluate((row) => {
    const box = row.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
  }));
  await page.fill("#search", "xyz");
  await page.evaluate((hash) => { location.hash = ""; location.hash = hash; }, id);
  await page.locator(`[id="${id}"]`).waitFor({ state: "visible" });
  assert.ok(finding.evidence.length > 1);
});

test("a bar of the picture opens the evidence: chain, reasoning, the sentence marked in its article", async () => {
  const link = page.locator(".picture .in-ar .claim a").first();
  const id = (await link.getAttribute("xlink:href")).slice(1);
  await link.click();
  const dialog = page.locator("#evidence");
  assert.ok(await dialog.isVisible());
  const said = known().claims.find((claim) => id.endsWith(claim.id.replaceAll("_", "_5f")));
  const marked = (await dialog.locator(".current").textContent()).replace(/\s+/g, " ");
  assert.ok(marked.includes(said.text.replace(/\s+/g, " ").trim()), marked);
  assert.ok(await dialog.locator(".text").count() === 1);
  assert.strictEqual(new URL(page.url()).hash, `#${id}`);
  await page.keyboard.press("Escape");
  assert.ok(!await dialog.isVisible());
});

test("what contradicts a claim is named with its evidence", async () => {
  const row = page.locator("section.event tr.conflict").first();
  await row.locator("a.evidence").click();
  const link = page.locator("#evidence .contradiction a").first();
  const target = await link.getAttribute("href");
  await link.click();
  assert.ok(!await page.locator("#evidence").isVisible());
  assert.ok(await page.locator(`[id="${target.slice(1)}"]`).isVisible());
});

test("switches language and direction, and back", async () => {
  assert.strictEqual(await page.locator("html").getAttribute("dir"), "rtl");
  await page.click("#language");
  assert.strictEqual(await page.locator("html").getAttribute("lang"), "en");
  assert.strictEqual(await page.locator("html").getAttribute("dir"), "ltr");
  assert.ok(await page.getByText("What cannot all be true", { exact: true }).isVisible());
  assert.strictEqual(await page.locator("#filter-source option").first().textContent(), "all");
  assert.match(await page.title(), /^Timeline/);
  assert.ok(await page.locator(".picture .in-en svg").isVisible() && !await page.locator(".picture .in-ar svg").isVisible());
  await page.click("#language");
  assert.ok(await page.getByText("ما لا يجتمع", { exact: true }).isVisible());
});

test("the picture begins where reading begins, and is zoomed by buttons and keys", async () => {
  const label = page.locator(".picture .in-ar .event text").first();
  const inside = () => label.evaluate((text) => {
    const box = text.getBoundingClientRect();
    const frame = text.closest(".picture").getBoundingClientRect();
    return box.left >= frame.left && box.right <= frame.right;
  });
  await page.locator(".picture").evaluate((frame) => { frame.scrollLeft = 0; });
  assert.ok(await inside());
  const width = () => page.locator(".picture .in-ar svg").evaluate((svg) => svg.getBoundingClientRect().width);
  await page.click("#zoom-full");
  const full = await width();
  await page.click("#zoom-in");
  assert.ok(await width() > full);
  await page.focus(".picture");
  await page.keyboard.press("0");
  assert.ok(Math.abs(await width() - full) < 1);
  await page.click("#zoom-fit");
  assert.ok(await page.locator(".picture").evaluate((frame) => frame.scrollWidth <= frame.clientWidth + 8));
  assert.ok(await inside());
});

test("is dragged", async () => {
  const box = await page.locator(".picture").boundingBox();
  await page.mouse.move(box.x + 300, box.y + 300);
  await page.mouse.down();
  await page.mouse.move(box.x + 600, box.y + 300, { steps: 5 });
  await page.mouse.up();
  assert.ok(Math.abs(await page.locator(".picture").evaluate((frame) => frame.scrollLeft)) > 100);
  assert.ok(!await page.locator("#evidence").isVisible());
});

test("one table of all claims, and back", async () => {
  await page.click("#table");
  assert.strictEqual(await page.locator("#all-claims tbody tr:visible").count(), known().claims.length);
  await page.check("#disputed");
  const some = await page.locator("#all-claims tbody tr:visible").count();
  assert.ok(some > 0 && some < known().claims.length);
  await page.click("#reset");
  await page.click("#table");
  assert.strictEqual(await rows().count(), known().claims.length);
});

test("works from the keyboard", async () => {
  await page.keyboard.press("Tab");
  assert.strictEqual(await page.evaluate(() => document.activeElement.className), "skip");
  await page.focus("tr.conflict a.evidence");
  await page.keyboard.press("Enter");
  assert.ok(await page.locator("#evidence").isVisible());
  await page.keyboard.press("Escape");
  assert.strictEqual(await page.evaluate(() => document.activeElement.className), "evidence");
});

test("prints on paper without its tools", async () => {
  await page.emulateMedia({ media: "print" });
  assert.ok(!await page.locator(".tools").isVisible() && !await page.locator("#zoom").isVisible());
  assert.ok(await page.locator(".picture").evaluate((frame) => frame.scrollHeight <= frame.clientHeight + 1));
  const pdf = await page.pdf({ preferCSSPageSize: true });
  assert.strictEqual(pdf.subarray(0, 5).toString(), "%PDF-");
});

test("without scripts the page still shows everything", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(address(folder, file));
  assert.ok(await plain.locator("section.event").first().isVisible());
  assert.ok(!await plain.locator(".tools").isVisible() && !await plain.locator("#language").isVisible());
  await context.close();
});

test("a column of the overview shows the events of its period", async () => {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), "isnad-periods-"));
  const large = timeline([many(made)], [file], "--lang", "ar");
  await page.goto(address(large, file));
  const all = await events().count();
  const column = page.locator("svg:visible .period a").first();
  const [period, words] = await column.evaluate((link) => [link.getAttribute("xlink:href").slice(1), link.getAttribute("xlink:title")]);
  await column.evaluate((link) => link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })));
  await page.waitForFunction((chosen) => document.getElementById("filter-period").value === chosen, period);
  const listed = await events().count();
  assert.ok(listed > 0 && listed < all);
  assert.strictEqual(await page.locator(`section.event[data-period="${period}"]:visible`).count(), listed);
  assert.ok(words.includes(String(listed)), words);
  await page.click("#reset");
  assert.strictEqual(await events().count(), all);
  heard = heard.filter((url) => !url.startsWith(address(large, file)));
  fs.rmSync(large, { recursive: true });
  fs.rmSync(made, { recursive: true });
});
