// Makes the page nicer to use. Everything it shows is there without it.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // A link to a segment opens it and what it lies in.
  const open = (id) => {
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") node.open = true;
      node.hidden = false;
    }
    target.scrollIntoView({ block: "start" });
  };
  window.addEventListener("hashchange", () => open(location.hash.slice(1)));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const reference = link && link.getAttribute("href");
    if (reference && reference.startsWith("#seg-")) open(reference.slice(1));
  });

  // Timeline: numbers while pointing, arrow keys along a lane.
  const readout = one("#readout");
  for (const lane of all("svg.lane")) {
    const blocks = all("a", lane);
    blocks.forEach((block, place) => {
      const title = one("title", block);
      const say = () => { if (readout) readout.textContent = block.getAttribute("aria-label"); };
      if (title) title.remove();
      block.addEventListener("pointerenter", say);
      block.addEventListener("focus", say);
      block.setAttribute("tabindex", place === 0 ? "0" : "-1");
      block.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        const next = step && blocks[place + step];
        if (!next) return;
        event.preventDefault();
        block.setAttribute("tabindex", "-1");
        next.setAttribute("tabindex", "0");
        next.focus();
      });
    });
  }

  // Zoom stretches the figure; letters appear as soon as they fit.
  const stretch = one("#stretch");
  const scroller = one(".scroller");
  const zoom = one("#zoom");
  const letters = all("[data-share]");
  const fit = () => {
    const width = stretch.clientWidth;
    for (const letter of letters) letter.classList.toggle("narrow", letter.dataset.share * width < 15);
  };
  const stretchTo = (factor) => {
    const centre = (scroller.scrollLeft + scroller.clientWidth / 2) / stretch.clientWidth;
    stretch.style.width = `${factor * 100}%`;
    scroller.scrollLeft = centre * stretch.clientWidth - scroller.clientWidth / 2;
    stretch.classList.toggle("zoomed", factor >= 6);
    one("#zoomed").textContent = `${factor < 10 ? Math.round(factor * 10) / 10 : Math.round(factor)}×`;
    fit();
  };
  if (zoom) {
    zoom.addEventListener("input", () => stretchTo(2 ** Number(zoom.value)));
    window.addEventListener("resize", fit);
    fit();
  }

  // Segments: filter, order, open all.
  const form = one("#filter");
  const segments = all(".seg");
  const lists = all(".cards").map((list) => [list, [...list.children]]);
  const apply = () => {
    const wanted = new FormData(form);
    let shown = 0;
    for (const segment of segments) {
      const data = segment.dataset;
      const fits = (!wanted.get("person") || data.person === wanted.get("person"))
        && (!wanted.get("key") || data.key === wanted.get("key"))
        && (!wanted.get("disputed") || "disputed" in data);
      segment.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const chapter of all(".chapter")) chapter.hidden = !one(".seg:not([hidden])", chapter);
    for (const [list, children] of lists) {
      const order = wanted.get("order") === "doubt"
        ? [...children].sort((a, b) => b.dataset.doubt - a.dataset.doubt) : children;
      list.append(...order);
    }
    one("#count").textContent = shown === segments.length ? "" : `${shown} of ${segments.length}`;
  };
  if (form) {
    form.addEventListener("change", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    const unfold = one("#unfold");
    unfold.addEventListener("click", () => {
      const opening = unfold.textContent === "Open all";
      for (const segment of all("details.seg, .chapter")) if (!segment.hidden) segment.open = opening;
      unfold.textContent = opening ? "Close all" : "Open all";
    });
  }

  // The method statement for a paper.
  const copy = one("#copy");
  copy.addEventListener("click", () => {
    const text = all("#statement p").map((paragraph) => paragraph.textContent).join("\n\n");
    const done = () => { copy.textContent = "Copied"; };
    const select = () => { getSelection().selectAllChildren(one("#statement")); copy.textContent = "Selected: press Ctrl C"; };
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, select);
    else select();
  });

  // Print shows the reasons of what stands out and of what the reader has opened.
  window.addEventListener("beforeprint", () => {
    for (const segment of all("details.seg[data-notable]")) segment.open = true;
  });
  open(location.hash.slice(1));
})();
