"""Pictures with a few words, for the previews that social networks show of a link; drawn without a browser.

Needs the extra ``pictures``: Pillow, and fonts as packages, so that a picture is the same on every machine.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from PIL import Image
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630
"""Pixels: what networks show in full (https://ogp.me leaves it open; Facebook and X ask for 1.91 to 1)."""
_MARGIN = 80
_LINES = 5
_TITLE, _SMALL = 58, 34
"""Heights of the letters, in pixels."""
_PAPER, _INK, _ACCENT = (255, 255, 255), (20, 23, 27), (184, 18, 43)
# Sixteen colours take four bits a pixel: the last is the accent, the others lead from paper to ink.
_SHADES = 15
_FAMILIES = ("fontpkg_noto_sans", "fontpkg_noto_sans_arabic")
_BOLD, _REGULAR = 700, 400
# No font has a letter here, so it shows what a font draws for letters that it does not have.
_NO_LETTER = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a picture."""

    above: str
    title: str
    below: str
    direction: Literal["ltr", "rtl"]


def can_draw() -> bool:
    """Whether what draws is installed."""
    return all(find_spec(name) for name in ("PIL", *_FAMILIES))


def can_show(card: Card) -> bool:
    """Whether the fonts have every letter of the words: better no picture than boxes."""
    return all(_family_of(words) for words in (card.above, card.title, card.below))


def draw(card: Card) -> bytes:
    """Draw a picture that can be shown, as PNG."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - an extra

    title = _font_for(card.title, _TITLE, _BOLD)
    above = _font_for(card.above, _SMALL, _REGULAR)
    below = _font_for(card.below, _SMALL, _REGULAR)
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    canvas = ImageDraw.Draw(image)
    is_rtl = card.direction == "rtl"
    x, anchor = (WIDTH - _MARGIN, "ra") if is_rtl else (_MARGIN, "la")
    canvas.text((x, _MARGIN), card.above, font=above, fill=255, anchor=anchor)
    for number, line in enumerate(_lines(card.title, title)):
        y = _MARGIN + 70 + number * round(_TITLE * 1.3)
        canvas.text((x, y), line, font=title, fill=255, anchor=anchor)
    canvas.text((x, HEIGHT - _MARGIN - _SMALL), card.below, font=below, fill=255, anchor=anchor)
    return _png(image)


def _lines(text: str, font: "FreeTypeFont") -> Sequence[str]:
    """A text in lines that fit; what is too long ends in dots."""
    words = iter(text.split())
    lines = [next(words, "")]
    for word in words:
        longer = f"{lines[-1]} {word}"
        if font.getlength(longer) <= WIDTH - 2 * _MARGIN:
            lines[-1] = longer
        elif len(lines) < _LINES:
            lines.append(word)
        else:
            lines[-1] += " …"
            break
    return lines


def _png(image: "Image.Image") -> bytes:
    from PIL import ImageDraw  # noqa: PLC0415 - an extra

    picture = image.point([level * (_SHADES - 1) // 255 for level in range(256)])
    ImageDraw.Draw(picture).rectangle((0, HEIGHT - 16, WIDTH, HEIGHT), fill=_SHADES)
    picture = picture.convert("P")
    picture.putpalette([part for colour in _palette() for part in colour])
    out = BytesIO()
    picture.save(out, "PNG", bits=4, compress_level=4)
    return out.getvalue()


def _palette() -> Iterator[tuple[int, ...]]:
    for shade in range(_SHADES):
        yield tuple(
            round(paper + (ink - paper) * shade / (_SHADES - 1))
            for paper, ink in zip(_PAPER, _INK, strict=True)
        )
    yield _ACCENT


def _font_for(text: str, size: int, weight: int) -> "FreeTypeFont":
    return _font(_family_of(text) or _FAMILIES[0], size, weight)


def _family_of(text: str) -> str | None:
    """The first family that has every letter of a text."""
    return next((family for family in _FAMILIES if all(_has(family, char) for char in text)), None)


@lru_cache(maxsize=8)
def _font(family: str, size: int, weight: int) -> "FreeTypeFont":
    from importlib import resources  # noqa: PLC0415 - an extra

    from PIL import ImageFont  # noqa: PLC0415

    upright = next(
        file
        for file in (resources.files(family) / "files").iterdir()
        if file.name.endswith(".ttf") and "Italic" not in file.name
    )
    font = ImageFont.truetype(BytesIO(upright.read_bytes()), size)
    font.set_variation_by_axes(
        [
            float(weight if axis["name"] == b"Weight" else axis["default"] or 0)
            for axis in font.get_variation_axes()
        ]
    )
    return font


@lru_cache(maxsize=8192)
def _has(family: str, char: str) -> bool:
    font = _font(family, _SMALL, _REGULAR)
    return char.isspace() or bytes(font.getmask(char)) != bytes(font.getmask(_NO_LETTER))
