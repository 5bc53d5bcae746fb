"""The link that reports a mistake: a new issue where the files are kept, begun for the reader."""

import re
from functools import lru_cache
from urllib.parse import quote_plus, urlsplit

from dateline.site.markup import safe_url

# What the form of a new issue is called, and the names of its title and text, by what the host's name holds.
_FORMS = {
    "gitlab": ("-/issues/new", "issue[title]", "issue[description]"),
    "github": ("issues/new", "title", "body"),
    "codeberg": ("issues/new", "title", "body"),
    "gitea": ("issues/new", "title", "body"),
    "forgejo": ("issues/new", "title", "body"),
}


def report_url(repository: str | None, title: str, body: str) -> str | None:
    """Return the address of a new issue with its title and text filled in.

    Args:
        repository: Its address; GitHub, GitLab, Codeberg, Gitea and Forgejo have such forms.
        title: What the issue is called.
        body: Its text, Markdown.

    Returns:
        None where there is no repository or its host has no form that we know.
    """
    form = _form(repository)
    if form is None:
        return None
    address, title_field, body_field = form
    lines = "%0A".join(map(_quoted, body.split("\n")))
    return f"{address}?{title_field}={_quoted(title)}&{body_field}={lines}"


# A site asks with one repository, and with some lines again and again.
@lru_cache(maxsize=8)
def _form(repository: str | None) -> tuple[str, str, str] | None:
    """The address of a repository's form and the names of its fields, as addresses hold them."""
    checked = safe_url(repository)
    if checked is None:
        return None
    host = urlsplit(checked).hostname or ""
    for name, (form, title_field, body_field) in _FORMS.items():
        if name in host:
            return f"{checked.rstrip('/')}/{form}", quote_plus(title_field), quote_plus(body_field)
    return None


# Most lines hold only these; to quote them letter by letter would take five times as long.
_COMMON = re.compile(r"[A-Za-z0-9_.~ /:(),-]*")
_QUOTED = {" ": "+", "/": "%2F", ":": "%3A", "(": "%28", ")": "%29", ",": "%2C"}


@lru_cache(maxsize=1024)
def _quoted(text: str) -> str:
    if not _COMMON.fullmatch(text):
        return quote_plus(text)
    for sign, quoted in _QUOTED.items():
        text = text.replace(sign, quoted)
    return text
