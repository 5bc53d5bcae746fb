"""A surname alone, in an article that does not say whose: its one bearer, if more supports it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline.model import NameKind, Naming
from dateline.names.clusters import Clusters
from dateline.names.records import spelling_key
from dateline.names.roles import agree
from dateline.names.sounds import has_title, person_tokens

# Who is named in more than this share of the articles, and in more than these few, shows no kinship of two.
_COMMON_SHARE = 0.2
_FEW = 5


def lone_surnames(
    clusters: Clusters,
    people: Sequence[int],
    namings: Sequence[Naming],
    at: Mapping[tuple[NameKind, str], int],
) -> dict[Naming, int]:
    """The namings by a surname alone, each with the person it means; those that stay open are left out.

    It means the only one in all articles who is named in full with it, where a role agrees or the article
    names another person who is named beside that one elsewhere.

    Args:
        clusters: the bearers.
        people: the persons among their names.
        namings: those of all articles.
        at: the number of a name by kind and key.
    """
    full = [n for n in people if len(person_tokens(clusters.names[n].text)) > 1]
    bearers: dict[str, set[int]] = defaultdict(set)
    for n in full:
        name = clusters.names[n]
        for text in (name.text, *name.forms):
            if len(tokens := person_tokens(text)) > 1:
                bearers[tokens[-1].letters].add(clusters.root(n))
    where = {root: clusters.articles(root) for root in {clusters.root(n) for n in full}}
    named: dict[str, set[int]] = defaultdict(set)
    for root, articles in where.items():
        for article in articles:
            named[article].add(root)
    common = max(_FEW, _COMMON_SHARE * len(named))
    found: dict[Naming, int] = {}
    for naming in namings:
        tokens = person_tokens(naming.name) if naming.kind == "person" and not has_title(naming.name) else ()
        of_surname = bearers.get(tokens[0].letters, set()) if len(tokens) == 1 else set()
        if len(of_surname) != 1 or clusters.entry(at[naming.kind, spelling_key(naming.name)]) is not None:
            continue
        [root] = of_surname
        beside = named[naming.article] - {root}
        if agree(set(naming.roles), clusters.roles(root)) or any(
            len(where[other]) <= common and not where[other].isdisjoint(where[root]) for other in beside
        ):
            found[naming] = root
    return found
