"use strict";
(() => {
  const links = JSON.parse(document.getElementById("links").textContent);
  const all = (query, root = document) => Array.from(root.querySelectorAll(query));
  const tint = (mark, name) => all(`[data-m~="${mark}"]`).forEach((e) => e.classList.add(name));
  const clear = () => {
    for (const name of ["on-claim", "on-cue", "on-source", "on-hedge"]) all("." + name).forEach((e) => e.classList.remove(name));
    all(".row.on, .row.near").forEach((e) => e.classList.remove("on", "near"));
  };
  const wide = () => matchMedia("(min-width: 60.01rem)").matches;
  const calm = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

  function light(number) {
    const [report, chain] = links[number];
    tint("c" + number, "on-claim");
    for (const a of chain) { tint(`a${report}-${a}`, "on-cue"); tint(`s${report}-${a}`, "on-source"); }
    tint("h" + number, "on-hedge");
  }
  function unfold(element) {
    for (let e = element.parentElement; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
  }
  function showText(number) {
    clear();
    light(number);
    const row = document.getElementById("l" + number);
    if (row) row.classList.add("on");
    const first = document.querySelector(`[data-m~="c${number}"]`);
    if (first) first.scrollIntoView({ block: "center", behavior: calm() });
  }
  function showRows(numbers) {
    clear();
    light(numbers[0]);
    numbers.forEach((n, i) => {
      const row = document.getElementById("l" + n);
      if (!row) return;
      row.classList.remove("hidden");
      row.classList.add(i ? "near" : "on");
      unfold(row);
      if (!i) row.scrollIntoView({ block: wide() ? "center" : "start", behavior: calm() });
    });
  }
  document.addEventListener("click", (event) => {
    const claim = event.target.closest("a.claim");
    const count = event.target.closest("button.count");
    const piece = event.target.closest("[data-m]");
    if (claim) {
      event.preventDefault();
      history.pushState(null, "", claim.getAttribute("href"));
      showText(Number(claim.dataset.claim));
    } else if (count) {
      showRows(count.dataset.claims.split(" ").map(Number));
    } else if (piece && getSelection().isCollapsed) {
      const numbers = piece.dataset.m.split(" ").filter((m) => m[0] === "c").map((m) => Number(m.slice(1)));
      if (numbers.length) showRows(numbers.reverse());
    } else if (event.target.closest("a[href^='#']")) {
      const target = document.getElementById(event.target.closest("a").hash.slice(1));
      if (target && target.tagName === "DETAILS") target.open = true;
    }
  });
  const follow = () => {
    const number = /^#t(\d+)$/.exec(location.hash);
    if (number && links[number[1]]) showText(Number(number[1]));
  };
  addEventListener("hashchange", follow);
  addEventListener("popstate", follow);
  addEventListener("beforeprint", () => all("details").forEach((d) => { d.open = true; }));
  document.getElementById("find").addEventListener("input", (event) => {
    const word = event.target.value.trim().toLowerCase();
    let any = false;
    for (const speaker of all(".speaker")) {
      const named = speaker.querySelector("summary").textContent.toLowerCase().includes(word);
      let left = 0;
      for (const row of all(".row", speaker)) {
        const shown = !word || named || row.textContent.toLowerCase().includes(word);
        row.classList.toggle("hidden", !shown);
        left += shown;
      }
      speaker.classList.toggle("hidden", !left);
      any = any || left > 0;
    }
    document.getElementById("nothing").classList.toggle("hidden", any || !word);
  });
  follow();
})();
