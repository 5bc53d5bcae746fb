"""Edits made in a text, and the result read back."""

from collections.abc import Sequence

import yaml

from dateline.exceptions import DatelineError, YamlTextError
from dateline.yaml_edits.changes import Changes
from dateline.yaml_edits.edits import (
    AddEntry,
    AddItems,
    AddKey,
    Edit,
    Path,
    Remove,
    SetValue,
    edited,
    in_words,
)
from dateline.yaml_edits.insertions import Insertions
from dateline.yaml_edits.layout import Layout
from dateline.yaml_edits.replacements import Replacements
from dateline.yaml_text import Plain, load_text_yaml, plain

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BYTE_ORDER_MARK = "\ufeff"


def edit_yaml(text: str, edits: Sequence[Edit], name: str) -> str:
    """A YAML text with something put in, replaced or taken out.

    Args:
        text: a document as `load_text_yaml` reads it; an empty one is an empty list for `AddEntry`.
        edits: what to do. Paths and numbers are those of ``text``, whatever the other edits do; edits at
            one place come in their order.
        name: what to call the text in errors: the path of its file.

    Returns:
        The text in which nothing but the values that edits name has changed: every comment is still there.

    Raises:
        YamlTextError: the text cannot be read.
        DatelineError: a path leads nowhere, or the text is written in a way that leaves no place for an edit;
            the error says where, and what to write by hand.
    """
    mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
    body = text.removeprefix(mark)
    wanted = edited(plain(load_text_yaml(body, name, most=len(body))), edits)
    layout = Layout(body, yaml.compose(body, Loader=_LOADER))
    result = _changed(layout, edits)
    if result is None or not _holds(result, wanted, name):
        place = f"{name}:{layout.place(edits[0].path)}"
        raise DatelineError(f"{place}: what is written here leaves no place for an edit: {in_words(edits)}")
    return mark + result


def _holds(text: str, wanted: Plain, name: str) -> bool:
    try:
        return plain(load_text_yaml(text, name, most=len(text))) == wanted
    except YamlTextError:
        return False


def _changed(layout: Layout, edits: Sequence[Edit]) -> str | None:
    """The text after the edits; None if one has no place, or two are about the same characters."""
    changes = Changes(layout.text)
    insertions, replacements = Insertions(layout, changes), Replacements(layout, changes)
    for edit in sorted(_merged(edits), key=lambda edit: -len(edit.path)):
        match edit:
            case SetValue() | Remove():
                replacements.add(edit)
            case AddItems() | AddKey() | AddEntry():
                insertions.add(edit)
    return changes.result()


def _merged(edits: Sequence[Edit]) -> list[Edit]:
    """The edits with the items for one list put together."""
    items: dict[Path, tuple[str, ...]] = {}
    for edit in edits:
        if isinstance(edit, AddItems):
            items[edit.path] = (*items.get(edit.path, ()), *edit.items)
    lists: list[Edit] = [AddItems(path, texts) for path, texts in items.items() if texts]
    return [*lists, *(edit for edit in edits if not isinstance(edit, AddItems))]
