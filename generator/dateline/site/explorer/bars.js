// How many events there are along the strip, as shapes: heights for what is known, faded ones for what is not.

export const BAR = 4;

/**
 * Count events into bars.
 *
 * @param dates see Dates
 * @param counts how many events of each date
 * @param x0, x1 the places of the first and the last day of each date, in pixels
 * @returns solid (dates that fit into a bar), soft (those that do not, spread over the bars they span), and the dates
 *   of the latter
 */
export function heights(counts, x0, x1, width) {
  const bars = Math.ceil(width / BAR);
  const solid = new Float64Array(bars);
  const steps = new Float64Array(bars + 1);
  const wide = [];
  for (let date = 0; date < counts.length; date++) {
    if (!counts[date] || x1[date] < 0 || x0[date] >= width) continue;
    const from = Math.floor(x0[date] / BAR);
    const to = Math.floor(x1[date] / BAR);
    if (x1[date] - x0[date] <= 2 * BAR) {
      const middle = Math.floor((x0[date] + x1[date]) / 2 / BAR);
      solid[Math.min(Math.max(middle, 0), bars - 1)] += counts[date];
      continue;
    }
    wide.push(date);
    const share = counts[date] / (to - from + 1);
    steps[Math.max(from, 0)] += share;
    steps[Math.min(to + 1, bars)] -= share;
  }
  const soft = new Float64Array(bars);
  let level = 0;
  for (let bar = 0; bar < bars; bar++) soft[bar] = Math.max(0, (level += steps[bar]));
  return { solid, soft, wide };
}

/**
 * The outline of bars that stand on `floor`, or on top of others, `scale` pixels for each event.
 * A bar is `least` pixels high where there is anything at all.
 */
export function barsPath(values, floor, scale, least, below = null) {
  let path = "";
  for (let bar = 0; bar < values.length; bar++) {
    if (values[bar] < 1e-6) continue;
    const base = below ? below[bar] * scale : 0;
    const height = Math.max(values[bar] * scale, least);
    if (height < 0.25) continue;
    path += `M${bar * BAR} ${(floor - base).toFixed(1)}v${(-height).toFixed(1)}h${BAR - 1}v${height.toFixed(1)}z`;
  }
  return path;
}

/** Rows for stretches so that none covers another: the row of each, in their order. @param spans [x0, x1] each */
export function rows(spans, gap) {
  const ends = [];
  return spans.map(([x0, x1]) => {
    let row = ends.findIndex((end) => end + gap <= x0);
    if (row < 0) row = ends.length;
    ends[row] = x1;
    return row;
  });
}
