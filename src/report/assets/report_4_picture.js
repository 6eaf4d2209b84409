// Zoom and pan of the picture. One stop of the tab key a claim or event: its words, not each of its marks.
(() => {
  const frame = document.querySelector(".picture");
  const buttons = document.getElementById("zoom");
  if (!frame || !buttons) return;
  const pictures = Array.from(frame.querySelectorAll("svg"));
  for (const link of frame.querySelectorAll("a")) {
    if (link.querySelector("text")) link.setAttribute("aria-label", link.getAttribute("xlink:title") || link.textContent);
    else link.setAttribute("tabindex", "-1");
  }
  let scale = 1;
  const set = (wanted, x = frame.clientWidth / 2, y = frame.clientHeight / 2) => {
    const before = scale;
    scale = Math.min(4, Math.max(0.15, wanted));
    // From the edge at which reading begins, scrollLeft counts from 0 to either side: what lies under x stays there.
    const left = (frame.scrollLeft + x) * (scale / before) - x;
    const top = (frame.scrollTop + y) * (scale / before) - y;
    for (const svg of pictures) svg.style.width = `${svg.viewBox.baseVal.width * scale}px`;
    if (document.documentElement.dir === "ltr") frame.scrollLeft = left;
    frame.scrollTop = top;
  };
  const fit = () => {
    const visible = pictures.find((svg) => svg.clientWidth > 0) || pictures[0];
    set((frame.clientWidth - 8) / visible.viewBox.baseVal.width);
  };
  const actions = { "zoom-in": () => set(scale * 1.25), "zoom-out": () => set(scale / 1.25), "zoom-fit": fit, "zoom-full": () => set(1) };
  for (const [id, action] of Object.entries(actions)) document.getElementById(id).addEventListener("click", action);
  frame.addEventListener("keydown", (event) => {
    const action = { "+": "zoom-in", "=": "zoom-in", "-": "zoom-out", 0: "zoom-full" }[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    actions[action]();
  });
  frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = frame.getBoundingClientRect();
    set(scale * (event.deltaY < 0 ? 1.15 : 1 / 1.15), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });
  let from = null;
  let moved = false;
  frame.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    from = { x: event.clientX, y: event.clientY, left: frame.scrollLeft, top: frame.scrollTop };
    moved = false;
  });
  window.addEventListener("pointermove", (event) => {
    if (!from) return;
    moved = moved || Math.abs(event.clientX - from.x) + Math.abs(event.clientY - from.y) > 4;
    if (!moved) return;
    frame.scrollLeft = from.left - (event.clientX - from.x);
    frame.scrollTop = from.top - (event.clientY - from.y);
  });
  window.addEventListener("pointerup", () => { from = null; });
  frame.addEventListener("dragstart", (event) => event.preventDefault());
  // What ends a drag is no click on what lies below.
  frame.addEventListener("click", (event) => {
    if (!moved) return;
    moved = false;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  buttons.hidden = false;
  set(1);
  // It opens where the first contradiction is drawn: smaller, if the names of the events can then stay beside it, else moved.
  const shown = pictures.find((svg) => svg.clientWidth > 0);
  const mark = shown && shown.querySelector(".bar.conflict, .chip.conflict");
  if (!mark) return;
  const box = frame.getBoundingClientRect();
  const margin = 24;
  const place = () => mark.getBoundingClientRect();
  const whole = shown.getBoundingClientRect();
  const reach = document.documentElement.dir === "rtl" ? whole.right - place().left : place().right - whole.left;
  const smallest = 0.6;
  const words = 180; // behind the mark
  const fitting = (frame.clientWidth - margin) / (reach + words);
  if (fitting < 1 && fitting >= smallest) set(fitting);
  const beyond = (begin, end, first, last) => (begin < first + margin ? begin - first - margin : Math.max(0, end - last + margin));
  frame.scrollLeft += beyond(place().left, place().right, box.left, box.right);
  frame.scrollTop += beyond(place().top, place().bottom, box.top, box.bottom);
})();
