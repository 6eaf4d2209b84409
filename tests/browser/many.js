// A large corpus: what every article tells is made up, and dated.
"use strict";
const fs = require("node:fs");
const path = require("node:path");

/** 1,250 articles of four dated claims each, of eleven years; of every seventh the day is another than elsewhere. */
function many(folder) {
  const cities = ["حلب", "حماة", "حمص", "درعا", "الموصل", "تكريت", "طرابلس", "بنغازي", "صنعاء", "عدن", "الخرطوم", "غزة"];
  const months = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
  const tell = [
    (city, date) => `سقطت مدينة ${city} في ${date}.`,
    (city, date) => `وقع انفجار في ${city} في ${date}.`,
    (city, date) => `وصل الوزير إلى ${city} في ${date}.`,
    (city, date) => `ووقع الطرفان اتفاقا في ${city} في ${date}.`,
  ];
  const article = (n) => {
    const month = Math.floor(n / 2) % 12;
    const year = 2010 + Math.floor(n / 120);
    const told = tell.map((sentence, k) => {
      const day = 1 + ((Math.floor(n / 2) * 5 + k * 7 + (n % 7 === 0 ? 1 : 0)) % 28);
      return sentence(cities[(Math.floor(n / 2) + k) % cities.length], `${day} ${months[month]} ${year}`);
    });
    return JSON.stringify({ id: `article-${n}`, text: told.join("\n"), published: `${year + 1}-12-31` });
  };
  const file = path.join(folder, "many.jsonl");
  fs.writeFileSync(file, Array.from({ length: 1250 }, (_, n) => article(n)).join("\n"));
  return file;
}

module.exports = { many };
