"""A sheet of paper for flat shapes, drawn at twice its size so that edges come out smooth."""

import math
from collections.abc import Sequence

from PIL import Image, ImageDraw

Point = tuple[float, float]

INK, PAPER, CINNABAR = "#14161a", "#f6f3ee", "#d8412f"
TEAL, SUN, MIST = "#0f6e6e", "#f2b632", "#c9d3d6"
SCALE = 2


class Canvas:
    """Shapes are placed in pixels of the finished picture, from its upper left corner."""

    def __init__(self, width: int, height: int, ground: str = PAPER) -> None:
        self.width, self.height = width, height
        self.sheet = Image.new("RGB", (width * SCALE, height * SCALE), ground)
        self.pen = ImageDraw.Draw(self.sheet)

    def finished(self) -> Image.Image:
        """Return the picture at its own size."""
        return self.sheet.reduce(SCALE)

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Draw a filled rectangle."""
        self.poly([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], colour)

    def poly(self, points: Sequence[Point], colour: str) -> None:
        """Draw a filled polygon."""
        self.pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """Draw a filled circle around a point."""
        self.pie(x, y, radius, 0, 360, colour)

    def pie(self, x: float, y: float, radius: float, start: float, end: float, colour: str) -> None:
        """Draw a filled sector; angles in degrees, clockwise from three o'clock."""
        corners = [(x - radius) * SCALE, (y - radius) * SCALE, (x + radius) * SCALE, (y + radius) * SCALE]
        if end - start >= 360:
            self.pen.ellipse(corners, fill=colour)
        else:
            self.pen.pieslice(corners, start, end, fill=colour)

    def arc(self, x: float, y: float, radius: float, width: float, colour: str, span: Point = (0, 360)) -> None:
        """Draw a part of a ring of the given width, its outer edge at `radius`."""
        corners = [(x - radius) * SCALE, (y - radius) * SCALE, (x + radius) * SCALE, (y + radius) * SCALE]
        self.pen.arc(corners, *span, fill=colour, width=round(width * SCALE))

    def line(self, points: Sequence[Point], width: float, colour: str) -> None:
        """Draw a line through points, with round joints."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.pen.line(scaled, fill=colour, width=round(width * SCALE), joint="curve")

    def stripes(self, box: tuple[float, float, float, float], count: int, colour: str) -> None:
        """Fill a rectangle (x, y, width, height) with horizontal stripes as thick as their gaps."""
        x, y, width, height = box
        thickness = height / (2 * count - 1)
        for number in range(count):
            self.box(x, y + 2 * number * thickness, width, thickness, colour)


def wave(width: float, level: float, rise: float, length: float, shift: float = 0) -> list[Point]:
    """Return the points of a wavy line from the left edge to the right."""
    step = 8
    return [
        (x, level + rise * math.sin((x + shift) / length * 2 * math.pi))
        for x in range(0, int(width) + step, step)
    ]


def scattered(count: int, width: float, height: float) -> list[Point]:
    """Return points spread evenly but without a grid: the same ones every time."""
    return [((n * 0.754877666 % 1) * width, (n * 0.569840291 % 1) * height) for n in range(1, count + 1)]
