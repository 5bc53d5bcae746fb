"""When undated articles were published: every piece of evidence is weighed, and kept with its words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.edtf import in_words
from dateline.model import Reading
from dateline.publication.corroboration import shared_clues
from dateline.publication.evidence import Clue, Evidence, own_clues
from dateline.publication.sightings import SHORT, Known, Library
from dateline.publication.windows import Window, said, window_of
from dateline.publication.yearless import Calendar

# An article dated by evidence may date another; after so many steps the days are too vague to go on.
_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Dating:
    """When an article was published, and how that is known."""

    article: str
    published: str | None
    """EDTF: a day, ``a/b``, ``a/..`` or ``../b``; None where nothing tells."""
    evidence: tuple[Evidence, ...]
    """Every piece, accepted or not, in the order in which they were weighed."""


def date_articles(readings: Iterable[Reading]) -> dict[str, Dating]:
    """Date the articles of a set that have no date of publication.

    Each gets the days that all evidence leaves: what it says itself, and what other articles date that it
    tells, too. An article dated to a few days may date others, so this goes on until nothing changes.

    Args:
        readings: of all articles, in any order, names canonical; the result does not depend on the order.

    Returns:
        A dating for each article without ``published``, by its id; also where nothing is known of it.
    """
    readings = list(readings)
    if all(reading.article.published is not None for reading in readings):
        return {}
    ordered = sorted(map(_bearing, readings), key=lambda reading: reading.article.id)
    undated = [reading for reading in ordered if reading.article.published is None]
    library = Library(ordered)
    calendar = Calendar(library)
    own = {r.article.id: [*own_clues(r), *calendar.clues(r)] for r in undated}
    known = {r.article.id: Known(window_of(r.article.published), 0) for r in ordered if r.article.published}
    weighed = {id_: _weigh(clues) for id_, clues in own.items()}
    for number in range(1, _ROUNDS + 1):
        for id_, (window, _) in weighed.items():
            if window.days and window.days <= SHORT:
                known[id_] = Known(window, known[id_].round if id_ in known else number)
        deeds = library.deeds(known)
        before = weighed
        weighed = {
            r.article.id: _weigh(
                [*own[r.article.id], *shared_clues(r, library, deeds, known.get(r.article.id))]
            )
            for r in undated
        }
        if weighed == before:
            break
    return {id_: Dating(id_, window.edtf, evidence) for id_, (window, evidence) in weighed.items()}


def _bearing(reading: Reading) -> Reading:
    """What of an article may date others; of one without a date all, since it is to be dated itself.

    There may be thousands at a time, and this is half of each.
    """
    if reading.article.published is None:
        return reading
    told = (
        mention
        for mention in reading.mentions
        if mention.date or (mention.title and any(participant.named for participant in mention.participants))
    )
    mentions = tuple(replace(mention, words=(), deeds=()) for mention in told)
    return replace(reading, mentions=mentions, references=(), phrases=())


def _weigh(clues: Sequence[Clue]) -> tuple[Window, tuple[Evidence, ...]]:
    """The days that some evidence leaves, the most trusted first; what contradicts it is rejected.

    What leaves a choice counts once the rest has decided it.
    """
    window = Window()
    evidence: list[Evidence] = []
    accepted: list[Clue] = []
    open_: list[Clue] = []
    for clue in sorted(dict.fromkeys(clues), key=lambda each: each.order):
        if clue.refuted:
            evidence.append(clue.weighed(clue.refuted))
        elif len(clue.options) != 1:
            open_.append(clue)
        elif met := window.meet(clue.options[0]):
            window = met
            accepted.append(clue)
            evidence.append(clue.weighed())
        else:
            evidence.append(clue.weighed(_contradiction(clue, accepted)))
    while decided := next(
        (clue for clue in open_ if len(clue.fitting(window)) == 1),
        next((clue for clue in open_ if clue.complete and clue.fitting(window)), None),
    ):
        fitting = decided.fitting(window)
        window = Window(fitting[0].first, fitting[-1].last)
        open_.remove(decided)
        settled = replace(decided, options=(window,), yearly=None)
        accepted.append(settled)
        evidence.append(settled.weighed())
    evidence += [clue.weighed(_undecided(clue, window)) for clue in open_]
    return window, tuple(evidence)


def _contradiction(clue: Clue, accepted: Sequence[Clue]) -> str:
    """Why a clue leaves no day: which of those before it does not agree."""
    against = next((each for each in accepted if not each.fitting(clue.options[0])), None)
    return f"it contradicts that {against.because if against else 'what the other evidence says together'}"


def _undecided(clue: Clue, window: Window) -> str:
    if clue.yearly and not clue.fitting(window) and window.days is None:
        return "it names no year, and no other evidence does"
    return "it may be any of several days" if clue.fitting(window) else "it contradicts the other evidence"


def one_line(dating: Dating) -> str:
    """When an article was published and from how much evidence, in one line for people."""
    if dating.published is None:
        return f"{dating.article}: nothing in it tells when it was published"
    pieces = len(_deciding(dating))
    counted = "1 piece" if pieces == 1 else f"{pieces} pieces"
    return f"{dating.article}: published {said(dating.published)}, from {counted} of evidence"


def chain(dating: Dating) -> str:
    """Every piece of evidence with its sentence, what it says, and why it counts or does not."""
    lines = [one_line(dating)]
    deciding = _deciding(dating)
    for each in dating.evidence:
        bound = f"{_bounded(each.bound)}: " if each.bound else ""
        verdict = "rejected" if not each.accepted else "decides" if each in deciding else "agrees"
        lines += [f"  {verdict}: {bound}{each.because}", f"    “{' '.join(each.sentence.split())}”"]
    return "\n".join(lines)


def _deciding(dating: Dating) -> list[Evidence]:
    """The accepted pieces that give the first or the last day."""
    whole = window_of(dating.published) if dating.published else Window()
    found = []
    for each in dating.evidence:
        own = window_of(each.bound) if each.bound else Window()
        starts = own.first is not None and own.first == whole.first
        ends = own.last is not None and own.last == whole.last
        if each.accepted and (starts or ends):
            found.append(each)
    return found


def _bounded(edtf: str) -> str:
    """What a piece of evidence alone says: "not before 3 January 2020"."""
    window = window_of(edtf)
    if window.last is None:
        return f"not before {in_words(str(window.first))}"
    return f"not after {in_words(str(window.last))}" if window.first is None else f"published {said(edtf)}"
