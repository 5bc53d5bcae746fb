"""The one direction of flow, read off the import graph."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "generator" / "dateline"

# Each room and what of ours it may import; below these every room may import the basis.
MAY_IMPORT = {
    "findings": set(),
    "exceptions": {"findings"},
    "model": set(),
    "edtf": set(),
    "slugs": set(),
    "garbage": set(),
    "whole_files": set(),
    "joint_writes": {"whole_files"},
    "json_lines": {"utf8"},
    "locking": set(),
    "yaml_slips": set(),
    "utf8": set(),
    "remembered": set(),
    "yaml_text": {"yaml_slips"},
    "yaml_quoting": set(),
    "yaml_edits": {"yaml_text", "yaml_slips", "yaml_quoting"},
    "articles": {"edtf", "locking", "slugs", "whole_files", "yaml_text"},
    "dates": {"edtf"},
    "parsing": set(),
    "extraction": {"edtf", "dates", "articles", "parsing", "garbage"},
    "names": {"slugs", "joint_writes", "json_lines", "utf8", "yaml_text", "yaml_slips", "yaml_edits"},
    "publication": {"edtf", "dates", "articles", "extraction"},
    "merging": {"edtf", "garbage", "dates", "articles", "extraction", "names", "publication"},
    "events": {
        "edtf",
        "garbage",
        "slugs",
        "joint_writes",
        "json_lines",
        "locking",
        "whole_files",
        "utf8",
        "yaml_text",
        "yaml_quoting",
        "yaml_edits",
        "articles",
        "names",
        "remembered",
    },
    "archive": {
        "findings",
        "garbage",
        "whole_files",
        "edtf",
        "articles",
        "parsing",
        "extraction",
        "names",
        "publication",
        "merging",
    },
    "review": {"edtf", "events", "utf8", "whole_files", "yaml_text", "yaml_edits"},
    "exchange": {"edtf", "events"},
    "scaffold": set(),
    "site": {"edtf", "findings", "yaml_text", "exchange"},
    "plugin": {"events", "site", "garbage"},
    "standalone": {"events", "site"},
    "cli": {
        "whole_files",
        "findings",
        "publication",
        "edtf",
        "articles",
        "extraction",
        "names",
        "merging",
        "archive",
        "events",
        "joint_writes",
        "locking",
        "review",
        "exchange",
        "scaffold",
        "site",
        "standalone",
    },
}
BASIS = {"model", "exceptions", "findings"}
CONVERSION = {"spacy", "rapidfuzz", "trafilatura", "htmldate", "distributed"}
KNOWS = {"mkdocs": {"plugin"}, "click": {"cli"}, "spacy": {"parsing"}, "distributed": {"archive"}}


def room(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path):
    """Every module that a file imports, and whether it does so as soon as it is loaded."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    at_once = {id(node) for node in tree.body}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, id(node) in at_once) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: import from the top, so that the flow can be seen"
            assert node.module is not None
            yield node.module, id(node) in at_once
            if node.module == "dateline":
                yield from ((f"dateline.{alias.name}", id(node) in at_once) for alias in node.names)


FILES = [path for path in sorted(PACKAGE.rglob("*.py")) if path != PACKAGE / "__init__.py"]


def test_every_room_is_known():
    """A new room takes its place in the flow here first."""
    assert {room(path) for path in FILES} == MAY_IMPORT.keys()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_flow(path):
    """A room imports only what stands left of it, and only its own room knows a framework."""
    own = room(path)
    for name, _ in imports(path):
        if name.startswith("dateline."):
            other = name.split(".")[1]
            assert other in MAY_IMPORT[own] | BASIS | {own}, f"{own} must not import {name}"
        top = name.split(".")[0]
        assert own in KNOWS.get(top, {own}), f"{own} must not know {top}"


# The rooms of extraction and what each may import of the others; all may import what lies beside them.
EXTRACTION = {"who": set(), "when": set(), "mending": {"who"}, "wording": {"who", "when"}}


@pytest.mark.parametrize("own", EXTRACTION)
def test_flow_in_extraction(own):
    """What a passage tells is put into words last, by what is known of who and when."""
    for path in sorted((PACKAGE / "extraction" / own).rglob("*.py")):
        rooms = {name.split(".")[2] for name, _ in imports(path) if name.startswith("dateline.extraction.")}
        assert rooms & EXTRACTION.keys() <= EXTRACTION[own] | {own}, path.name


NOT_SITE = {"parsing", "extraction", "publication", "merging", "archive"}
SITE_HALF = [path for path in FILES if room(path) not in NOT_SITE]


@pytest.mark.parametrize("path", SITE_HALF, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_site_half_needs_no_conversion_library(path):
    """Hosting builds install neither spaCy nor the rest: the site half never loads them."""
    assert not {name.split(".")[0] for name, at_once in imports(path) if at_once} & CONVERSION
