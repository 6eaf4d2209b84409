// Debian's Chromium, headless, that talks to nobody; and the program under test.
"use strict";
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");

const program = process.env.ISNAD;
const root = path.resolve(__dirname, "../..");

// Root needs --no-sandbox; the rest keeps Chromium from calling home.
const args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-domain-reliability", "--no-first-run",
  "--host-resolver-rules=MAP * ~NOTFOUND"];

const launch = () => chromium.launch({ executablePath: "/usr/bin/chromium", headless: true, args });

/** Runs `isnad timeline` on paths and returns the folder with the files that `names` ask for. */
function timeline(paths, names, ...options) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "isnad-browser-"));
  const outputs = names.flatMap((name) => ["-o", path.join(folder, name)]);
  execFileSync(program, ["timeline", ...paths, "--quiet", ...options, ...outputs], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  return folder;
}

/** The folders of articles that the tree holds: the seeds and the stories. */
function corpora() {
  const stories = path.join(root, "tests/data/stories");
  const folders = fs.readdirSync(stories, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [path.join(root, "seeds"), ...folders.map((entry) => path.join(stories, entry.name))];
}

const address = (...parts) => pathToFileURL(path.join(...parts)).href;

module.exports = { address, corpora, launch, root, timeline };
