"""Articles and events as an attacker would write them, each case a file."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

MARK = "window.pwned=1"
"""What a case tries to run."""

SCRIPTS = (
    f"<script>{MARK}</script>",
    f"</title><script>{MARK}</script>",
    f"</textarea></style></noscript><script>{MARK}</script>",
    f'"><script>{MARK}</script>',
    f"'><img src=x onerror={MARK}>",
    f"<img src=x onerror='{MARK}'>",
    f"<svg/onload={MARK}>",
    f"<svg><script>{MARK}</script></svg>",
    f"<math><mtext></p><script>{MARK}</script>",
    f"<iframe srcdoc='<script>parent.{MARK}</script>'></iframe>",
    f'<a href="javascript:{MARK}">press</a>',
    f"<body onpageshow={MARK}>",
    f"<details open ontoggle={MARK}>",
    f"<input autofocus onfocus={MARK}>",
    f"<video><source onerror={MARK}></video>",
    f"<object data='javascript:{MARK}'></object>",
    f"<embed src='javascript:{MARK}'>",
    f"<form action='javascript:{MARK}'><button>press</button></form>",
    f"<meta http-equiv=refresh content='0;url=javascript:{MARK}'>",
    "<base href='https://evil.example/'>",
    "<link rel=stylesheet href='https://evil.example/x.css'>",
    "<style>@import 'https://evil.example/x.css';</style>",
    f"<!--><script>{MARK}</script>-->",
    f"<![CDATA[<script>{MARK}</script>]]>",
    f"&lt;script&gt;{MARK}&lt;/script&gt;",
    f"&#60;script&#62;{MARK}&#60;/script&#62;",
    f"<scr<script>ipt>{MARK}</scr</script>ipt>",
    f"<ScRiPt/x>{MARK}</ScRiPt>",
    f"' onmouseover='{MARK}' x='",
    f'" autofocus onfocus="{MARK}" x="',
)
TEMPLATES = (
    "{{ 7*7 }}",
    "{% raw %}{{ config }}{% endraw %}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "{{ self.__init__ }}",
)
MARKDOWN = (
    f"[press](javascript:{MARK})",
    f"[press](JaVaScRiPt:{MARK})",
    f"[press](&#106;avascript:{MARK})",
    f"[press]( javascript:{MARK} 'title')",
    f"[press](java\tscript:{MARK})",
    f"[press](data:text/html,<script>{MARK}</script>)",
    f"[press](vbscript:{MARK})",
    f"![press](javascript:{MARK})",
    f'![x](x "\' onerror={MARK}")',
    f"<javascript:{MARK}>",
    f"[press][1]\n\n[1]: javascript:{MARK}",
    f'<p markdown="1"><script>{MARK}</script></p>',
    f"`<script>{MARK}</script>`",
    f"| a |\n|---|\n| <script>{MARK}</script> |",
    "[press](//evil.example/)",
    "![track](https://evil.example/pixel.gif)",
)
YAML = (
    '" title: taken "',
    "' title: taken '",
    "title: taken",
    "# all of it a comment",
    "- an item",
    "? a key",
    "!!python/object/apply:os.system ['touch pwned']",
    "!!binary aGVsbG8=",
    "&anchor text",
    "*alias",
    "| block",
    "> folded",
    "%TAG ! tag:evil",
    "---",
    "...",
    "null",
    "yes",
    "0x10",
    "1_000",
    "12:30:45",
    "{a: b}",
    "[a, b]",
    "@at",
    "`tick`",
    "<<: *merge",
    "a\\nb",
    "\\x41",
    "ends in a colon:",
    "a #b",
    "=",
    "~",
)
UNICODE = (
    "left\u202eright",
    "\u2066isolated\u2069",
    "zero\u200bwidth",
    "soft\u00adhyphen",
    "joined\u200d",
    "\ufeffmark",
    "line\u2028separator",
    "para\u2029graph",
    "bell\x07",
    "escape\x1b[31mred",
    "nul\x00nul",
    "del\x7f",
    "next\x85line",
    "non\ufffecharacter",
    "private\ue000use",
    "astral\U0001f600",
    "Z" + "\u0300" * 200,
    "раураӏ",
    "ﬁligature",
    "\u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "fullwidth＜script＞",
)
PATHS = (
    "../../../../tmp/pwned",
    "..\\..\\pwned",
    "/etc/passwd",
    "C:\\pwned",
    "con",
    "nul.txt",
    "a/b/c",
    ".hidden",
    "%2e%2e%2fpwned",
    "~root",
    "file:///etc/passwd",
    "x" * 300,
    "..",
    ".",
    "index",
    "404",
    "assets/dateline.css",
)
URLS = (
    f"javascript:{MARK}",
    f"JAVASCRIPT:{MARK}",
    f"data:text/html,<script>{MARK}</script>",
    "file:///etc/passwd",
    "//evil.example/",
    f'https://evil.example/" onmouseover="{MARK}',
    f"https://evil.example/'><script>{MARK}",
    "https://user:pass@evil.example/",
    "https://",
    "http:evil",
    "ftp://evil.example/",
    " https://evil.example",
    "https://evil.example/\nSet-Cookie: x",
    "https://[::1",
    "https://ex\u0430mple.org/",
)
WORK = (
    ("a line of ten megabytes", "word " * 2_000_000),
    ("a word of a megabyte", "a" * 1_000_000),
    ("blanks", " " * 200_000 + "."),
    ("brackets", "(" * 100_000),
    ("quotes", '"' * 100_000),
    ("months", "January " * 20_000),
    ("slashes", "1/" * 50_000),
    ("numbers", "1 000 " * 20_000),
    ("ands", "and " * 20_000 + "Ana"),
    ("names", "Ana " * 20_000),
    ("days", "on Monday, " * 20_000),
    ("dashes", "-" * 200_000),
    ("breaks", "\n" * 200_000),
    ("one sentence", "the minister, who said that " * 5_000 + "rain fell."),
)
HEAVY_PAGES = (
    ("deep", "<div>" * 20_000 + "On 3 May 2020 rain fell." + "</div>" * 20_000),
    ("attributes", "<p " + "a=b " * 50_000 + ">On 3 May 2020 rain fell.</p>"),
    ("tables", "<table><tr><td>" * 5_000 + "x"),
    ("unclosed", "<b><i><u>" * 10_000 + "On 3 May 2020 rain fell."),
    ("comments", "<!--" * 50_000 + "On 3 May 2020 rain fell."),
)
ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>',
    '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '<?xml version="1.0" encoding="utf-16"?>',
    '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://evil.example/x.dtd"> %p;]>',
)
SENTENCE = "On 3 May 2020 the minister Ana Ruiz met the envoy Tom Lee in Oslo"


@dataclass(frozen=True)
class Case:
    """A file that somebody feeds to Dateline."""

    name: str
    """Of the case, for people; its file is named after its number."""
    ending: str
    data: bytes


def articles() -> Iterator[Case]:
    """Raw files for ``dateline add``."""
    for number, payload in enumerate((*SCRIPTS, *TEMPLATES, *MARKDOWN, *YAML, *UNICODE, *PATHS), 1):
        text = f"A headline with {payload}\n\n{SENTENCE} and said: “{payload}”.\n\nThey will meet again.\n"
        yield Case(f"text {number}: {payload[:40]!r}", ".txt", text.encode())
    for payload in SCRIPTS:
        page = (
            f"<html><head><title>Talks {payload}</title><meta name=author content='{payload}'></head>"
            f"<body><article><h1>Talks {payload}</h1><p>{SENTENCE}. {payload}</p>"
            f"<p>{'They spoke for a long time. ' * 12}</p></article></body></html>"
        )
        yield Case(f"page: {payload[:40]!r}", ".html", page.encode())
    for doctype in ENTITIES:
        told = f"{SENTENCE} &c; &x;. {'They spoke. ' * 30}"
        page = f"{doctype}<html><body><article><h1>Talks</h1><p>{told}</p></article>"
        yield Case(f"entities: {doctype[:40]!r}", ".html", page.encode())
    for key in ("title", "outlet", "url", "published", "place", "language"):
        for payload in (*SCRIPTS[:4], *YAML[:8], *PATHS[:4], *URLS):
            front = {"title": "Talks", "outlet": "Gazette", "published": "2020-05-04"} | {key: payload}
            head = "".join(f"{name}: {json.dumps(value)}\n" for name, value in front.items())
            yield Case(f"{key}: {payload[:40]!r}", ".md", f"---\n{head}---\n{SENTENCE}.\n".encode())
    for name, work in WORK:
        yield Case(f"work: {name}", ".txt", f"A headline\n\n{SENTENCE}.\n\n{work}\n".encode())
    for name, page in HEAVY_PAGES:
        yield Case(f"page: {name}", ".html", f"<html><body><article><h1>Talks</h1>{page}".encode())
    yield Case("Latin-1", ".txt", f"A headline\n\n{SENTENCE} and José.\n".encode("latin-1"))
    yield Case("UTF-16", ".txt", f"A headline\n\n{SENTENCE}.\n".encode("utf-16"))
    yield Case("bytes", ".txt", bytes(range(256)) * 20)
    yield Case("nothing", ".txt", b"")


def events() -> Iterator[Case]:
    """Event files as a careless or evil hand may write them."""
    for key in ("title", "summary", "date", "id", "kind", "status"):
        for payload in (*SCRIPTS, *TEMPLATES, *MARKDOWN, *PATHS):
            yield Case(f"{key}: {payload[:40]!r}", ".yml", _event(**{key: payload}))
    for key in ("actors", "places", "tags"):
        for payload in (*SCRIPTS, *PATHS, *UNICODE, *TEMPLATES):
            yield Case(f"{key}: {payload[:40]!r}", ".yml", _event(**{key: [payload]}))
    for url in URLS:
        yield Case(f"url: {url[:40]!r}", ".yml", _event(sources=[{"quote": "They met.", "url": url}]))
    for payload in (*SCRIPTS, *UNICODE):
        sources = [{"quote": payload, "speaker": payload, "dated": payload, "url": "https://example.org/"}]
        yield Case(f"source: {payload[:40]!r}", ".yml", _event(sources=sources))
    yield Case("alias bomb", ".yml", b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ndate: 2020\ntitle: *c\n")
    yield Case("depth", ".yml", b"date: 2020\ntitle: " + b"[" * 50_000)
    yield Case("python", ".yml", b"date: 2020\ntitle: !!python/object/apply:os.system ['touch pwned']\n")
    yield Case("bytes", ".yml", bytes(range(256)))


def _event(**fields: object) -> bytes:
    """JSON is YAML, whatever the fields hold."""
    known = {"date": "2020-05-03", "title": "They meet in Oslo"} | fields
    return ("".join(f"{key}: {json.dumps(value)}\n" for key, value in known.items())).encode()
