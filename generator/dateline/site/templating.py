"""The templates, in the words of a language and with one way to write links."""

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from dateline.site.addresses import ROOT, Addresses
from dateline.site.wording import wording


@lru_cache(maxsize=8)
def templates(language: str, addresses: Addresses) -> Environment:
    """Return the templates; what they say and the links they write are the same on every page.

    Raises:
        DatelineError: There are no words in the language.
    """
    words = wording(language)
    environment = Environment(
        loader=PackageLoader("dateline.site"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    environment.globals.update(
        text=words.table["text"],
        words_of=words.table,
        language=language,
        count=words.count,
        n=words.number,
        year_in_words=words.year,
        month_in_words=words.month,
        to=addresses.to,
        root=ROOT,
    )
    for name in environment.list_templates():
        # As a plain dictionary: it is copied for each page, which takes long from the chain of two.
        template = environment.get_template(name)
        template.globals = dict(template.globals)
    return environment
