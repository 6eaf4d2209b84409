// screenshots.js STORIES - the reports of seeds/, of each story in the folder STORIES, and of a corpus of 5,000 made-up claims, as
// Chromium shows them when they are opened; and the picture of the last one. Run in the root of the project, with the packages of tests/browser:
//   ISNAD=build/isnad NODE_PATH=build/browser/node_modules node docs/gallery/screenshots.js STORIES
"use strict";
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { address, launch, root, timeline } = require("../../tests/browser/chromium.js");
const { many } = require("../../tests/browser/many.js");

async function main(stories) {
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const made = fs.mkdtempSync(path.join(os.tmpdir(), "isnad-gallery-"));
  const shoot = async (name, articles, language) => {
    const folder = timeline([articles], ["report.html"], "--lang", language);
    await page.goto(address(folder, "report.html"));
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: path.join(__dirname, `${name}.jpg`), type: "jpeg", quality: 70 });
    fs.rmSync(folder, { recursive: true });
  };
  await shoot("seeds", path.join(root, "seeds"), "ar");
  await shoot("seeds-en", path.join(root, "seeds"), "en");
  for (const story of fs.readdirSync(stories, { withFileTypes: true })) {
    if (story.isDirectory()) await shoot(story.name, path.join(stories, story.name), "ar");
  }
  await shoot("many", many(made), "ar");
  const drawn = timeline([path.join(made, "many.jsonl")], ["many.svg"], "--lang", "ar");
  await page.goto(address(drawn, "many.svg"));
  const { width } = await page.locator("svg").boundingBox();
  await page.setViewportSize({ width: Math.ceil(width), height: 1100 });
  await page.screenshot({ path: path.join(__dirname, "many-picture.jpg"), type: "jpeg", quality: 60 });
  fs.rmSync(drawn, { recursive: true });
  fs.rmSync(made, { recursive: true });
  await browser.close();
}

main(process.argv[2]);
