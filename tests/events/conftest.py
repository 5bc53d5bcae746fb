"""A small site on which event files are checked and mended."""

import pytest

ARTICLE = """\
---
title: Ferry sinks off Exampleton
outlet: Example Gazette
---
The ferry Swan sank on Thursday,
the Harbour Office said. “Nobody was hurt” – not one.

An inquiry is to report by the end of 2021.
"""
NAMES = """\
- name: Harbour Office
  kind: organisation
  also: [HO, Port Office]
- name: Ada Sample
  kind: person
  also: [Adela Sample]
- name: Exampleton
  kind: place
"""


@pytest.fixture
def site(tmp_path, monkeypatch):
    """The content folder of a site with an article and names, seen from where the commands are called."""
    monkeypatch.chdir(tmp_path)
    content = tmp_path / "content"
    (content / "articles").mkdir(parents=True)
    (content / "events").mkdir()
    (content / "articles" / "gazette-2021.md").write_text(ARTICLE, encoding="utf-8")
    (content / "names.yml").write_text(NAMES, encoding="utf-8")
    return content
