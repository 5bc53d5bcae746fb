"""What `dateline check` says to bad input, word for word: the files in ``golden/``.

Each case starts with a line ``## what is wrong``. Its files follow, each below a line ``@ path``, which may
end in an encoding; then, below ``@ says``, all that the command prints of them. ``→`` stands for a tab, ``⍽``
for a no-break space and ``⌫`` for the backspace character.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from dateline.events import check, shown

GOLDEN = Path(__file__).parent / "golden"
# What every case has beside its own files.
COMMON = {
    "articles/gazette-2021.md": (
        "---\ntitle: Ferry sinks off Exampleton\noutlet: Example Gazette\npublished: 2021-03-05\n---\n"
        "The ferry Swan sank on Thursday,\nthe Harbour Office said. “Nobody was hurt” – not one of the forty "
        "people on board, it added.\n\nAn inquiry is to report by the end of 2021.\n"
    ),
    "articles/courier-2021.md": (
        "---\ntitle: Tugs raise the Swan\n---\nTwo tugs raised the Swan in April, Ada Sample told us.\n"
    ),
    "names.yml": (
        "- name: Harbour Office\n  kind: organisation\n  also: [HO, Port Office]\n"
        "- name: Ada Sample\n  kind: person\n  also: [Adela Sample]\n"
        "- name: Exampleton\n  kind: place\n"
    ),
}
SIGNS = str.maketrans({"→": "\t", "⍽": "\xa0", "⌫": "\b"})


class Case(NamedTuple):
    name: str
    files: dict[str, bytes]
    says: str


def cases():
    for path in sorted(GOLDEN.glob("*.txt")):
        for part in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, _, rest = part.partition("\n")
            sections = re.split(r"^@ (.*)\n", rest, flags=re.MULTILINE)
            texts = dict(zip(sections[1::2], sections[2::2], strict=True))
            says = texts.pop("says").strip("\n").translate(SIGNS)
            yield Case(f"{path.stem}: {title}", dict(encoded(*item) for item in texts.items()), says)


def encoded(header, text):
    path, encoding = re.fullmatch(r"(.*\.\w+)(?: (.*))?", header).groups()
    if encoding == "crlf":
        return path, text.translate(SIGNS).replace("\n", "\r\n").encode()
    return path, text.translate(SIGNS).encode(encoding or "utf-8")


CASES = list(cases())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_wrong_is_said_with_its_place_and_what_to_write(case, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    content = Path("content")
    files = {name: text.encode() for name, text in COMMON.items()} | case.files
    for path, data in files.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_bytes(data)
    assert "\n".join(shown(check(content))) == case.says


def test_there_are_enough_of_them_each_of_another_kind():
    assert len(CASES) >= 60
    assert len({case.name for case in CASES}) == len(CASES)
    assert len({case.says for case in CASES}) == len(CASES)


def test_what_every_case_has_is_in_order(tmp_path):
    for path, text in COMMON.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert check(tmp_path) == []
