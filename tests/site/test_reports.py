"""Links that report a mistake."""

from urllib.parse import parse_qsl, urlsplit

import pytest

from dateline.site.reports import report_url


@pytest.mark.parametrize(
    ("repository", "form", "fields"),
    [
        (
            "https://github.com/example/sound",
            "https://github.com/example/sound/issues/new",
            ("title", "body"),
        ),
        (
            "https://codeberg.org/example/sound/",
            "https://codeberg.org/example/sound/issues/new",
            ("title", "body"),
        ),
        ("https://gitea.example.org/a/b", "https://gitea.example.org/a/b/issues/new", ("title", "body")),
        (
            "https://gitlab.com/example/sound",
            "https://gitlab.com/example/sound/-/issues/new",
            ("issue[title]", "issue[description]"),
        ),
    ],
)
def test_each_host_gets_the_form_that_it_has(repository, form, fields):
    found = urlsplit(report_url(repository, "Ferry & tide", "Line 1\nLine 2?"))
    assert f"{found.scheme}://{found.netloc}{found.path}" == form
    assert dict(parse_qsl(found.query)) == dict(zip(fields, ("Ferry & tide", "Line 1\nLine 2?"), strict=True))


@pytest.mark.parametrize("repository", [None, "", "javascript:alert(1)", "https://files.example/sound"])
def test_without_a_form_there_is_no_link(repository):
    assert report_url(repository, "Ferry", "") is None
