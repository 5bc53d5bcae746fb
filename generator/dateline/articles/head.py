"""The head of a page: the lines above the text, with title, date stamp, byline and section labels."""

import re
from dataclasses import dataclass, field

from dateline.articles.paragraphs import is_headline, is_prose
from dateline.articles.records import Cut, Found
from dateline.articles.stamps import Stamp, find_date, read_stamp
from dateline.articles.teasers import is_list_heading
from dateline.articles.words import letters_of, words

# A stamp may stand below a standfirst that is written as a sentence, but not far down.
_DEEPEST_STAMP = 6
_LONGEST_HEAD = 40
_OUTLET_AFTER_TITLE = re.compile(r"\s+[-–—|·•:»]+\s+(?P<outlet>\S.{1,48}\S)")
# Names of sites, sections and authors have mostly one to three words.
_LONGEST_LABEL = 3
_BREADCRUMBS = re.compile(r"\S.{0,30}(\s*[>»›/|]\s*\S.{0,60}){1,5}")
_BYLINE = re.compile(r"(By|BY|Written by|Reported by|Author:) ([^\W\d_a-z][\w.'’-]*,? ?(and |& )?){2,6}\.?")
# "Kesten Post", "The Times of Norvia".
_OUTLET = re.compile(r"[^\W\d_a-z][\w.’'&-]*(?: (?:of |the |and )*[^\W\d_a-z][\w.’'&-]*){0,4}")
_LABELS_ALONE = re.compile(r"(published|updated|posted|date)\W*", re.IGNORECASE)


@dataclass(slots=True)
class Head:
    """What the head says, and the lines that remain as text; the title is empty where none stands there."""

    lines: list[str]
    title: str = ""
    cut: list[Cut] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)


def read_head(lines: list[str], title: str = "") -> Head:
    """Take the title, the stamp and the labels away from the lines of a page.

    Args:
        lines: The lines of the page, furniture already gone.
        title: The title where it is known already, as from the markup of a web page.
    """
    head = Head(list(lines), title)
    _take_credit(head)
    _take_stamp(head)
    _take_labels(head)
    _take_title(head)
    return head


def _above_prose(lines: list[str]) -> int:
    """How many lines stand above the first paragraph; no head has more than a few dozen."""
    first = next((at for at, line in enumerate(lines) if is_prose(line)), _DEEPEST_STAMP)
    return min(first, len(lines), _LONGEST_HEAD)


def _take_credit(head: Head) -> None:
    """Take what a clipping says of where it is from: "Kesten Post, 14 May 2024" in a line of its own."""
    for line in head.lines[: _above_prose(head.lines)]:
        date = find_date(line)
        before, _, after = line.partition(date[1]) if date else ("", "", "")
        outlet = before.strip(" ,;|·•(–—-")
        known = outlet in words().agencies or not words().mastheads.isdisjoint(outlet.split())
        if date and known and _OUTLET.fullmatch(outlet) and not after.strip(" .)"):
            head.lines.remove(line)
            head.cut.append(Cut(line, "outlet and date"))
            head.found += [Found("outlet", outlet, line), Found("published", date[0], line)]
            return


def _take_stamp(head: Head) -> None:
    if len(head.lines) > 1 and _is_page_clock(*head.lines[:2]):
        head.cut.append(Cut(head.lines[0], "date of the page"))
        del head.lines[0]
    stamps = {at: stamp for at, line in enumerate(head.lines) if (stamp := read_stamp(line))}
    # Bare dates above several paragraphs are a chronology's subheadings, part of the text.
    bare = {stamp.edtf for stamp in stamps.values() if not stamp.sure}
    near = max(_above_prose(head.lines), min(_DEEPEST_STAMP, len(head.lines)))
    last_prose = max((at for at, line in enumerate(head.lines) if is_prose(line)), default=0)
    usable = {
        at: stamp
        for at, stamp in stamps.items()
        if (at < near and (stamp.sure or len(bare) == 1)) or (at > last_prose and stamp.label)
    }
    if not usable:
        return
    at = min(usable, key=lambda at: (_rank(usable[at]), at))
    head.found.append(Found("published", usable[at].edtf, head.lines[at]))
    head.cut += [Cut(head.lines[at], "date stamp") for at in usable]
    head.lines = [line for at, line in enumerate(head.lines) if at not in usable]


def _is_page_clock(first: str, second: str) -> bool:
    """Whether a bare date opens a page above its labels: such a date is often the day of the visit."""
    stamp = read_stamp(first)
    return bool(stamp and not stamp.sure and _label(second))


def _rank(stamp: Stamp) -> int:
    return {"published": 0, "": 1, "updated": 2}[stamp.label]


def _take_labels(head: Head) -> None:
    """Section labels, breadcrumbs and bylines go; a label is known, or one short line above a headline."""
    end = _above_prose(head.lines)
    for line in head.lines[:end]:
        if reason := _label(line):
            head.cut.append(Cut(line, reason))
            head.lines.remove(line)


def _label(line: str) -> str | None:
    if letters_of(line) in words().sections:
        return "section label"
    if is_list_heading(line) or _LABELS_ALONE.fullmatch(line):
        return "page furniture"
    if _BYLINE.fullmatch(line):
        return "byline"
    crumbs = [letters_of(crumb) for crumb in re.split(r"\s*[>»›/|]\s*", line)]
    if _BREADCRUMBS.fullmatch(line) and crumbs[0] in words().sections:
        return "breadcrumbs"
    return None


def _take_title(head: Head) -> None:
    above = head.lines[: _above_prose(head.lines)]
    if head.title:
        copies = [line for line in above if _is_copy(line, head.title)]
        chosen = head.title
    else:
        chosen, copies = _doubled(above) or _single(above)
    if not chosen:
        return
    for line in copies:
        if line != chosen:
            head.cut.append(Cut(line, "title again"))
            _take_outlet(head, line, chosen)
        head.lines.remove(line)
    if chosen in copies:
        head.cut += [Cut(chosen, "title again")] * (copies.count(chosen) - 1)
    if not head.title:
        head.found.append(Found("title", chosen, chosen))
    head.title = chosen


def _is_copy(line: str, title: str) -> bool:
    """Whether a line is the title, with a section label glued before it or an outlet after it."""
    letters, wanted = letters_of(line), letters_of(title)
    if letters == wanted:
        return True
    if len(title.split()) < 3:
        return False
    if line.startswith(title):
        return bool(_OUTLET_AFTER_TITLE.fullmatch(line[len(title) :]))
    label = line.removesuffix(title)
    return label != line and len(label) <= 40 and len(label.split()) <= 4


def _doubled(above: list[str]) -> tuple[str, list[str]] | None:
    """A headline that stands in the head more than once, and all its copies."""
    for line in above:
        copies = [other for other in above if _is_copy(other, line)]
        if len(copies) > 1 and is_headline(line):
            return line, copies
    return None


def _single(above: list[str]) -> tuple[str, list[str]]:
    """The first headline; labels and names of a few words give way to the next real headline."""
    headlines = [line for line in above if is_headline(line)]
    if not headlines:
        return "", []
    full = [line for line in headlines if len(line.split()) > _LONGEST_LABEL]
    title = full[0] if full else headlines[0]
    return title, [title]


def _take_outlet(head: Head, line: str, title: str) -> None:
    match = _OUTLET_AFTER_TITLE.fullmatch(line[len(title) :]) if line.startswith(title) else None
    if match:
        head.found.append(Found("outlet", match["outlet"], line))
