"""The names that other tools may rely on."""

import inspect

import pytest

API = {
    "dateline.dates": {"find_dates": ["text", "reference", "language", "style"]},
    "dateline.articles": {"read_article": ["path"]},
    "dateline.extraction": {"find_mentions": ["article"], "read": ["article"]},
    "dateline.merging": {"build_events": ["articles"]},
    "dateline.events": {
        "load_events": ["content"],
        "check": ["content"],
        "write_events": ["events", "content"],
    },
    "dateline.site": {"render": ["events", "articles", "options"]},
}


@pytest.mark.parametrize("module", API)
def test_public_names(module):
    """Each front door offers its functions with the parameters that callers use, and says what they do."""
    door = __import__(module, fromlist=["*"])
    for name, parameters in API[module].items():
        function = getattr(door, name)
        assert list(inspect.signature(function).parameters)[: len(parameters)] == parameters
        assert name in door.__all__
        assert inspect.getdoc(function)
