"""Namings by hand: what an article says of one bearer."""

import pytest

from dateline.model import Naming
from dateline.names import Names, propose


@pytest.fixture
def of(namings):
    """The names that articles give, written as for ``namings``."""
    return lambda *articles: propose(namings(*articles), Names())


@pytest.fixture
def namings():
    """The namings of articles, each a list of ``kind name | form, form | role, role``; first comes ``a0``."""
    return lambda *articles: [
        naming(f"a{number}", line) for number, lines in enumerate(articles) for line in lines
    ]


def naming(article, line):
    """One naming: ``person Ada Lund | Lund | finance minister``."""
    first, *rest = (part.strip() for part in line.split("|"))
    kind, name = first.split(" ", 1)
    forms, roles = (tuple(t.strip() for t in part.split(",") if t.strip()) for part in [*rest, "", ""][:2])
    return Naming(article, name, kind, tuple(sorted({name, *forms})), roles)
