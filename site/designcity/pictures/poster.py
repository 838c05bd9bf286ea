"""The drawing of a headline: the words on the left, the page's picture or a pattern of its own on the right.

Where the headline is written from right to left, it is the other way round.
"""

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from designcity.pictures.fonts import Font, Typeface
from designcity.pictures.typesetting import balanced, set_in_lines, shortened

WIDTH, HEIGHT = 1200, 630
PAPER, INK, PLANE = "#ffffff", "#111518", "#d0261a"
COLOURS = ("#0e3a45", "#d0261a", "#ffd23f", "#12897f", "#eef1f0")
SIZES = (84, 76, 68, 60, 54, 48, 42)
"""Sizes of the headline in pixels, the largest that fits first."""
EDGE, ART = 64, 456
MEASURE = WIDTH - ART - 2 * EDGE
ROOM = HEIGHT - 2 * EDGE - 96
LEADING = 1.28
CELL = 114


@dataclass(frozen=True)
class Poster:
    """What stands on the picture: `seed` makes the pattern of one page the same in every language."""

    headline: str
    site_name: str
    seed: str

    @property
    def is_from_the_right(self) -> bool:
        """Whether most letters of the headline are written from right to left."""
        directions = [unicodedata.bidirectional(sign) for sign in self.headline]
        return sum(one in ("R", "AL") for one in directions) > directions.count("L")

    def drawn(
        self, headline: Sequence[Typeface], name: Sequence[Typeface], beside: Image.Image | None = None
    ) -> Image.Image:
        """Return the picture, 1200 × 630 pixels; headline and name of the site each have their typefaces."""
        sheet = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        pen = ImageDraw.Draw(sheet)
        art = 0 if self.is_from_the_right else WIDTH - ART
        if beside is None:
            _pattern(pen, self.seed, art)
        else:
            sheet.paste(beside.resize((ART, HEIGHT)), (art, 0))
        self._headline(pen, headline)
        self._signature(pen, name)
        return sheet

    def _across(self, distance: int) -> int:
        """Return what is `distance` pixels from the side where lines begin."""
        return WIDTH - distance if self.is_from_the_right else distance

    def _write(self, pen: ImageDraw.ImageDraw, at: tuple[int, int], words: str, font: Font) -> None:
        """Write words that begin at a place of the line on which they stand."""
        anchor, direction = ("rs", "rtl") if self.is_from_the_right else ("ls", None)
        distance = float(at[0])
        for piece, face in font.runs(words):
            place = (self._across(round(distance)), at[1])
            pen.text(place, piece, font=face, fill=INK, anchor=anchor, direction=direction)
            distance += face.getlength(piece)

    def _headline(self, pen: ImageDraw.ImageDraw, typefaces: Sequence[Typeface]) -> None:
        size = self._size(typefaces)
        font, step = Font(typefaces, size), round(size * LEADING)
        top = EDGE - size // 6 + font.getmetrics()[0]
        lines = shortened(balanced(self.headline, font, MEASURE), ROOM // step, font, MEASURE)
        for number, line in enumerate(lines):
            self._write(pen, (EDGE, top + number * step), line, font)

    def _size(self, typefaces: Sequence[Typeface]) -> int:
        for size in SIZES:
            lines = set_in_lines(self.headline, Font(typefaces, size), MEASURE)
            if len(lines) * round(size * LEADING) <= ROOM:
                return size
        return SIZES[-1]

    def _signature(self, pen: ImageDraw.ImageDraw, typefaces: Sequence[Typeface]) -> None:
        bottom = HEIGHT - EDGE
        sides = sorted((self._across(EDGE), self._across(EDGE + 14)))
        pen.rectangle((sides[0], bottom - 44, sides[1], bottom), fill=PLANE)
        font = Font(typefaces, 30)
        above, below = font.getmetrics()
        name = _within(self.site_name, font, MEASURE - 40)
        self._write(pen, (EDGE + 32, bottom - 22 + (above - below) // 2), name, font)


def _within(words: str, font: Font, width: int) -> str:
    """Return the words, cut with an ellipsis when they are wider than `width` pixels."""
    return words if font.getlength(words) <= width else shortened([words, ""], 1, font, width)[0]


def _pattern(pen: ImageDraw.ImageDraw, seed: str, left: int) -> None:
    """Fill a side of the sheet with squares, quarter circles and triangles, the same for every language."""
    numbers = hashlib.sha256(seed.encode()).digest()
    columns, rows = ART // CELL, -(-HEIGHT // CELL)
    for place in range(columns * rows):
        x, y = left + place % columns * CELL, place // columns * CELL
        _cell(pen, x, y, numbers[place % len(numbers)] + place)


def _cell(pen: ImageDraw.ImageDraw, x: int, y: int, number: int) -> None:
    ground, shape = COLOURS[number % 5], COLOURS[(number // 5 + number % 5 + 1) % 5]
    pen.rectangle((x, y, x + CELL, y + CELL), fill=ground)
    kind = number % 7
    if kind < 4:
        _quarter(pen, x, y, kind, shape)
    elif kind == 4:
        pen.polygon([(x, y + CELL), (x + CELL, y + CELL), (x + CELL, y)], fill=shape)
    elif kind == 5:
        pen.ellipse((x + 24, y + 24, x + CELL - 24, y + CELL - 24), fill=shape)


def _quarter(pen: ImageDraw.ImageDraw, x: int, y: int, corner: int, colour: str) -> None:
    centre_x, centre_y = x + (corner % 2) * CELL, y + (corner // 2) * CELL
    box = (centre_x - CELL, centre_y - CELL, centre_x + CELL, centre_y + CELL)
    start = {0: 0, 1: 90, 2: 270, 3: 180}[corner]
    pen.pieslice(box, start, start + 90, fill=colour)
