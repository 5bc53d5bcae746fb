"""The word lists of a language."""

from pathlib import Path

import pytest
import yaml

import dateline.extraction

LISTS = sorted((Path(dateline.extraction.__file__).parent / "en").glob("*.yml"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_no_list_stands_twice(path):
    """A second list of the same name would silently take the place of the first."""
    top = yaml.compose(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    keys = [key.value for key, _ in top.value]
    assert len(keys) == len(set(keys))
