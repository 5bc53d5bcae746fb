"""Laws of the second run, over random histories of conversions, articles and hand edits."""

import random
import re
import shutil
import tempfile
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from dateline import whole_files
from dateline.cli import converting, main
from dateline.events import write_events
from dateline.events.files import event_files
from dateline.events.reading import read_file
from dateline.model import Event, Source

# What people type beside words: tabs, quotes, signs of other scripts, what YAML might take for its own.
FLOURISHES = ["", "\tx", " “ü” 😀", " کشتی", " a: b", " #1", " [x], {y}", " it''s"]
FIELDS = ("date", "title", "summary", "actors", "places", "tags", "kind", "importance")
QUOTE = re.compile(r"telling \d+\.\d+")
TYPED = re.compile(r"typed\d+")

numbers = st.integers(0, 2**32)


def quote(number, article):
    """The words of an article on a happening, unlike all others."""
    words = random.Random(f"{number} {article}")
    noise = " ".join("".join(words.choices("abcdefghijklmnopqrstuvwxyz", k=6)) for _ in range(4))
    return f"{noise}: telling {number}.{article[1:]}"


class Newsroom:
    """Happenings that articles tell, and what the generator makes of them."""

    def __init__(self):
        self.articles, self.versions = set(), Counter()
        self.tellings = {}
        """By happening: its articles."""

    def proposals(self):
        for number, articles in sorted(self.tellings.items()):
            told = sorted(set(articles) & self.articles)
            if told:
                yield self.event(number, told)

    def event(self, number, articles):
        version = self.versions[number]
        return Event(
            id="",
            date=f"20{number:02}-0{version % 3 + 1}",
            title=f"Ferry {number} sinks" + f" for the {version}th time" * (version > 1),
            summary="" if version % 2 else "A ferry is lost. " * (number + 1),
            actors=("Harbour Office", "Ada Sample, mate")[: version % 3],
            places=("Exampleton",) if version % 2 else (),
            tags=("accident", "loss", "no")[version % 3 :],
            kind=("happened", "planned")[version % 2],
            importance=version % 5 + 1,
            sources=tuple(
                Source(
                    article,
                    quote(number, article),
                    "Ada Sample" if version % 4 == 3 else None,
                    "telling",
                )
                for article in articles
            ),
        )


def blocks(text):
    """What stands above the first top-level key, and each key with all that belongs to it."""
    parts = re.split(r"(?m)^(?=[a-z-]+:)", text)
    return parts[0], parts[1:]


def told_twice(texts):
    """The words that stand in more than one place."""
    return {quote for quote, count in Counter(QUOTE.findall("".join(texts))).items() if count > 1}


def entries(text):
    """The text before the sources of a file, each source with what belongs to it, and the text behind."""
    head, found, rest = text.partition("sources:\n")
    end = re.search(r"(?m)^(?=[a-z#-])", rest)
    tail = rest[end.start() :] if end else ""
    parts = re.split(r"(?m)^(?=  - )", rest.removesuffix(tail))
    return head + found + parts[0], parts[1:], tail


class Histories(RuleBasedStateMachine):
    """A generator that runs again and again, and a person who edits in between."""

    def __init__(self):
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.content = Path(self._folder.name) / "content"
        self.content.mkdir()
        self.newsroom = Newsroom()
        self.typed = 0
        self.taken_out = set()
        """The words of sources and events that the person deleted."""

    def teardown(self):
        self._folder.cleanup()

    # What happens outside.

    @initialize()
    def start(self):
        for _ in range(3):
            self.add_article(7)

    @rule(number=numbers)
    def add_article(self, number):
        """An article tells of some happenings, of which one is new; it may have been there before.

        What no article tells any more is not told anew by another: it would be a second event.
        """
        chance, tellings = random.Random(number), self.newsroom.tellings
        article = f"a{len(self.newsroom.articles) + chance.randrange(3)}"
        told = [n for n, articles in tellings.items() if self.newsroom.articles.intersection(articles)]
        self.newsroom.articles.add(article)
        for happening in (*chance.sample(told, min(2, len(told))), len(tellings)):
            tellings.setdefault(happening, []).append(article)

    @rule(number=numbers)
    def remove_article(self, number):
        if len(self.newsroom.articles) > 1:
            self.newsroom.articles.remove(random.Random(number).choice(sorted(self.newsroom.articles)))

    @rule(number=numbers)
    def find_out_more(self, number):
        """The generator proposes other fields for a happening."""
        self.newsroom.versions[random.Random(number).choice(sorted(self.newsroom.tellings))] += 1

    # What the person does.

    def choose(self, number):
        """A file with one event, a source of chance, and the text; nothing if there is no such file."""
        paths = [path for path in event_files(self.content) if not path.read_bytes().startswith(b"- ")]
        if not paths:
            return None
        chance = random.Random(number)
        path = chance.choice(paths)
        return path, chance, path.read_bytes().decode().replace("\r\n", "\n")

    def save(self, path, text):
        """Write a file with the line ends that it has."""
        crlf = path.is_file() and b"\r\n" in path.read_bytes()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((text.replace("\n", "\r\n") if crlf else text).encode())

    def token(self, chance):
        self.typed += 1
        return f"typed{self.typed}{chance.choice(FLOURISHES)}"

    @rule(number=numbers)
    def change_a_field(self, number):
        if chosen := self.choose(number):
            path, chance, text = chosen
            head, parts = blocks(text)
            at = chance.randrange(len(parts))
            key = parts[at].partition(":")[0]
            value = f"'{self.token(chance)}'"
            if key in {"actors", "places", "tags"}:
                parts[at] = f"{key}: [{value}]  # {self.token(chance)}\n"
            elif key in {"title", "summary"}:
                parts[at] = f"{key}:   {value}  # {self.token(chance)}\n"
            elif key == "importance":
                parts[at] = f"importance: {chance.randrange(1, 6)} # {self.token(chance)}\n"
            self.save(path, head + "".join(parts))

    @rule(number=numbers)
    def comment(self, number):
        if chosen := self.choose(number):
            path, chance, text = chosen
            head, parts = blocks(text)
            at = chance.randrange(len(parts))
            parts[at] = f"{chance.choice(['', chr(10)])}# {self.token(chance)}\n{parts[at]}"
            self.save(path, head + "".join(parts))

    @rule(number=numbers)
    def comment_on_a_source(self, number):
        if chosen := self.choose(number):
            path, chance, text = chosen
            head, parts, tail = entries(text)
            if parts:
                at = chance.randrange(len(parts))
                parts[at] = (
                    f"  # {self.token(chance)}\n{parts[at]}    x-page-{self.typed}: '{self.token(chance)}'\n"
                )
                self.save(path, head + "".join(parts) + tail)

    @rule(number=numbers)
    def note_something(self, number):
        if chosen := self.choose(number):
            path, chance, text = chosen
            head, parts = blocks(text)
            parts.insert(
                chance.randrange(len(parts) + 1),
                f"x-{self.typed}: '{self.token(chance)}' # {self.token(chance)}\n",
            )
            self.save(path, head + "".join(parts))

    @rule(number=numbers)
    def reorder(self, number):
        if chosen := self.choose(number):
            path, chance, text = chosen
            head, parts = blocks(text)
            chance.shuffle(parts)
            self.save(path, head + "".join(parts))

    @rule(number=numbers)
    def change_line_ends(self, number):
        if chosen := self.choose(number):
            path, _, text = chosen
            path.write_bytes(text.replace("\n", "\r\n").encode())

    @rule(number=numbers)
    def delete_a_field(self, number):
        if chosen := self.choose(number):
            path, chance, text = chosen
            head, parts = blocks(text)
            loose = [part for part in parts if part.partition(":")[0] in set(FIELDS) - {"date", "title"}]
            if loose:
                parts.remove(chance.choice(loose))
                self.save(path, head + "".join(parts))

    @rule(number=numbers, status=st.sampled_from(["reviewed", "rejected", "draft"]))
    def judge(self, number, status):
        if chosen := self.choose(number):
            path, _, text = chosen
            self.save(path, re.sub(r"(?m)^status: \w+", f"status: {status}", text))

    @rule(number=numbers)
    def delete_an_event(self, number):
        if chosen := self.choose(number):
            path, _, text = chosen
            path.unlink()
            self.take_out(text)

    @rule(number=numbers)
    def take_out_a_source(self, number):
        if chosen := self.choose(number):
            path, chance, text = chosen
            head, parts, tail = entries(text)
            if len(parts) > 1:
                part = parts.pop(chance.randrange(len(parts)))
                self.save(path, head + "".join(parts) + tail)
                self.take_out(part)

    def take_out(self, text):
        """What the person deleted, unless an event that its own has outgrown still tells it."""
        self.taken_out |= set(QUOTE.findall(text)) - set(QUOTE.findall("".join(self.texts().values())))

    @rule(number=numbers)
    def edit_a_source(self, number):
        if chosen := self.choose(number):
            path, chance, text = chosen
            head, parts, tail = entries(text)
            if parts:
                at = chance.randrange(len(parts))
                parts[at] = re.sub("dated: .*", f"dated: '{self.token(chance)}'", parts[at])
                self.save(path, head + "".join(parts) + tail)

    @rule(number=numbers)
    def merge(self, number):
        """The sources of one event go to the end of another's, and its file goes."""
        one, other = self.choose(number), self.choose(number + 1)
        if one and other and one[0] != other[0]:
            path, _, text = one
            head, parts, tail = entries(text)
            more = entries(other[2])[1]
            if parts and more:
                other[0].unlink()
                self.save(path, "".join([head, *parts, *more, tail]))

    @rule(number=numbers)
    def split(self, number):
        """A source goes into a file of its own."""
        if chosen := self.choose(number):
            path, chance, text = chosen
            head, parts, tail = entries(text)
            if len(parts) > 1:
                part = parts.pop(chance.randrange(len(parts)))
                self.save(path, head + "".join(parts) + tail)
                new = f"date: 2020\ntitle: '{self.token(chance)}'\nsources:\n{part}"
                self.save(self.content / "events" / f"split-{self.typed}.yml", new)

    @rule(number=numbers)
    def move(self, number):
        """To another folder, perhaps under another name."""
        if chosen := self.choose(number):
            path, chance, _ = chosen
            self.typed += 1
            name = chance.choice([path.name, f"renamed-{self.typed}.yml"])
            target = self.content / "events" / chance.choice(["", "a/b"]) / name
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                path.rename(target)

    @rule(number=numbers)
    def put_in_a_list(self, number):
        if chosen := self.choose(number):
            path, _, text = chosen
            listed = self.content / "events" / "all.yml"
            before = listed.read_bytes().decode() if listed.is_file() else ""
            body = "".join(f"  {line}" if line.strip() else line for line in text.splitlines(keepends=True))
            path.unlink()
            self.save(listed, f"{before}- id: {path.stem}\n{body}".replace("\r\n", "\n"))

    # What must hold.

    @invariant()
    def convert(self):
        """Nothing typed is lost, nothing taken out comes back, and once more changes nothing."""
        before = self.texts()
        report = self.generate()
        after = self.texts()
        assert self.all_typed(before) <= self.all_typed(after)
        self.check_tellings(before, after, report)
        for path, text in before.items():
            assert path in after
            if re.search(r"(?m)^status: rejected", text):
                assert after[path] == text
            if "\r\n" in text:
                assert after[path].count("\r\n") == after[path].count("\n")
        for path in event_files(self.content):
            assert read_file(path, self.content).findings == []
        tree = self.tree()
        report = self.generate()
        assert self.tree() == tree
        assert report.new == report.changed == report.proposals == ()

    def generate(self):
        """One run; what it did."""
        return write_events(self.newsroom.proposals(), self.content)

    def check_tellings(self, before, after, report):
        """What was taken out is in no file, and nothing comes to be told in two."""
        assert not self.taken_out & set(QUOTE.findall("".join(after.values())))
        single = (text for path, text in after.items() if path.stem not in report.absorbed)
        assert told_twice(single) <= told_twice(before.values())

    def texts(self):
        return {path: path.read_bytes().decode() for path in event_files(self.content)}

    def all_typed(self, texts):
        return Counter(TYPED.findall("\n".join(texts.values())))

    def tree(self):
        return {path: path.read_bytes() for path in self.content.rglob("*") if path.is_file()}


@contextmanager
def without_waiting_for_the_disk():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(whole_files.os, "fsync", lambda _: None)
        yield


class CommandHistories(Histories):
    """The same with articles of words, and the command that people call."""

    def generate(self):
        shutil.rmtree(self.content / "articles", ignore_errors=True)
        (self.content / "articles").mkdir()
        for article in self.newsroom.articles:
            told = [n for n, articles in self.newsroom.tellings.items() if article in articles]
            words = " ".join(self.sentence(n, article) for n in told)
            text = f"---\ntitle: {article}\npublished: 2020-06-0{len(told)}\n---\n{words}\n"
            (self.content / "articles" / f"{article}.md").write_text(text, encoding="utf-8")
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(self.content.parent)
            reports = []
            write = converting.plan_events
            patch.setattr(
                converting, "plan_events", lambda *call: reports.append(write(*call)) or reports[-1]
            )
            result = CliRunner().invoke(main, ["convert", "--jobs", "1"])
        assert result.exit_code == 0, result.output
        return reports[0].report

    def sentence(self, number, article):
        ship, town = ("Swan", "Heron", "Stork", "Crane")[number % 4], ("Oslo", "Genoa", "Cadiz")[number % 3]
        verb = ("sank", "burned", "arrived")[self.newsroom.versions[number] % 3]
        return f"The {ship} {verb} in {town} on {number % 28 + 1} March 20{number % 20:02}, {article} wrote."

    def check_tellings(self, _, after, report):
        """One sentence may tell of several events here."""
        assert after or not report.unchanged


def test_histories():
    with without_waiting_for_the_disk():
        run_state_machine_as_test(Histories, settings=_of(examples=40, steps=15))


def test_histories_of_the_command():
    with without_waiting_for_the_disk():
        run_state_machine_as_test(CommandHistories, settings=_of(examples=4, steps=8))


def _of(examples, steps):
    slow = [HealthCheck.too_slow, HealthCheck.filter_too_much]
    return settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=slow
    )
