"""What runs on GitHub: pinned, with no more rights than it needs."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
# Whoever may do more than read, and what.
MAY = {
    ("pages", "build"): {"contents": "read", "pages": "read"},
    ("pages", "deploy"): {"pages": "write", "id-token": "write"},
    ("release", "release"): {"contents": "write"},
}


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.stem)
def workflow(request):
    return request.param.stem, request.param.read_text(encoding="utf-8")


def test_every_action_is_official_and_pinned_to_a_commit_with_its_version_beside_it(workflow):
    used = re.findall(r"uses: (.*)", workflow[1])
    assert used
    assert [
        line for line in used if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)
    ] == []


def test_one_action_is_one_commit_everywhere():
    used = {
        line for path in WORKFLOWS for line in re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8"))
    }
    assert len(used) == len({line.partition("@")[0] for line in used})


def test_only_the_jobs_that_publish_may_write(workflow):
    name, text = workflow
    read = yaml.load(text, yaml.BaseLoader)
    assert read["permissions"] == {"contents": "read"}
    for job, steps in read["jobs"].items():
        assert steps.get("permissions") == MAY.get((name, job))
        assert int(steps["timeout-minutes"]) <= 60


def test_no_text_from_outside_reaches_a_shell_and_no_credential_stays(workflow):
    steps = [
        step for job in yaml.load(workflow[1], yaml.BaseLoader)["jobs"].values() for step in job["steps"]
    ]
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


def test_what_is_run_is_in_the_makefile(workflow):
    targets = re.findall(r"run: make ([a-z ]+)", workflow[1])
    rules = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {target for line in targets for target in line.split()} <= rules


@pytest.mark.parametrize("lock", sorted((ROOT / "requirements").glob("*.lock")), ids=lambda path: path.stem)
def test_everything_that_is_installed_is_locked_by_hash(lock):
    blocks = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
    packages = [block for block in blocks if not block.startswith("#")]
    assert packages
    assert [p for p in packages if not re.match(r"[\w.-]+==[\w.]+", p) or "--hash=sha256:" not in p] == []
    assert "://" not in lock.read_text(encoding="utf-8")
