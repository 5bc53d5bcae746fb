"""Raw text to article: what of the page is cut, what is found, and that the article itself stays."""

import pytest

from dateline.articles import clean_article
from dateline.articles.records import Cleaned

BODY = (
    "The two ministers met on Monday and signed the river treaty.",
    "Their talks had begun in 2019 and stalled twice, a spokesman said.",
    "The treaty will be put to both parliaments by the end of June.",
)
TITLE = "Ministers sign the river treaty"


@pytest.fixture
def clean(write):
    def lines_to_article(*lines: str, name: str = "raw.txt") -> Cleaned:
        return clean_article(write("\n\n".join(lines), name))

    return lines_to_article


def reasons(cleaned: Cleaned) -> dict[str, str]:
    return {cut.text: cut.reason for cut in cleaned.cut}


def found(cleaned: Cleaned) -> dict[str, str]:
    return {item.field: item.value for item in cleaned.found}


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Kesten Post, 14 May 2024", "Kesten Post"),
        ("The Times of Norvia | May 14, 2024", "The Times of Norvia"),
        ("Norvia Today (2024-05-14)", "Norvia Today"),
        ("Reuters, 14 May 2024", "Reuters"),
    ],
)
def test_a_line_with_nothing_but_outlet_and_date_gives_both(clean, line: str, outlet: str):
    cleaned = clean(TITLE, line, *BODY)
    assert found(cleaned) == {"title": TITLE, "outlet": outlet, "published": "2024-05-14"}
    assert reasons(cleaned) == {line: "outlet and date"}
    assert cleaned.article.text == "\n\n".join(BODY)


@pytest.mark.parametrize("line", ["Kesten, 14 May 2024", "The Post carried it on 14 May 2024."])
def test_a_town_or_a_sentence_is_no_outlet(clean, line: str):
    assert "outlet" not in found(clean(TITLE, line, *BODY))


class TestNothingIsLost:
    def test_of_a_clean_article_nothing_is_cut(self, clean):
        cleaned = clean(TITLE, *BODY)
        assert cleaned.cut == ()
        assert cleaned.article.title == TITLE
        assert cleaned.article.text == "\n\n".join(BODY)

    @pytest.mark.parametrize(
        "line",
        [
            "Copyright law was not on the table, a delegate said.",
            "Related talks on gas go on in Vienna.",
            "The latest news from the valley is good, he said.",
            "Share prices fell on Tuesday.",
            "English, French and Arabic are spoken in the valley.",
            "A second meeting",
            '"We have no comment," she said. "Read more of the treaty."',
            "IRC — the Irish Red Cross — was there, too.",
            "Paris — the city of light — will be host.",
            "On 27 February 2023 they met again, in Rome.",
            "Tehran, which published the text on 27 February 2023, was content.",
            "Source: the treaty, page 5",
        ],
    )
    def test_a_line_of_the_article_stays_though_it_looks_like_furniture(self, clean, line: str):
        cleaned = clean(TITLE, BODY[0], line, *BODY[1:])
        assert cleaned.cut == ()
        assert line in cleaned.article.text.split("\n\n")
        assert found(cleaned) == {"title": TITLE}

    def test_short_sentences_may_be_said_twice(self, clean):
        assert (
            clean(TITLE, BODY[0], "No comment.", BODY[1], "No comment.").article.text.count("No comment.")
            == 2
        )

    def test_a_chronology_keeps_the_dates_between_its_paragraphs(self, clean):
        cleaned = clean(TITLE, "3 May 2021", BODY[0], "4 May 2021", BODY[1], "5 May 2021", BODY[2])
        assert cleaned.article.published is None
        assert "4 May 2021" in cleaned.article.text

    def test_a_page_without_a_headline_is_titled_by_its_first_words(self, clean):
        long = "The two ministers of the river states met on Monday in the old town hall by the bridge."
        cleaned = clean(long, BODY[1])
        assert cleaned.article.title == "The two ministers of the river states met on Monday in the …"
        assert cleaned.article.text.startswith(long)

    def test_lines_wrapped_by_hand_are_joined_and_others_are_paragraphs(self, write):
        wrapped = (
            "The two ministers of the river states met on Monday in the old\n"
            "town hall by the bridge, and signed the treaty that they had\n"
            "talked about since 2019.\n\n"
            "It will be put to both parliaments by the end of June, and the\n"
            "dams will be opened after that.\n"
        )
        first, second = clean_article(write(wrapped)).article.text.split("\n\n")
        assert first.endswith(
            "old town hall by the bridge, and signed the treaty that they had talked about since 2019."
        )
        assert second.startswith("It will be put")
        assert clean_article(write("\n".join((TITLE, *BODY)))).article.text == "\n\n".join(BODY)


class TestFurniture:
    @pytest.mark.parametrize(
        ("line", "reason"),
        [
            ("English Français Deutsch العربية", "language bar"),
            ("EN | FR | DE", "language bar"),
            ("-", "lone sign"),
            ("* * *", "lone sign"),
            ("Exit mobile version", "page furniture"),
            ("Share this article", "page furniture"),
            ("Share on Facebook", "share link"),
            ("Click to share on X (Opens in new window)", "share link"),
            ("Facebook Twitter WhatsApp Email", "share link"),
            ("3 min read", "counter"),
            ("12 comments", "counter"),
            ("We use cookies to give you the best experience.", "cookie notice"),
            ("Sign up for our daily newsletter", "newsletter"),
            ("Proudly powered by WordPress", "footer"),
            ("© 2023 Valley Post. All rights reserved.", "footer"),
            ("Copyright 2023 Valley Post", "footer"),
            ("https://valleypost.example/a", "link"),
            ("Tags: river, treaty", "link"),
            ("Photo: Omar Khalil/Valley Post", "photo credit"),
            ("FILE PHOTO: The envoy in Rome on 3 May 2021", "photo credit"),
            ("The envoy speaks in Rome, Italy, May 3, 2021. REUTERS/Omar Khalil", "photo credit"),
            ("Reporting by Jane Doe; Editing by Omar Khalil", "credits of the desk"),
            ("3 responses to Ministers sign the river treaty", "counter"),
            ("Read more: Dockers vote on a strike", "teaser"),
        ],
    )
    def test_a_line_of_the_page_goes_wherever_it_stands(self, clean, line: str, reason: str):
        for lines in ((line, TITLE, *BODY), (TITLE, BODY[0], line, *BODY[1:]), (TITLE, *BODY, line)):
            cleaned = clean(*lines)
            assert reasons(cleaned) == {line: reason}
            assert (cleaned.article.title, cleaned.article.text) == (TITLE, "\n\n".join(BODY))

    def test_a_repeated_paragraph_stays_once(self, clean):
        cleaned = clean(TITLE, BODY[0], BODY[0], *BODY[1:])
        assert cleaned.article.text == "\n\n".join(BODY)
        assert reasons(cleaned) == {BODY[0]: "repeated paragraph"}

    def test_cuts_come_in_the_order_of_the_page(self, clean):
        cleaned = clean(
            "Politics",
            TITLE,
            TITLE,
            "ROME (ANSA) - " + BODY[0],
            "Share",
            *BODY[1:],
            "Latest news",
            "Rain comes late",
        )
        assert [cut.text for cut in cleaned.cut] == [
            "Politics",
            TITLE,
            "ROME (ANSA) -",
            "Share",
            "Latest news",
            "Rain comes late",
        ]


class TestTeasers:
    def test_after_a_closing_heading_titles_and_blurbs_go_to_the_end(self, clean):
        teasers = (
            "You may also like:",
            "Rain comes late",
            "The rain came three weeks late, farmers say.",
            "Bread is dear",
            "Bakers warn...",
        )
        cleaned = clean(TITLE, *BODY, *teasers)
        assert cleaned.article.text == "\n\n".join(BODY)
        assert reasons(cleaned) == dict.fromkeys(teasers, "teaser")

    def test_a_heading_may_name_whose_articles_follow(self, clean):
        assert len(clean(TITLE, *BODY, "More from Valley Post", "Rain comes late").cut) == 2

    def test_headings_glued_together_are_headings(self, clean):
        assert reasons(clean(TITLE, *BODY, "You might also likeRELATED")) == {
            "You might also likeRELATED": "teaser"
        }

    def test_after_an_inline_heading_the_article_goes_on_with_its_next_paragraph(self, clean):
        cleaned = clean(TITLE, BODY[0], "Related", "Dockers vote on a strike", *BODY[1:])
        assert cleaned.article.text == "\n\n".join(BODY)

    def test_paragraphs_that_follow_one_another_are_no_blurbs(self, clean):
        cleaned = clean(TITLE, BODY[0], "Must read", "Dockers vote on a strike", *BODY[1:])
        assert cleaned.article.text == "\n\n".join(BODY)

    def test_no_evidence_is_taken_from_teasers(self, clean):
        cleaned = clean(
            TITLE, *BODY, "Latest news", "Rain comes late", "Published: 1 May 2024", "Source: Rain Weekly"
        )
        assert cleaned.article.published is None
        assert cleaned.article.outlet is None


class TestTitle:
    def test_a_doubled_title_gives_one_title_that_is_not_in_the_text(self, clean):
        cleaned = clean(TITLE, TITLE, *BODY)
        assert (cleaned.article.title, cleaned.article.text) == (TITLE, "\n\n".join(BODY))

    def test_a_section_label_glued_to_the_title_goes(self, clean):
        cleaned = clean("Valley Politics" + TITLE, TITLE, *BODY)
        assert (cleaned.article.title, cleaned.article.text) == (TITLE, "\n\n".join(BODY))

    def test_the_outlet_behind_a_doubled_title_is_found(self, clean):
        cleaned = clean(f"{TITLE} - The Valley Post", TITLE, *BODY)
        assert (cleaned.article.title, cleaned.article.outlet) == (TITLE, "The Valley Post")

    def test_section_breadcrumbs_and_byline_go(self, clean):
        cleaned = clean("Home > News > Rivers", "Politics", TITLE, "By Jane Doe and Omar Khalil", *BODY)
        assert reasons(cleaned) == {
            "Home > News > Rivers": "breadcrumbs",
            "Politics": "section label",
            "By Jane Doe and Omar Khalil": "byline",
        }
        assert cleaned.article.title == TITLE

    def test_names_of_a_few_words_above_the_headline_are_not_the_title(self, clean):
        assert clean("Valley Post", "Omar Khalil", TITLE, *BODY).article.title == TITLE

    def test_the_only_sentence_is_text_and_gives_the_title(self, clean):
        article = clean("The bridge is open.").article
        assert (article.title, article.text) == ("The bridge is open.", "The bridge is open.")

    def test_a_short_headline_is_a_title(self, clean):
        assert clean("River treaty signed", *BODY).article.title == "River treaty signed"

    def test_a_markdown_heading_is_the_title(self, clean):
        assert clean(f"# {TITLE}", *BODY, name="raw.md").article.title == TITLE


class TestStamp:
    @pytest.mark.parametrize(
        ("line", "edtf"),
        [
            ("2023-February-27 15:44", "2023-02-27"),
            ("Monday, 27 February 2023", "2023-02-27"),
            ("Mon 27 Feb 2023 15.44 GMT", "2023-02-27"),
            ("Feb 27, 2023, 3:44 PM", "2023-02-27"),
            ("February 27th, 2023 at 3:44 p.m. EST", "2023-02-27"),
            ("Published: 27/02/2023", "2023-02-27"),
            ("Published on 27.02.2023 15:44", "2023-02-27"),
            ("2023-02-27T15:44:00+03:30", "2023-02-27"),
            ("2023/02/27", "2023-02-27"),
            ("Published 27 Feb 2023 | Updated 1 March 2023", "2023-02-27"),
            ("Updated 1 March 2023, published 27 Feb 2023", "2023-02-27"),
            ("Last updated: 27 February 2023", "2023-02-27"),
            ("By Jane Doe | 27 February 2023", "2023-02-27"),
            ("February 27, 20233:44 PM GMTUpdated 2 years ago", "2023-02-27"),
            ("ANSA | Rome | Updated: 27-02-2023 18:49 IST", "2023-02-27"),
            ("December 2014", "2014-12"),
            ("03/02/2023", "[2023-02-03,2023-03-02]"),
            ("04/04/2023", "2023-04-04"),
        ],
    )
    def test_a_stamp_gives_the_date_and_leaves_the_text(self, clean, line: str, edtf: str):
        cleaned = clean(TITLE, line, *BODY)
        assert found(cleaned)["published"] == edtf
        assert cleaned.article.text == "\n\n".join(BODY)
        assert reasons(cleaned) == {line: "date stamp"}

    @pytest.mark.parametrize(
        "line",
        [
            "Treaty of 27 February 2023 stands",
            "30 February 2023",
            "27 February",
            "15:44",
            "What happened on 27 February 2023",
            "2023",
        ],
    )
    def test_other_lines_are_no_stamps(self, clean, line: str):
        cleaned = clean(TITLE, line, *BODY)
        assert cleaned.article.published is None
        assert line in cleaned.article.text

    def test_the_published_stamp_is_believed_before_the_updated_one(self, clean):
        cleaned = clean(TITLE, "Updated: 2 March 2023", "Published: 27 February 2023", *BODY)
        assert cleaned.article.published == "2023-02-27"

    def test_a_bare_date_above_the_labels_of_a_page_may_be_the_day_of_the_visit(self, clean):
        cleaned = clean("Sunday, 26th March 2023", "Breaking News:", TITLE, *BODY)
        assert cleaned.article.published is None
        assert cleaned.article.title == TITLE

    def test_a_bare_date_right_above_the_title_is_the_stamp(self, clean):
        assert clean("Friday, May 06, 2005", TITLE, *BODY).article.published == "2005-05-06"

    def test_a_labelled_stamp_may_stand_below_the_text(self, clean):
        assert clean(TITLE, *BODY, "Published: 27 February 2023").article.published == "2023-02-27"


class TestDateline:
    @pytest.mark.parametrize(
        ("dateline", "place", "outlet", "published"),
        [
            ("TEHRAN (FNA)- ", "Tehran", "FNA", None),
            ("NEW YORK (AP) — ", "New York", "AP", None),
            ("BAGHDAD, Iraq (AFP) - ", "Baghdad, Iraq", "AFP", None),
            ("Tehran (IRNA) – ", "Tehran", "IRNA", None),
            ("DUBAI, March 3, 2021 (Reuters) - ", "Dubai", "Reuters", "2021-03-03"),
            ("WASHINGTON, D.C. (VOA) -- ", "Washington, D.C.", "VOA", None),
            ("(Reuters) - ", None, "Reuters", None),
            ("RTVSK- ", None, "RTVSK", None),
            ("AFP - ", None, "AFP", None),
            ("VIENNA — ", "Vienna", None, None),
            ("KYIV, Ukraine — ", "Kyiv, Ukraine", None, None),
            ("RIYADH: ", "Riyadh", None, None),
            ("Baghdad, May 18, 2015, IRNA – ", "Baghdad", "IRNA", "2015-05-18"),
            ("Suez, Egypt (AFP) Nov 27, 2005 ", "Suez, Egypt", "AFP", "2005-11-27"),
            ("Valley News/ ", None, "Valley News", None),
        ],
    )
    def test_a_dateline_gives_place_and_outlet_and_leaves_the_text(
        self, clean, dateline, place, outlet, published
    ):
        article = clean(TITLE, dateline + BODY[0], *BODY[1:]).article
        assert (article.place, article.outlet, article.published) == (place, outlet, published)
        assert article.text == "\n\n".join(BODY)

    def test_a_dateline_whose_date_lacks_the_year_stays_in_the_text(self, clean):
        article = clean(TITLE, "ROME, Feb. 27 (ANSA) -- " + BODY[0], *BODY[1:]).article
        assert (article.place, article.outlet, article.published) == ("Rome", "ANSA", None)
        assert article.text.startswith("ROME, Feb. 27 (ANSA) -- The two")

    def test_it_goes_when_a_stamp_gives_the_year(self, clean):
        article = clean(TITLE, "27 February 2023", "ROME, Feb. 27 (ANSA) -- " + BODY[0], *BODY[1:]).article
        assert article.published == "2023-02-27"
        assert article.text.startswith("The two")

    @pytest.mark.parametrize(
        "start", ["UPDATE - ", "EXCLUSIVE: ", "COVID-19 — ", "NATO — ", "The River Guards (RIG) - "]
    )
    def test_other_words_before_a_dash_stay(self, clean, start: str):
        article = clean(TITLE, start + BODY[0], *BODY[1:]).article
        assert article.text.startswith(start + BODY[0])
        assert (article.place, article.outlet) == (None, None)


class TestSourceLine:
    @pytest.mark.parametrize(
        ("line", "outlet"),
        [
            ("Source » i24news", "i24news"),
            ("Source: Valley Post", "Valley Post"),
            ("SOURCE: VALLEY POST AND NEWS AGENCIES", "VALLEY POST"),
            ("Originally published by: The Valley Post", "The Valley Post"),
            ("Source: https://www.valleypost.example/a/b", "valleypost.example"),
            ("Source: Agencies", None),
            ("(Source: Valley TV)", "Valley TV"),
        ],
    )
    def test_the_source_below_the_text_is_the_outlet(self, clean, line: str, outlet: str | None):
        cleaned = clean(TITLE, *BODY, line)
        assert cleaned.article.outlet == outlet
        assert reasons(cleaned) == {line: "source line"}


class TestLanguage:
    @pytest.mark.parametrize(
        ("text", "code"),
        [
            (
                "Die Brücke über den Fluss ist seit Montag wieder offen und wird mit einem Fest gefeiert.",
                "de",
            ),
            (
                "Le pont sur la rivière est ouvert depuis lundi et la ville donne une fête.",
                "fr",
            ),
            (
                "El puente sobre el río está abierto desde el lunes y la ciudad da una fiesta.",
                "es",
            ),
            ("وزیران در تهران دیدار کردند و درباره گاز گفتگو کردند.", "fa"),
            ("التقى الوزيران في المدينة يوم الاثنين.", "ar"),
            ("Мост через реку снова открыт.", "ru"),
            ("The bridge is open.", "en"),
            ("Lorem ipsum dolor sit amet.", "en"),
        ],
    )
    def test_the_language_is_told_where_it_speaks_plainly(self, clean, text: str, code: str):
        assert clean("123", text).article.language == code
