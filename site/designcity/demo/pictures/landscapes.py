"""Posters of the city's land: mountains, rivers, bridges, stairs, streets."""

import math

from PIL import Image

from designcity.demo.pictures.canvas import (
    CINNABAR,
    INK,
    MIST,
    PAPER,
    SUN,
    TEAL,
    Canvas,
    Point,
    scattered,
    wave,
)

WIDE, HIGH = 1600, 1000


def city_of_design() -> Image.Image:
    """Sun, mountains, a bridge in five spans and the river: the campaign."""
    canvas = Canvas(WIDE, HIGH, SUN)
    canvas.disc(1090, 400, 310, CINNABAR)
    _peaks(canvas, [(-160, 330, 760), (300, 170, 800)], (TEAL, INK), 720)
    _peaks(canvas, [(1060, 330, 640)], (MIST, TEAL), 720)
    canvas.box(0, 720, WIDE, 280, INK)
    for number in range(5):
        canvas.pie(160 + 320 * number, 720, 160, 180, 360, PAPER)
        canvas.pie(160 + 320 * number, 720, 124, 180, 360, (CINNABAR, TEAL, INK, SUN, MIST)[number])
        canvas.pie(160 + 320 * number, 732, 124, 0, 180, "#2a2e35")
    canvas.box(0, 540, WIDE, 30, PAPER)
    for x in range(40, WIDE, 80):
        canvas.box(x - 3, 506, 6, 36, PAPER)
    canvas.box(0, 500, WIDE, 8, PAPER)
    _ripples(canvas, 776, PAPER, 6)
    return canvas.finished()


def bridge() -> Image.Image:
    """A cable-stayed bridge across two pages of colour."""
    canvas = Canvas(WIDE, HIGH, TEAL)
    canvas.box(800, 0, 800, HIGH, CINNABAR)
    canvas.disc(800, 560, 250, SUN)
    canvas.box(0, 700, WIDE, 300, INK)
    for number in range(13):
        reach = 60 + number * 58
        top = 130 + number * 26
        canvas.line([(800 - reach, 700), (800, top)], 5, PAPER)
        canvas.line([(800 + reach, 700), (800, top)], 5, PAPER)
    canvas.poly([(770, 1000), (788, 90), (812, 90), (830, 1000)], PAPER)
    canvas.box(0, 690, WIDE, 34, PAPER)
    canvas.stripes((0, 800, 760, 130), 4, TEAL)
    canvas.stripes((840, 800, 760, 130), 4, CINNABAR)
    return canvas.finished()


def river() -> Image.Image:
    """Two rivers of different colour meeting in layers."""
    canvas = Canvas(WIDE, HIGH, MIST)
    canvas.disc(1240, 260, 170, CINNABAR)
    colours = (PAPER, SUN, TEAL, INK, TEAL, CINNABAR, PAPER, TEAL, INK)
    for number, colour in enumerate(colours):
        level = 290 + number * 88
        top = wave(WIDE, level, 54 + 6 * number, 1180 - 60 * number, shift=number * 210)
        canvas.poly([*top, (WIDE + 8, HIGH), (0, HIGH)], colour)
    _boat(canvas, 430, 515)
    return canvas.finished()


def stairs() -> Image.Image:
    """A flight of stairs through blocks of houses."""
    canvas = Canvas(WIDE, HIGH, PAPER)
    canvas.box(0, 0, 620, HIGH, TEAL)
    canvas.disc(300, 300, 170, SUN)
    for number in range(11):
        x, y = 300 + number * 118, 920 - number * 84
        canvas.box(x, y, WIDE - x, HIGH - y, INK if number % 2 else CINNABAR)
        canvas.box(x, y, WIDE - x, 14, PAPER)
    for number in range(5):
        x, y = 1010 + number * 118, 420 - number * 84
        canvas.box(x + 40, y + 42, 40, 62, SUN)
    canvas.poly([(0, HIGH), (0, 700), (300, HIGH)], INK)
    return canvas.finished()


def night_bus() -> Image.Image:
    """A city grid by night and the one line that goes through it."""
    canvas = Canvas(WIDE, HIGH, INK)
    for row in range(6):
        for column in range(10):
            tall = (row * 7 + column * 5) % 4
            x, y = 30 + column * 158, 30 + row * 162
            canvas.box(x, y, 120, 120, ("#23272e", "#2a2f37", TEAL, "#1d2127")[tall])
            if (row * 3 + column * 2) % 5 == 0:
                canvas.box(x + 20, y + 20, 30, 30, SUN)
    route: list[Point] = [(-20, 818), (480, 818), (480, 494), (954, 494), (954, 170), (1640, 170)]
    canvas.line(route, 40, CINNABAR)
    canvas.line(route, 8, PAPER)
    for x, y in ((166, 818), (480, 656), (718, 494), (954, 332), (1270, 170)):
        canvas.disc(x, y, 42, PAPER)
        canvas.disc(x, y, 24, INK)
    canvas.disc(1370, 760, 140, SUN)
    canvas.disc(1320, 730, 130, INK)
    return canvas.finished()


def all_ages() -> Image.Image:
    """Paths of three widths winding up a hill: the campaign to come."""
    canvas = Canvas(WIDE, HIGH, CINNABAR)
    canvas.disc(800, 1080, 900, SUN)
    for radius, colour in ((760, TEAL), (620, PAPER), (480, INK), (340, MIST), (200, CINNABAR)):
        canvas.disc(800, 1080, radius, colour)
    for number, radius in enumerate((830, 690, 550, 410)):
        for step in range(7):
            angle = math.radians(200 + step * 23 + number * 9)
            size = (26, 18, 26, 14)[number]
            canvas.disc(
                800 + radius * math.cos(angle),
                1080 + radius * math.sin(angle),
                size,
                (INK, SUN, CINNABAR, SUN)[number],
            )
    return canvas.finished()


def network() -> Image.Image:
    """Cities as discs, joined by straight lines: the network."""
    canvas = Canvas(WIDE, HIGH, TEAL)
    places = [(250, 720), (520, 310), (800, 560), (1090, 250), (1340, 660)]
    for x, y in scattered(60, WIDE, HIGH):
        canvas.disc(x, y, 7, "#3f8d8d")
    for number, start in enumerate(places):
        for end in places[number + 1 :]:
            canvas.line([start, end], 5, PAPER)
    sizes = (96, 96, 150, 96, 96)
    for (x, y), size, colour in zip(places, sizes, (SUN, PAPER, CINNABAR, MIST, SUN), strict=True):
        canvas.disc(x, y, size + 16, TEAL)
        canvas.disc(x, y, size, colour)
        canvas.pie(x, y, size, 90, 270, INK)
    return canvas.finished()


def _peaks(
    canvas: Canvas, peaks: list[tuple[float, float, float]], faces: tuple[str, str], foot: float
) -> None:
    """Draw mountains (left edge, top, width), each with a lit and a shaded face."""
    for left, top, width in peaks:
        summit = left + width / 2
        canvas.poly([(left, foot), (summit, top), (left + width, foot)], faces[0])
        canvas.poly([(summit, top), (left + width, foot), (summit - width / 12, foot)], faces[1])


def _ripples(canvas: Canvas, level: float, colour: str, rows: int) -> None:
    for row in range(rows):
        for x in range(-60 + row % 2 * 160, WIDE, 320):
            canvas.box(x, level + row * 38, 120, 7, colour)


def _boat(canvas: Canvas, x: float, y: float) -> None:
    canvas.poly([(x, y), (x + 240, y), (x + 190, y + 60), (x + 50, y + 60)], CINNABAR)
    canvas.poly([(x + 110, y - 16), (x + 110, y - 190), (x + 220, y - 16)], INK)
    canvas.poly([(x + 94, y - 16), (x + 94, y - 150), (x + 26, y - 16)], PAPER)
