"""Adds a file to the articles of a site: cleaned, named, written once."""

from dataclasses import replace
from pathlib import Path

from dateline.articles.cleaning import clean_article
from dateline.articles.front_matter import check_field, format_article
from dateline.articles.naming import article_id
from dateline.articles.records import Added
from dateline.exceptions import ArticleError
from dateline.findings import Finding
from dateline.locking import only_one
from dateline.model import Article
from dateline.slugs import slug
from dateline.whole_files import write_whole


def add_article(
    path: Path,
    content: Path,
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> Added:
    """Clean a file and write it to ``content/articles/<id>.md``; a text that is there already is left alone.

    Args:
        path: The ``.txt``, ``.html`` or ``.md`` file.
        content: The content folder of the site; its folder ``articles`` is made when missing.
        published: EDTF, in place of what the file says; ``outlet`` and ``url`` likewise.
        outlet: The name of the outlet.
        url: The address of the article, http or https.

    Returns:
        The article file, whether it is new, what was cut and what was found.

    Raises:
        ArticleError: The file is no readable article, or a value given is not sound; nothing is written.
        WriteError: The article cannot be written.
    """
    given = {
        key: value for key, value in (("outlet", outlet), ("published", published), ("url", url)) if value
    }
    for key, value in given.items():
        if wrong := check_field(key, value):
            message, fix, _ = wrong
            raise ArticleError(Finding(path.as_posix(), 0, 0, f"{key}: {message}", fix))
    cleaned = clean_article(path)
    article = replace(cleaned.article, **given)
    folder = content / "articles"
    # The name of an article file stays; a raw file is named after all that is known now.
    stem = (slug(path.stem) if cleaned.is_article_file else "") or article_id(article)
    with only_one(folder, wait=True):  # two runs would find the same name free
        if same := _same_text(article, folder):
            return Added(same, new=False, cut=cleaned.cut, found=cleaned.found)
        target = _free_path(folder, stem)
        write_whole(target, format_article(article).encode(), content)
    return Added(target, new=True, cut=cleaned.cut, found=cleaned.found)


def _same_text(article: Article, folder: Path) -> Path | None:
    """The article file that holds the same text; files that cannot be read are for ``dateline check``."""
    for path in sorted(folder.glob("*.md")):
        try:
            if clean_article(path).article.text == article.text:
                return path
        except ArticleError:
            continue
    return None


def _free_path(folder: Path, stem: str) -> Path:
    path, number = folder / f"{stem}.md", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.md"
    return path
