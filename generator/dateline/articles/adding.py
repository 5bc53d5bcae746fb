"""Adds a file to the articles of a site: cleaned, named, written once."""

import os
import tempfile
from dataclasses import replace
from pathlib import Path

from dateline.articles.cleaning import clean_article
from dateline.articles.front_matter import check_field, format_article
from dateline.articles.naming import article_id, slug
from dateline.articles.records import Added
from dateline.exceptions import ArticleError
from dateline.model import Article


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
    """
    given = {
        key: value for key, value in (("outlet", outlet), ("published", published), ("url", url)) if value
    }
    for key, value in given.items():
        if wrong := check_field(key, value):
            raise ArticleError(f"{path}: {key}: {wrong}")
    cleaned = clean_article(path)
    article = replace(cleaned.article, **given)
    folder = content / "articles"
    if same := _same_text(article, folder):
        return Added(same, new=False, cut=cleaned.cut, found=cleaned.found)
    # The name of an article file stays; a raw file is named after all that is known now.
    stem = (slug(path.stem) if cleaned.is_article_file else "") or article_id(article)
    target = _free_path(folder, stem)
    _write(target, format_article(article))
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


def _write(path: Path, text: str) -> None:
    """Write all or nothing: to a temporary file in the same folder, then in place."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
        temporary = Path(name)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            temporary.chmod(0o644)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise ArticleError(
            f"{path}: the article cannot be written ({reason}): check the folder's rights"
        ) from None
