// Articles full of markup, escapes and controls do no harm in any picture or report.
"use strict";
const assert = require("node:assert");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { after, before, test } = require("node:test");
const { address, launch, timeline } = require("./chromium.js");

const poison = `<script>window.harmed=1</script><img src=x onerror="window.harmed=1"> </style></script></title>
 "'><svg onload=window.harmed=1> & &lt;b&gt; &#60; \\N \\l \\" {claims} '{' @@ \u202Egnp.exe\u202C \u2066\u2067\u2069\u2069\u200F ${"ب".repeat(10000)} javascript:window.harmed=1`;
const article = (day) => `دخول دمشق <script>window.harmed=1</script> & "الخبر" \\N

دخلت قوات المعارضة العاصمة دمشق يوم ${day} ديسمبر 2024، قال <img src=x onerror=window.harmed=1> مصدر في الكرملين.

وصل الأسد إلى موسكو في ${day} ديسمبر 2024 "<b onmouseover=window.harmed=1>" \\N \u202E &lt;b&gt; بحسب وكالة رويترز.

غادر الرئيس دمشق يوم ${day} ديسمبر 2024.

${poison}
`;

let browser;
let articles;
let folder;
before(async () => {
  browser = await launch();
  articles = fs.mkdtempSync(path.join(os.tmpdir(), "isnad-hostile-"));
  // JSON Lines: ids, titles and addresses are as hostile as the text.
  const line = (n, day) => JSON.stringify({
    id: `a${n}"><script>window.harmed=1</script>`, title: `<script>window.harmed=1</script> & ${n}`, publisher: poison.slice(0, 200),
    url: `javascript:window.harmed=1`, published: `2024-12-1${n}`, text: article(day) });
  fs.writeFileSync(path.join(articles, "hostile.jsonl"), `${line(1, 7)}\n${line(2, 9)}\n`);
  folder = timeline([path.join(articles, "hostile.jsonl")], ["report.html", "picture.svg", "picture.dot", "picture.png", "timeline.json"]);
});
after(async () => {
  await browser.close();
  for (const made of [articles, folder]) fs.rmSync(made, { recursive: true });
});

test("the articles say something", () => {
  const data = JSON.parse(fs.readFileSync(path.join(folder, "timeline.json"), "utf8"));
  assert.ok(data.claims.length >= 4);
  assert.ok(data.claims.some((claim) => claim.text.includes("onmouseover")));
});

for (const file of ["report.html", "picture.svg"]) {
  test(`${file} runs nothing, asks for nothing and holds no foreign element`, async () => {
    const page = await browser.newPage();
    const heard = [];
    page.on("console", (message) => { if (["error", "warning"].includes(message.type())) heard.push(message.text()); });
    page.on("pageerror", (error) => heard.push(error.stack));
    page.on("dialog", (dialog) => heard.push(dialog.message()));
    page.on("request", (request) => { if (request.url() !== address(folder, file)) heard.push(request.url()); });
    await page.goto(address(folder, file));
    for (const button of ["#language", "#table"]) if (file === "report.html") await page.click(button);
    if (file === "report.html") {
      await page.click("a.evidence");
      await page.locator("#evidence .current").hover();
    }
    assert.strictEqual(await page.evaluate(() => window.harmed), undefined);
    assert.strictEqual(await page.evaluate(() => document.querySelectorAll("script").length), file === "report.html" ? 1 : 0);
    assert.strictEqual(await page.evaluate(() => document.querySelectorAll("img, b, [onload], [onerror], [onmouseover]").length), 0);
    assert.strictEqual(await page.evaluate(() => Array.from(document.querySelectorAll("a")).filter((a) => /javascript:/i.test(a.getAttribute("href") || a.getAttribute("xlink:href") || "")).length), 0);
    await page.close();
    assert.deepStrictEqual(heard, []);
  });
}

test("a long word stays within the page", async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(address(folder, "report.html"));
  await page.locator("details.article summary").first().click();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth + 1));
  await page.close();
});
