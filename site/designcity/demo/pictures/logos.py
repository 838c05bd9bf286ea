"""Marks of the institutions: one geometric idea each, on a square."""

import math

from PIL import Image

from designcity.demo.pictures.canvas import CINNABAR, INK, MIST, PAPER, SUN, TEAL, Canvas

SIDE = 800
MIDDLE = SIDE / 2


def ledger() -> Image.Image:
    """A rising row of bars: economics."""
    canvas = Canvas(SIDE, SIDE, TEAL)
    for number, height in enumerate((160, 260, 360, 460)):
        canvas.box(170 + number * 122, 630 - height, 94, height, SUN if number == 3 else PAPER)
    canvas.box(150, 640, 500, 20, PAPER)
    return canvas.finished()


def hands() -> Image.Image:
    """Two halves that join: people and industry."""
    canvas = Canvas(SIDE, SIDE, CINNABAR)
    canvas.pie(360, MIDDLE, 230, 90, 270, PAPER)
    canvas.pie(440, MIDDLE, 230, 270, 450, INK)
    canvas.disc(360, MIDDLE, 80, CINNABAR)
    canvas.disc(440, MIDDLE, 80, SUN)
    return canvas.finished()


def level() -> Image.Image:
    """A plumb line and a level: quality of building."""
    canvas = Canvas(SIDE, SIDE, INK)
    canvas.poly([(MIDDLE, 150), (650, 640), (150, 640)], SUN)
    canvas.poly([(MIDDLE, 310), (535, 575), (265, 575)], INK)
    canvas.box(392, 150, 16, 330, PAPER)
    canvas.disc(MIDDLE, 500, 34, CINNABAR)
    return canvas.finished()


def platform() -> Image.Image:
    """Stacked planes."""
    canvas = Canvas(SIDE, SIDE, PAPER)
    for number, colour in enumerate((INK, TEAL, CINNABAR)):
        y = 500 - number * 120
        canvas.poly([(120, y), (MIDDLE, y - 140), (680, y), (MIDDLE, y + 140)], colour)
    return canvas.finished()


def books() -> Image.Image:
    """Books on a shelf, one leaning."""
    canvas = Canvas(SIDE, SIDE, SUN)
    for x, width, height, colour in ((170, 90, 400, INK), (270, 60, 340, PAPER), (340, 110, 430, TEAL)):
        canvas.box(x, 610 - height, width, height, colour)
    canvas.poly([(470, 610), (560, 250), (650, 272), (560, 610)], CINNABAR)
    canvas.box(130, 610, 540, 28, INK)
    return canvas.finished()


def arch() -> Image.Image:
    """Gates within gates: a college."""
    canvas = Canvas(SIDE, SIDE, MIST)
    for radius, colour in ((250, INK), (180, PAPER), (110, CINNABAR)):
        canvas.pie(MIDDLE, 400, radius, 180, 360, colour)
        canvas.box(MIDDLE - radius, 398, 2 * radius, 232, colour)
    return canvas.finished()


def compass() -> Image.Image:
    """A compass rose: guidance."""
    canvas = Canvas(SIDE, SIDE, PAPER)
    canvas.disc(MIDDLE, MIDDLE, 290, TEAL)
    canvas.poly([(MIDDLE, 170), (470, MIDDLE), (330, MIDDLE)], SUN)
    canvas.poly([(MIDDLE, 630), (470, MIDDLE), (330, MIDDLE)], PAPER)
    canvas.disc(MIDDLE, MIDDLE, 36, INK)
    return canvas.finished()


def weft() -> Image.Image:
    """A small piece of weaving: craft."""
    canvas = Canvas(SIDE, SIDE, INK)
    for row in range(4):
        for column in range(4):
            x, y = 160 + column * 120, 160 + row * 120
            if (row + column) % 2:
                canvas.box(x, y + 22, 120, 76, CINNABAR)
            else:
                canvas.box(x + 22, y, 76, 120, SUN)
    return canvas.finished()


def pixels() -> Image.Image:
    """Squares that dissolve: digital work."""
    canvas = Canvas(SIDE, SIDE, CINNABAR)
    for row in range(5):
        for column in range(5):
            if row + column < 7:
                size = 92 - 11 * (row + column)
                canvas.box(
                    150 + column * 104, 150 + row * 104, size, size, PAPER if (row * column) % 3 else INK
                )
    return canvas.finished()


def loop() -> Image.Image:
    """Two rings in one another: service and its user."""
    canvas = Canvas(SIDE, SIDE, SUN)
    canvas.arc(310, MIDDLE, 200, 74, INK)
    canvas.arc(490, MIDDLE, 200, 74, TEAL)
    canvas.arc(310, MIDDLE, 200, 74, INK, (280, 328))
    return canvas.finished()


def letter() -> Image.Image:
    """A letterform of a bar and two bowls: visual communication."""
    canvas = Canvas(SIDE, SIDE, TEAL)
    canvas.box(210, 150, 110, 500, PAPER)
    canvas.pie(320, 285, 135, 270, 450, SUN)
    canvas.pie(320, 485, 165, 270, 450, CINNABAR)
    return canvas.finished()


def leaf() -> Image.Image:
    """A leaf between two arcs, with its vein: materials and the environment."""
    canvas = Canvas(SIDE, SIDE, PAPER)
    turns = [math.radians(turn) for turn in range(91)]
    upper = [(150 + 500 * math.sin(turn), 650 - 500 * math.cos(turn)) for turn in turns]
    lower = [(650 - 500 * math.sin(turn), 150 + 500 * math.cos(turn)) for turn in turns]
    canvas.poly([*upper, (150, 150)], TEAL)
    canvas.poly([*lower, (650, 650)], INK)
    canvas.line([(110, 110), (520, 520)], 26, SUN)
    return canvas.finished()


def wheel() -> Image.Image:
    """Spokes: an association of many."""
    canvas = Canvas(SIDE, SIDE, MIST)
    for spoke in range(8):
        angle = math.radians(spoke * 45)
        x, y = MIDDLE + 220 * math.cos(angle), MIDDLE + 220 * math.sin(angle)
        canvas.line([(MIDDLE, MIDDLE), (x, y)], 20, INK)
        canvas.disc(x, y, 70, (CINNABAR, TEAL, SUN, INK)[spoke % 4])
    canvas.disc(MIDDLE, MIDDLE, 90, PAPER)
    return canvas.finished()


def cube() -> Image.Image:
    """A cube of three faces: prototypes."""
    canvas = Canvas(SIDE, SIDE, INK)
    canvas.poly([(MIDDLE, 130), (640, 265), (MIDDLE, 400), (160, 265)], SUN)
    canvas.poly([(160, 265), (MIDDLE, 400), (MIDDLE, 670), (160, 535)], CINNABAR)
    canvas.poly([(640, 265), (MIDDLE, 400), (MIDDLE, 670), (640, 535)], TEAL)
    return canvas.finished()
