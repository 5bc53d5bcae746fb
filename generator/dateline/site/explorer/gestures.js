// Pointer, wheel and keys on the strip: drag to choose a span of time, pinch or turn the wheel to look closer.
import { start } from "./days.js";

const MOVED = 4;
// A page that is being scrolled scrolls on when the strip comes below the pointer.
const SCROLLING_MS = 300;

/**
 * Let a strip be handled.
 *
 * @param strip see Strip
 * @param choose called with the first and last day chosen (null, null for all) and whether that is the end of it
 * @param pick called with the day that was pointed at
 */
export function handle(strip, choose, pick) {
  const { box, svg } = strip;
  const pointers = new Map();
  let drag = null;
  let pinch = null;

  const place = (event) => event.clientX - svg.getBoundingClientRect().left;

  function chosen(a, b, isDone) {
    const [from, to] = strip.snapped(a, b);
    const isAll = from <= strip.first && to >= strip.last;
    strip.show(isAll ? { from: null, to: null } : { from, to });
    choose(strip.from, strip.to, isDone);
  }

  function moved(event, isDone) {
    const day = strip.dayAt(place(event));
    if (drag.mode === "move") {
      const shift = day - drag.day;
      chosen(drag.from + shift, drag.to + shift, isDone);
    } else chosen(drag.mode === "from" ? drag.to : drag.from, day, isDone);
  }

  box.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    box.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, place(event));
    if (pointers.size === 2) {
      const [a, b] = [...pointers.values()];
      pinch = { distance: Math.max(Math.abs(a - b), 10), middle: (a + b) / 2 };
      drag = null;
      return;
    }
    const day = strip.dayAt(place(event));
    const end = strip.handles.indexOf(event.target);
    const [from, to] = [strip.from ?? strip.first, strip.to ?? strip.last];
    const isInside = strip.from !== null && from <= day && day <= to;
    const mode = end >= 0 ? ["from", "to"][end] : isInside ? "move" : "new";
    drag = { x: place(event), day, mode, from: mode === "new" ? day : from, to, hasMoved: false };
  });

  box.addEventListener("pointermove", (event) => {
    if (!pointers.has(event.pointerId)) return;
    pointers.set(event.pointerId, place(event));
    if (pinch && pointers.size === 2) {
      const [a, b] = [...pointers.values()];
      const distance = Math.max(Math.abs(a - b), 10);
      strip.zoom(pinch.distance / distance, pinch.middle);
      strip.pan(pinch.middle - (a + b) / 2);
      pinch = { distance, middle: (a + b) / 2 };
    } else if (drag && (drag.hasMoved || Math.abs(place(event) - drag.x) > MOVED)) {
      drag.hasMoved = true;
      moved(event, false);
    }
  });

  function released(event) {
    if (!pointers.delete(event.pointerId)) return;
    if (!pointers.size) pinch = null;
    if (!drag) return;
    const isClick = !drag.hasMoved && !strip.handles.includes(event.target);
    if (drag.hasMoved && event.type === "pointerup") moved(event, true);
    else if (drag.hasMoved) choose(strip.from, strip.to, true);
    else if (isClick && drag.mode === "new" && event.type === "pointerup") pick(drag.day);
    drag = null;
  }
  box.addEventListener("pointerup", released);
  box.addEventListener("pointercancel", released);

  let scrolledAt = -Infinity;
  addEventListener("wheel", (event) => {
    if (!box.contains(event.target)) scrolledAt = event.timeStamp;
  }, { passive: true });
  box.addEventListener("wheel", (event) => {
    if (event.timeStamp - scrolledAt < SCROLLING_MS && !event.ctrlKey) {
      scrolledAt = event.timeStamp;
      return;
    }
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 16 : 1;
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) strip.pan((event.deltaX || event.deltaY) * unit);
    else strip.zoom(Math.exp(Math.max(Math.min(event.deltaY * unit, 200), -200) * (event.ctrlKey ? 0.01 : 0.003)), place(event));
  }, { passive: false });

  strip.handles.forEach((slider, end) => slider.addEventListener("keydown", (event) => onKey(event, end)));

  function onKey(event, end) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+" || event.key === "-" || event.key === "=") {
      strip.zoom(event.key === "-" ? 1.5 : 1 / 1.5);
      event.preventDefault();
      return;
    }
    const ahead = strip.isRtl ? -1 : 1;
    const coarse = { day: ["month", 1], month: ["year", 1], year: ["year", 10] }[strip.unit];
    const steps = {
      ArrowRight: [strip.unit, ahead], ArrowLeft: [strip.unit, -ahead], ArrowUp: [strip.unit, 1], ArrowDown: [strip.unit, -1],
      PageUp: coarse, PageDown: [coarse[0], -coarse[1]],
    };
    const ends = [strip.from ?? strip.first, strip.to ?? strip.last];
    let day = ends[end];
    if (event.key === "Home") day = strip.first;
    else if (event.key === "End") day = strip.last;
    else if (steps[event.key]) {
      const [unit, count] = steps[event.key];
      // The last day of a unit stands for its end, as the first for its beginning.
      day = end ? start(unit, day + 1, count) - 1 : start(unit, day, count);
    } else return;
    event.preventDefault();
    day = Math.min(Math.max(day, end ? ends[0] : strip.first), end ? strip.last : ends[1]);
    ends[end] = day;
    const isAll = ends[0] <= strip.first && ends[1] >= strip.last;
    strip.show(isAll ? { from: null, to: null } : { from: ends[0], to: ends[1] });
    choose(strip.from, strip.to, true);
  }
}
