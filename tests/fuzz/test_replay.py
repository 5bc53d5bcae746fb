"""What fuzzing once found, and what it starts from, holds for good."""

import runpy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

HERE = Path(__file__).parent
TARGETS = runpy.run_path(str(HERE / "targets.py"))["TARGETS"]
INPUTS = sorted(path for folder in ("crashes", "seeds") for path in HERE.glob(f"{folder}/*/*"))


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_an_input_that_once_broke_it_is_answered(path):
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_every_target_has_seeds_and_answers_any_bytes(name):
    assert any((HERE / "seeds" / name).iterdir())

    @given(st.binary(max_size=60) | st.text(max_size=40).map(str.encode))
    def answers(data):
        TARGETS[name](data)

    answers()
