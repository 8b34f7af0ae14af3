// Filters for the table of measures, and the search. Without this script every list is complete.
"use strict";

const fold = (text) =>
  text
    .toLowerCase()
    .normalize("NFC")
    .replace(/[äöüß]/g, (letter) => ({ ä: "ae", ö: "oe", ü: "ue", ß: "ss" })[letter])
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/(?<=\p{L})[*:_·](?=\p{L})/gu, "");

const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];

// Whether one word becomes the other by at most `most` slips: a letter more, less, other, or two
// letters that changed places.
const near = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return false;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...next) > most) return false;
    before = row;
    row = next;
  }
  return row[other.length] <= most;
};

const slips = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

// How well a word answers to what was typed: 3 the same, 2 it begins so, 1 nearly or as a part of
// a longer word (Bibliothek in Stadtbibliothek); 0 not at all.
const answers = (wanted, word) => {
  if (word === wanted) return 3;
  if (word.startsWith(wanted)) return 2;
  if (wanted.length > 4 && word.includes(wanted)) return 1;
  const most = slips(wanted);
  if (!most || word[0] !== wanted[0]) return 0;
  const begins = (more) => near(wanted, word.slice(0, wanted.length + more), 1);
  return near(wanted, word, most) || [0, 1, -1].some(begins) ? 1 : 0;
};

const tell = (result, number) => {
  const { one, many, none } = result.dataset;
  result.textContent = number === 0 ? none : number === 1 ? one : many.replace("#", number);
};

const filter = (form) => {
  const table = document.getElementById(form.dataset.filter);
  const result = document.querySelector("[role=status]");
  const selects = [...form.querySelectorAll("select")];
  const groups = [...table.tBodies].map((body) => {
    const above = fold(body.querySelector(".above")?.textContent || "");
    const rows = [...body.rows].filter((row) => row.dataset.f !== undefined);
    const items = rows.map((row) => {
      const text = `${fold(row.textContent)} ${above}`;
      return { row, text, words: words(text), codes: row.dataset.f.split(" ") };
    });
    return { body, items };
  });

  const says = (item, word) =>
    item.text.includes(word) || item.words.some((other) => answers(word, other) > 0);

  const apply = () => {
    const codes = selects.flatMap((select, place) =>
      select.value ? [String.fromCharCode(97 + place) + (select.selectedIndex - 1)] : [],
    );
    const typed = words(form.elements.text.value);
    let number = 0;
    for (const { body, items } of groups) {
      let some = 0;
      for (const item of items) {
        const fits =
          codes.every((code) => item.codes.includes(code)) &&
          typed.every((word) => says(item, word));
        item.row.hidden = !fits;
        some += fits ? 1 : 0;
      }
      body.hidden = some === 0;
      number += some;
    }
    tell(result, number);
  };

  const note = () => {
    apply();
    const wanted = [...new FormData(form)].filter(([, value]) => value.trim());
    history.replaceState(null, "", `#${new URLSearchParams(wanted)}`);
  };

  const read = () => {
    const said = new URLSearchParams(location.hash.slice(1));
    for (const field of form.elements) {
      if (field.name) field.value = said.get(field.name) || "";
    }
    apply();
  };

  form.addEventListener("input", note);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(note));
  addEventListener("hashchange", read);
  form.hidden = false;
  if (location.hash.includes("=")) read();
};

const search = (form) => {
  const { elements, words: lines, language } = self.wirctlIndex;
  const result = document.querySelector("[role=status]");
  const list = document.querySelector(".hits");
  const field = form.elements.q;
  const known = lines.split("\n").map((line) => {
    const [word, ...steps] = line.split(" ");
    let place = 0;
    return [word, steps.map((step) => (place += Number(step)))];
  });
  const titles = elements.map(([, title, , id]) => words(`${title} ${id}`));

  const found = (wanted) => {
    const scores = new Map();
    for (const [word, places] of known) {
      const score = answers(wanted, word);
      for (const place of score ? places : []) {
        const named = titles[place].includes(word) ? 10 : 1;
        scores.set(place, Math.max(scores.get(place) || 0, score * named));
      }
    }
    return scores;
  };

  const hits = (typed) => {
    const all = typed.map(found);
    return [...all[0].keys()]
      .filter((place) => all.every((scores) => scores.has(place)))
      .map((place) => [all.reduce((sum, scores) => sum + scores.get(place), 0), place])
      .sort((one, other) => other[0] - one[0] || one[1] - other[1])
      .map(([, place]) => elements[place]);
  };

  const line = ([path, title, kind, id, own]) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const note = document.createElement("span");
    link.href = path;
    link.textContent = title;
    link.lang = own || language;
    link.dir = "auto";
    note.className = "small";
    note.textContent = title === id ? kind : `${kind} · ${id}`;
    item.append(link, " ", note);
    return item;
  };

  const show = () => {
    const typed = words(field.value);
    const all = typed.length ? hits(typed) : [];
    list.replaceChildren(...all.slice(0, 100).map(line));
    if (typed.length) tell(result, all.length);
    else result.textContent = "";
  };

  const note = () => {
    show();
    const typed = field.value.trim();
    history.replaceState(null, "", `#${typed ? new URLSearchParams({ q: typed }) : ""}`);
  };

  const read = () => {
    field.value = new URLSearchParams(location.hash.slice(1)).get("q") || "";
    show();
  };

  form.addEventListener("input", note);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", read);
  form.hidden = false;
  read();
};

addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("form[data-filter]").forEach(filter);
  document.querySelectorAll("form[data-search]").forEach(search);
});
