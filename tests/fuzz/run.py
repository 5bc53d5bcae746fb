"""Fuzzes one target for some seconds: ``python tests/fuzz/run.py TARGET SECONDS``.

Inputs that reach new code are kept in ``.fuzz/``, so that each run goes on where the last one ended; one that
breaks the target is put into ``crashes/``, from where the tests run it for good.
"""

import sys
from pathlib import Path

import atheris

HERE = Path(__file__).parent
with atheris.instrument_imports(include=["dateline", "targets"]):
    from targets import TARGETS

    from dateline.dates import en

# An input that takes longer is a fault: texts this short are read in a fraction of it.
SLOWEST = 10
LONGEST = 4_000


def main(name: str, seconds: str) -> None:
    """Fuzz the target of that name; libFuzzer ends the process, with an error if it found a fault."""
    folders = [HERE.parents[1] / ".fuzz" / name, HERE / "seeds" / name, HERE / "crashes" / name]
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
    words = HERE.parents[1] / ".fuzz" / "words.txt"
    plain = (word for word in sorted(en.LEXICON.words) if word.isascii() and word.isalnum())
    words.write_text("".join(f'"{word}"\n' for word in plain))
    options = {
        "max_total_time": seconds,
        "timeout": SLOWEST,
        "max_len": LONGEST,
        "dict": words,
        "artifact_prefix": f"{folders[-1]}/",
        "rss_limit_mb": 4_000,
        "print_final_stats": 1,
    }
    flags = [f"-{key}={value}" for key, value in options.items()]
    atheris.Setup([sys.argv[0], *flags, *map(str, folders)], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
