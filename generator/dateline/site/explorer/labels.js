// Names above the strip: the most important events are named first, and no name or line of one crosses another.

const EDGE = 9;
const GAP = 14;
const BESIDE_A_LINE = 3;
// How long a name may be, in pixels: at first, so that many find room; then, where room is left.
const SHORT = 190;
const LONGER = [420, 300, 240];

/**
 * Place names of events in rows, each starting above its event, the lowest row first.
 *
 * @param events [place, title] each, the most important first
 * @param room width in pixels, number of rows, the most names there may be, whether text runs from the right
 * @param shortened gives a title's first words that are at most so long, and how long they are: { text, length }
 * @returns { text, at, from, end, row } each: its event's place, where it begins and ends, and its row
 */
export function placeNames(events, { width, rows, most, isRtl }, shortened) {
  const named = (at, title, longest, row) => {
    const { text, length } = shortened(title, longest);
    const from = Math.min(Math.max(isRtl ? at + 3 - length : at - 3, EDGE), width - length - EDGE);
    return { title, text, at, from, end: from + length, row };
  };
  const names = [];
  for (const [at, title] of events) {
    if (names.length >= most) break;
    // A name's own line would cross every row from its place down: no need to measure it then.
    const crossed = names.filter((name) => at > name.from - GAP && at < name.end + GAP).map((name) => name.row);
    if (new Set(crossed).size === rows) continue;
    const name = named(at, title, SHORT, 0);
    if (at > name.end || at < name.from - EDGE) continue;
    while (name.row < rows && !names.every((other) => areApart(name, other))) name.row++;
    if (name.row < rows) names.push(name);
  }
  return names.map((name, number) => {
    if (name.text === name.title) return name;
    for (const longest of LONGER) {
      const longer = named(name.at, name.title, longest, name.row);
      if (longer.from < EDGE || !names.every((other) => other === name || areApart(longer, other))) continue;
      return (names[number] = longer);
    }
    return name;
  });
}

/** Whether two names keep off each other and off the line that leads from the upper one down to its event. */
function areApart(one, other) {
  if (one.row === other.row) return one.from > other.end + GAP || one.end < other.from - GAP;
  const [lower, upper] = one.row < other.row ? [one, other] : [other, one];
  return upper.at < lower.from - BESIDE_A_LINE || upper.at > lower.end + BESIDE_A_LINE;
}
