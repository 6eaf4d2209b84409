// axe-core finds no serious fault: in both languages, light and dark, as a table, with the evidence open.
"use strict";
const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const { after, before, test } = require("node:test");
const axe = require("axe-core");
const { address, launch, root, timeline } = require("./chromium.js");

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = timeline([path.join(root, "seeds")], ["report.html"], "--lang", "ar");
});
after(async () => {
  await browser.close();
  fs.rmSync(folder, { recursive: true });
});

const states = {
  "as it opens": async () => {},
  "in English": (page) => page.click("#language"),
  "as a table": (page) => page.click("#table"),
  "with the evidence open": (page) => page.click("tr.conflict a.evidence"),
  "with an article open": (page) => page.click("details.article summary"),
};

for (const colorScheme of ["light", "dark"]) {
  for (const [name, reach] of Object.entries(states)) {
    test(`${name}, ${colorScheme}`, async () => {
      const page = await browser.newPage({ colorScheme });
      await page.goto(address(folder, "report.html"));
      await reach(page);
      await page.evaluate(axe.source); // through the debugger: the policy of the page forbids it to anybody else
      const { violations } = await page.evaluate(() => axe.run());
      await page.close();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      assert.deepStrictEqual(serious.map(({ id, nodes }) => `${id}: ${nodes.length}: ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`), []);
    });
  }
}
