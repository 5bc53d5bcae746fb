"""How well and how fast ``dateline.dates`` finds dates, beside dateparser, on corpora with gold TIMEX3.

Run it from the repository's root: ``python tests/evaluation/dates.py``; README.md here tells the options.
"""

import argparse
import importlib.util
import re
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from types import ModuleType

from dateline.dates import find_dates

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
HELD_OUT_WIKIWARS = ("03", "06", "09", "12", "15")
# Measured with the same scorer on the whole of the same corpora; value F1 on MEANTIME, on WikiWars.
RIVALS = (
    ("HeidelTime (Java)", "80.1", "82.7"),
    ("SUTime (Java)", "76.6", "49.7"),
    ("Microsoft recognizers", "66.7", "-"),
    ("chrono (TypeScript)", "62.7", "27.9"),
)

Timexes = list[tuple[int, int, str, str]]
System = Callable[[str, str], Timexes]


def ours(text: str, written: str) -> Timexes:
    """The phrases of ``find_dates`` as the scorer wants them."""
    return [(each.start, each.end, each.type, each.value) for each in find_dates(text, written)]


def dateparsers(text: str, written: str) -> Timexes:
    """What ``dateparser.search`` finds, its values cut to the precision that dateparser says they have.

    It gives neither offsets nor types: the words are looked up in order, and all are taken for DATE.
    """
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.fromisoformat(written)}
    parser = DateDataParser(languages=["en"], settings=settings)
    found, place = [], 0
    for said, when in search_dates(text, languages=["en"], settings=settings) or []:
        start = text.find(said, place)
        if start < 0:
            continue
        place = start + len(said)
        period = parser.get_date_data(said).period
        value = when.date().isoformat()[: {"year": 4, "month": 7}.get(period, 10)]
        found.append((start, place, "DATE", value))
    return found


def search_alone(text: str, written: str) -> Timexes:
    """``dateparser.search`` as its documentation shows it, without a list of languages, for its speed."""
    from dateparser.search import search_dates

    search_dates(text, settings={"RELATIVE_BASE": datetime.fromisoformat(written)})
    return []


def scorer() -> ModuleType:
    """The TempEval-3 scorer that lies beside the repository."""
    path = SHARED / "tools" / "score_timex.py"
    if not path.exists():
        sys.exit(f"{path} is missing: put the shared material (tools/, corpora/) beside the repository.")
    spec = importlib.util.spec_from_file_location("score_timex", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_timex"] = module
    spec.loader.exec_module(module)
    return module


def parts(scoring: ModuleType) -> dict[str, list]:
    """The documents of each corpus: all of them, those that rules were tuned on, and those held out."""
    meantime = scoring.load_dir(str(SHARED / "corpora" / "meantime"))
    wikiwars = scoring.load_dir(str(SHARED / "corpora" / "wikiwars"))
    held = [each for each in wikiwars if each.name.startswith(HELD_OUT_WIKIWARS)]
    return {
        "MEANTIME": meantime,
        "  tuned on": [each for place, each in enumerate(meantime) if place % 3 != 2],
        "  held out": meantime[2::3],
        "WikiWars": wikiwars,
        "  tuned on ": [each for each in wikiwars if each not in held],
        "  held out ": held,
    }


def words(documents: Iterable) -> int:
    """The number of words of documents."""
    return sum(len(document.text.split()) for document in documents)


def words_per_second(system: System, documents: list, rounds: int) -> float:
    """The words that a system reads in a second of processor time, best of some rounds."""
    best = 0.0
    for _ in range(rounds):
        start = time.process_time()
        for document in documents:
            system(document.text, document.dct[:10])
        best = max(best, words(documents) / (time.process_time() - start))
    return best


def error_class(error: tuple) -> str:
    """A name for the kind of an error, from the scorer's record of it."""
    kind, _, _, gold, system, _ = error
    said = (gold or system).text.lower()
    value = (gold or system).value
    if kind == "VALUE" and gold.value == "null":
        return "VALUE gold gives no value (null)"
    if kind == "VALUE" and re.search(r"\d{4}", gold.value) and re.search(r"\d{4}", system.value):
        same = gold.value[4:] == system.value[4:]
        return "VALUE another year" if same else "VALUE another day, week or month"
    if re.search(r"_REF$", value):
        return f"{kind} now, recent, former and the like"
    if re.search(r"\b(time|period|era|season|anniversary)\b", said):
        return f"{kind} time, period, era, anniversary"
    if re.search(r"\b(old|age)\b", said):
        return f"{kind} ages"
    if value.startswith("P"):
        return f"{kind} durations"
    return f"{kind} other dates"


def print_table(scoring: ModuleType, systems: dict[str, System], errors: bool) -> None:
    """Print value, relaxed and strict F1 of each system on each part, and errors where rules were tuned."""
    for name, system in systems.items():
        print(f"\n{name:12} docs gold   value F1  relaxed F1  strict F1")
        for part, documents in parts(scoring).items():
            score = scoring.evaluate(documents, system)
            result = score.result()
            figures = "   ".join(
                f"{100 * result[key]:8.2f}" for key in ("value_f1", "relaxed_f1", "strict_f1")
            )
            print(f"{part:12} {result['docs']:4} {result['gold']:4} {figures}")
            if errors and "tuned" in part and system is ours:
                for kind, count in Counter(
                    error_class(error) for error in score.err if error[0] != "TYPE"
                ).most_common():
                    print(f"      {count:4}  {kind}")


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", action="store_true", help="count errors by class, tuned-on parts only")
    options.add_argument("--no-rival", action="store_true", help="leave out dateparser, which is slow")
    chosen = options.parse_args()
    warnings.filterwarnings("ignore")
    scoring = scorer()
    systems: dict[str, System] = {"Dateline": ours}
    if not chosen.no_rival:
        systems["dateparser"] = dateparsers
    print_table(scoring, systems, chosen.errors)
    print("\nMeasured earlier, same scorer, same corpora:    MEANTIME  WikiWars (value F1)")
    for name, meantime, wikiwars in RIVALS:
        print(f"  {name:44} {meantime:>8}  {wikiwars:>8}")
    corpora = parts(scoring)
    print("\nWords a second of processor time, one process, on MEANTIME")
    documents = corpora["MEANTIME"]
    speed = words_per_second(ours, documents, 3)
    print(f"  Dateline                                        {speed:10,.0f}")
    if not chosen.no_rival:
        for name, rival in (("as it comes", search_alone), ("told the language", dateparsers)):
            slow = words_per_second(rival, documents[:20], 1)
            print(f"  dateparser.search, {name:18} (20 files) {slow:10,.0f}   ratio {speed / slow:,.0f}")


if __name__ == "__main__":
    main()
