// Filters for the table of measures. Without this script the list is simply complete.
"use strict";

const fold = (text) =>
  text
    .toLowerCase()
    .replace(/ä/g, "ae")
    .replace(/ö/g, "oe")
    .replace(/ü/g, "ue")
    .replace(/ß/g, "ss")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "");

const start = (form) => {
  const table = document.getElementById(form.dataset.filter);
  const result = document.querySelector("[role=status]");
  const rows = [...table.tBodies[0].rows].map((row) => ({ row, text: fold(row.textContent) }));

  const fits = ({ row, text }, wanted) =>
    wanted.every(([name, value]) =>
      name === "text"
        ? fold(value).split(/\s+/).every((word) => text.includes(word))
        : (row.dataset[name] || "").split(" ").includes(value),
    );

  const tell = (number) => {
    const { one, many, none } = result.dataset;
    result.textContent = number === 0 ? none : number === 1 ? one : many.replace("#", number);
  };

  const apply = () => {
    const wanted = [...new FormData(form)].filter(([, value]) => value.trim());
    let number = 0;
    for (const item of rows) {
      item.row.hidden = !fits(item, wanted);
      number += item.row.hidden ? 0 : 1;
    }
    tell(number);
    return wanted;
  };

  const note = () => {
    const wanted = new URLSearchParams(apply());
    history.replaceState(null, "", `#${wanted}`);
  };

  const read = () => {
    const said = new URLSearchParams(location.hash.slice(1));
    for (const field of form.elements) {
      if (field.name) {
        field.value = said.get(field.name) || "";
      }
    }
    apply();
  };

  form.addEventListener("input", note);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(note));
  addEventListener("hashchange", read);
  form.hidden = false;
  if (location.hash.includes("=")) {
    read();
  }
};

document.querySelectorAll("form[data-filter]").forEach(start);
