"""The five scraped articles in ../shared/articles, and the digests of them in content/articles.

The sentences of the originals stay out of this repository, so tests name facts, lengths and places only.
"""

import re
from pathlib import Path

import pytest

from dateline.articles import Cleaned, clean_article, read_article
from dateline.edtf import parse

ROOT = Path(__file__).parents[2]
RAW = ROOT / ".." / "shared" / "articles"
DIGESTS = sorted((ROOT / "content" / "articles").glob("*.md"))

needs_raw = pytest.mark.skipif(
    not RAW.is_dir(), reason="the five original articles are absent: put them in ../shared/articles"
)


def raw(number: str) -> Cleaned:
    [path] = RAW.glob(f"{number}_*.txt")
    return clean_article(path)


def reasons(cleaned: Cleaned) -> list[str]:
    return [cut.reason for cut in cleaned.cut]


def tokens(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def runs(text: str, length: int = 9) -> set[tuple[str, ...]]:
    words = tokens(text)
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


@needs_raw
class TestOriginals:
    @pytest.mark.parametrize(
        ("number", "outlet", "published", "place", "paragraphs"),
        [
            ("000", "i24news", None, None, 8),
            ("001", None, None, None, 12),
            ("002", "FNA", "2023-02-27", "Tehran", 15),
            ("003", "ICBPS", None, None, 14),
            ("004", None, None, None, 10),
        ],
    )
    def test_metadata_are_found_and_every_paragraph_stays(self, number, outlet, published, place, paragraphs):
        article = raw(number).article
        assert (article.outlet, article.published, article.place) == (outlet, published, place)
        assert article.text.count("\n\n") + 1 == paragraphs
        assert article.language == "en"

    def test_language_bar_section_stamp_and_dateline_go(self):
        assert reasons(raw("002")) == ["language bar", "section label", "date stamp", "dateline"]

    def test_the_stamp_is_the_words_behind_the_date(self):
        [found] = [item for item in raw("002").found if item.field == "published"]
        assert found.words == "2023-February-27 15:44"

    def test_source_line_and_footer_go(self):
        assert reasons(raw("000")) == ["source line"]
        assert reasons(raw("003")) == ["dateline", "footer"]
        assert reasons(raw("001")) == []

    def test_doubles_and_teasers_go(self):
        cleaned = raw("004")
        assert reasons(cleaned)[:3] == ["title again", "lone sign", "repeated paragraph"]
        assert set(reasons(cleaned)[3:-1]) == {"teaser"}
        assert [cleaned.cut[3].text, cleaned.cut[-1].text] == ["Latest news", "Exit mobile version"]

    def test_the_title_is_not_in_the_text(self):
        for number in ("000", "001", "002", "003", "004"):
            article = raw(number).article
            assert article.title
            assert article.title not in article.text

    def test_every_paragraph_is_a_stretch_of_the_file(self):
        """What is kept is kept verbatim, spaces aside."""
        for path in RAW.glob("*.txt"):
            original = " ".join(path.read_text(encoding="utf-8").split())
            for paragraph in clean_article(path).article.text.split("\n\n"):
                assert paragraph in original

    @pytest.mark.parametrize("digest", DIGESTS, ids=lambda path: path.stem)
    def test_a_digest_takes_over_no_run_of_nine_words(self, digest: Path):
        taken: set[tuple[str, ...]] = set()
        for path in RAW.glob("*.txt"):
            taken |= runs(path.read_text(encoding="utf-8"))
        assert not runs(digest.read_text(encoding="utf-8")) & taken


class TestDigests:
    def test_there_are_five_and_two_are_dated(self):
        dates = {path.stem: read_article(path).published for path in DIGESTS}
        assert dates == {
            "fna-2023-02-27": "2023-02-27",
            "i24news-irgc-training": None,
            "icbps-iran-iraq-defense": None,
            "iran-advisers-2014-12": "2014-12",
            "why-iran-would-train-iraqi-forces": None,
        }

    @pytest.mark.parametrize("digest", DIGESTS, ids=lambda path: path.stem)
    def test_a_digest_says_that_it_is_one_and_is_short(self, digest: Path):
        article = read_article(digest)
        assert article.title.startswith("Digest of ")
        assert 180 <= len(article.text.split()) <= 380
        if article.published:
            parse(article.published)

    @pytest.mark.parametrize("digest", DIGESTS, ids=lambda path: path.stem)
    def test_of_the_bare_text_of_a_digest_nothing_is_cut(self, digest: Path, tmp_path: Path):
        article = read_article(digest)
        bare = tmp_path / "bare.txt"
        bare.write_text(f"{article.title}\n\n{article.text}\n", encoding="utf-8")
        cleaned = clean_article(bare)
        assert cleaned.cut == ()
        assert (cleaned.article.title, cleaned.article.text) == (article.title, article.text)

    @pytest.mark.parametrize(
        ("digest", "words"),
        [
            ("fna-2023-02-27", "on Monday;in early 2003;between 2007 and 2011;in 2014;in december 2021"),
            ("fna-2023-02-27", "on January 5, 2020, two days after"),
            ("i24news-irgc-training", "on Monday;last week;in the mid-2010s;on Sunday;on Friday"),
            ("icbps-iran-iraq-defense", "on Sunday;by the end of 2020;by the summer of 2021"),
            ("iran-advisers-2014-12", "over the past year;in June;in 2011;in recent months"),
            ("why-iran-would-train-iraqi-forces", "between 2019 and 2021"),
        ],
    )
    def test_a_digest_keeps_the_time_words_of_its_original(self, digest: str, words: str):
        text = read_article(ROOT / "content" / "articles" / f"{digest}.md").text.lower()
        assert [phrase for phrase in words.lower().split(";") if phrase not in text] == []
