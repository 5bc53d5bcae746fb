"""What is new on a timeline, for feed readers: Atom (RFC 4287) and JSON Feed (version 1.1)."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import escape

# What XML 1.0 has no place for, not even escaped.
_NOT_IN_XML = re.compile("[\0-\x08\v\f\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One event in a feed."""

    address: str
    """Of its page; also what tells it from all others."""
    title: str
    html: str
    """What happened when, without scripts."""
    updated: datetime
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A timeline and what is new on it."""

    home: str
    """The address of the timeline, with a slash at its end."""
    title: str
    description: str
    language: str
    updated: datetime
    entries: Sequence[Entry]
    """The newest first."""


def to_atom(feed: Feed, path: str) -> str:
    """Write a feed for the path at which it stands below its home."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_xml(feed.language)}">',
        f"<id>{_xml(feed.home)}</id>",
        f"<title>{_xml(feed.title)}</title>",
        f"<subtitle>{_xml(feed.description)}</subtitle>",
        f"<updated>{_time(feed.updated)}</updated>",
        f"<author><name>{_xml(feed.title)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href="{_xml(feed.home + path)}"/>',
        f'<link rel="alternate" type="text/html" href="{_xml(feed.home)}"/>',
    ]
    for entry in feed.entries:
        lines += [
            "<entry>",
            f"<id>{_xml(entry.address)}</id>",
            f"<title>{_xml(entry.title)}</title>",
            f'<link rel="alternate" type="text/html" href="{_xml(entry.address)}"/>',
            f"<updated>{_time(entry.updated)}</updated>",
            *(f'<category term="{_xml(tag)}"/>' for tag in entry.tags),
            f'<content type="html">{_xml(entry.html)}</content>',
            "</entry>",
        ]
    lines.append("</feed>")
    return "\n".join(lines) + "\n"


def to_json_feed(feed: Feed, path: str) -> str:
    """Write the same as JSON."""
    items = [
        {
            "id": entry.address,
            "url": entry.address,
            "title": entry.title,
            "content_html": entry.html,
            "date_modified": _time(entry.updated),
        }
        | ({"tags": list(entry.tags)} if entry.tags else {})
        for entry in feed.entries
    ]
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.home + path,
        "description": feed.description,
        "language": feed.language,
        "items": items,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _xml(text: str) -> str:
    return str(escape(_NOT_IN_XML.sub("", text)))


def _time(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
