"""Files that were damaged in any way: they are read, or something is told of them; checking never fails."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.events import ContentFolder, check, shown

EVENT = """\
# yaml-language-server: $schema=../event.schema.json
date: 2021-03-04
title: "Swan: ferry sinks"
summary: >-
  Forty were saved.
actors: [Ada Sample, 'Harbour Office']
places:
  - Exampleton
kind: happened
importance: 4
sources:
  - article: gazette
    quote: “Nobody was hurt”
    dated: on Thursday
  - {url: https://courier.example/swan}
""".encode()
ARTICLE = """\
---
title: Ferry sinks
published: 2021-03-05
---
“Nobody was hurt” when it sank on Thursday.
""".encode()
NAMES = b"- name: Ada Sample\n  kind: person\n  also: [Adela]\n- {name: Exampleton, kind: place}\n"
FILES = {"events/ferry.yml": EVENT, "articles/gazette.md": ARTICLE, "names.yml": NAMES, ".names.jsonl": b""}

damages = st.lists(
    st.tuples(
        st.sampled_from(["put", "over", "cut"]),
        st.integers(0, len(EVENT)),
        st.one_of(
            st.binary(max_size=3),
            st.sampled_from(
                [b"\t", b": ", b"\n- ", b'"', b"'", b"[", b"{", b"&a ", b"*a ", b"!", b"\xc2\xa0"]
            ),
            st.sampled_from(
                [b"<<<<<<< a\n", b"\n---\n", b"\r", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe2\x80\x9c"]
            ),
        ),
    ),
    max_size=6,
)


def damaged(data, damages):
    for how, at, what in damages:
        end = at + {"put": 0, "over": len(what), "cut": 1 + len(what) * 5}[how]
        data = data[:at] + (b"" if how == "cut" else what) + data[end:]
    return data


@settings(max_examples=300)
@given(st.sampled_from(sorted(FILES)), damages)
def test_a_damaged_file_is_read_or_told(tmp_path_factory, name, damages):
    content = tmp_path_factory.mktemp("site")
    for path, data in FILES.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_bytes(damaged(data, damages) if path == name else data)
    findings = check(content)
    for finding in findings:
        assert Path(finding.path).is_file()
        assert finding.message
        assert finding.fix
    assert len(list(shown(findings))) == len(findings)
    events = ContentFolder(content).read().events
    assert events or findings


def test_the_files_as_they_are_have_nothing_to_tell(tmp_path):
    for path, data in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    assert check(tmp_path) == []
