"""Posters of what people make: meetings, shelves, weaving, machines, chairs, prizes."""

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
    scattered,
)

WIDE, HIGH = 1600, 1000


def symposium() -> Image.Image:
    """Fourteen seats around one table, three of them lit."""
    canvas = Canvas(WIDE, HIGH, CINNABAR)
    canvas.disc(800, 1000, 830, INK)
    canvas.disc(800, 1000, 600, CINNABAR)
    canvas.disc(800, 1000, 430, PAPER)
    canvas.pie(800, 1000, 430, 180, 270, SUN)
    canvas.pie(800, 1000, 230, 180, 360, TEAL)
    for seat in range(14):
        angle = math.radians(187.5 + seat * 12.7)
        x, y = 800 + 715 * math.cos(angle), 1000 + 715 * math.sin(angle)
        canvas.disc(x, y, 62, SUN if seat in (3, 7, 10) else PAPER)
        canvas.pie(x, y, 62, 90, 270, TEAL if seat in (3, 7, 10) else MIST)
    return canvas.finished()


def shelves() -> Image.Image:
    """Shelves of samples, each a different material."""
    canvas = Canvas(WIDE, HIGH, PAPER)
    colours = (INK, CINNABAR, TEAL, SUN, MIST)
    for row in range(4):
        x, number = 60.0, row * 3
        floor = 240 + row * 240
        while x < 1500:
            width = 40 + (number * 37) % 90
            height = 110 + (number * 53) % 90
            _sample(canvas, (x, floor - height, width, height), colours[number % 5], number % 4)
            x += width + 14
            number += 1
        canvas.box(0, floor, WIDE, 16, INK)
    return canvas.finished()


def weave() -> Image.Image:
    """Bands woven over and under each other."""
    canvas = Canvas(WIDE, HIGH, INK)
    for row in range(10):
        for column in range(16):
            x, y = column * 100, row * 100
            if (row + column) % 2:
                canvas.box(x, y + 14, 100, 72, SUN if row % 3 else CINNABAR)
            else:
                canvas.box(x + 14, y, 72, 100, TEAL if column % 4 else PAPER)
    for x, y in ((300, 300), (1100, 500), (700, 700)):
        canvas.disc(x + 50, y + 50, 130, PAPER)
        canvas.disc(x + 50, y + 50, 92, CINNABAR)
        canvas.disc(x + 50, y + 50, 40, INK)
    return canvas.finished()


def machines() -> Image.Image:
    """Wheels that take each other along."""
    canvas = Canvas(WIDE, HIGH, MIST)
    canvas.box(0, 700, WIDE, 300, TEAL)
    for x, y, radius, teeth, colour in (
        (440, 520, 300, 18, INK),
        (930, 400, 200, 12, CINNABAR),
        (1260, 640, 230, 14, PAPER),
    ):
        _wheel(canvas, (x, y), radius, teeth, colour)
    canvas.disc(440, 520, 190, SUN)
    canvas.disc(440, 520, 60, INK)
    canvas.disc(930, 400, 110, PAPER)
    canvas.disc(930, 400, 36, CINNABAR)
    canvas.disc(1260, 640, 140, INK)
    canvas.pie(1260, 640, 140, 90, 270, SUN)
    return canvas.finished()


def chairs() -> Image.Image:
    """Eight chairs, no two alike."""
    canvas = Canvas(WIDE, HIGH, PAPER)
    grounds = (TEAL, SUN, INK, CINNABAR, MIST, CINNABAR, PAPER, TEAL)
    colours = (PAPER, INK, SUN, PAPER, CINNABAR, INK, TEAL, SUN)
    for number, (ground, colour) in enumerate(zip(grounds, colours, strict=True)):
        x, y = number % 4 * 400, number // 4 * 500
        canvas.box(x, y, 400, 500, ground)
        _chair(canvas, x, y, colour, number)
    return canvas.finished()


def award() -> Image.Image:
    """A prize: rays around a disc."""
    canvas = Canvas(WIDE, HIGH, INK)
    for ray in range(24):
        start = ray * 15
        canvas.pie(800, 500, 1000, start, start + 7.5, (SUN, CINNABAR, TEAL)[ray % 3])
    canvas.disc(800, 500, 370, INK)
    canvas.disc(800, 500, 330, PAPER)
    canvas.pie(800, 500, 260, 270, 360, CINNABAR)
    canvas.pie(800, 500, 260, 90, 180, TEAL)
    canvas.pie(800, 500, 260, 0, 90, SUN)
    canvas.pie(800, 500, 260, 180, 270, INK)
    return canvas.finished()


def young_season() -> Image.Image:
    """Cut paper thrown into the air: the season that is over."""
    canvas = Canvas(WIDE, HIGH, PAPER)
    colours = (CINNABAR, TEAL, SUN, INK, MIST)
    for number, (x, y) in enumerate(scattered(46, 1640, 1040)):
        size, colour = 36 + number * 13 % 60, colours[number % 5]
        turn = number * 47 % 360
        if number % 3 == 0:
            canvas.pie(x, y, size * 1.4, turn, turn + 180, colour)
        elif number % 3 == 1:
            canvas.disc(x, y, size, colour)
        else:
            canvas.poly(_turned(x, y, size * 1.5, 3 + number % 2, turn), colour)
    return canvas.finished()


def seal() -> Image.Image:
    """A carved stamp in a field of paper: news from elsewhere."""
    canvas = Canvas(WIDE, HIGH, PAPER)
    canvas.stripes((0, 0, 560, HIGH), 26, MIST)
    canvas.box(560, 130, 740, 740, CINNABAR)
    canvas.box(600, 170, 660, 660, PAPER)
    canvas.box(620, 190, 620, 620, CINNABAR)
    for x, y, width, height in (
        (690, 260, 480, 56),
        (690, 260, 56, 480),
        (690, 684, 480, 56),
        (902, 260, 56, 480),
    ):
        canvas.box(x, y, width, height, PAPER)
    canvas.box(1030, 420, 140, 56, PAPER)
    canvas.pie(1100, 620, 74, 180, 360, PAPER)
    canvas.disc(1430, 820, 90, INK)
    canvas.disc(1430, 190, 60, SUN)
    return canvas.finished()


def _sample(canvas: Canvas, box: tuple[float, float, float, float], colour: str, manner: int) -> None:
    x, y, width, height = box
    if manner == 0:
        canvas.box(*box, colour)
    elif manner == 1:
        canvas.stripes(box, 7, colour)
    elif manner == 2:
        canvas.box(*box, colour)
        canvas.disc(x + width / 2, y + height / 2, width / 4, PAPER)
    else:
        canvas.poly([(x, y + height), (x + width, y + height), (x + width, y)], colour)
        canvas.poly([(x, y + height), (x, y), (x + width, y)], INK if colour != INK else SUN)


def _wheel(canvas: Canvas, centre: tuple[float, float], radius: float, teeth: int, colour: str) -> None:
    x, y = centre
    for tooth in range(teeth):
        angle = math.radians(tooth * 360 / teeth)
        outer = (x + radius * 1.06 * math.cos(angle), y + radius * 1.06 * math.sin(angle))
        canvas.poly(_turned(*outer, radius * 0.13, 4, math.degrees(angle) + 45), colour)
    canvas.disc(x, y, radius, colour)


def _chair(canvas: Canvas, x: float, y: float, colour: str, manner: int) -> None:
    """Draw a chair in a cell of 400 by 500, seen from the side: one of four backs, one of two legs."""
    canvas.box(x + 100, y + 270, 200, 34, colour)
    backs = (
        lambda: canvas.box(x + 100, y + 80, 36, 200, colour),
        lambda: canvas.pie(x + 100, y + 180, 96, 270, 450, colour),
        lambda: canvas.poly(
            [(x + 100, y + 280), (x + 60, y + 70), (x + 130, y + 70), (x + 150, y + 280)], colour
        ),
        lambda: canvas.arc(x + 200, y + 274, 100, 30, colour, (180, 290)),
    )
    backs[manner % 4]()
    if manner < 4:
        for leg in (100, 272):
            canvas.box(x + leg, y + 290, 28, 140, colour)
    else:
        canvas.poly([(x + 120, y + 300), (x + 150, y + 300), (x + 104, y + 430), (x + 78, y + 430)], colour)
        canvas.poly([(x + 250, y + 300), (x + 280, y + 300), (x + 322, y + 430), (x + 296, y + 430)], colour)


def _turned(x: float, y: float, size: float, corners: int, turn: float) -> list[tuple[float, float]]:
    angles = [math.radians(turn + 360 / corners * corner) for corner in range(corners)]
    return [(x + size * math.cos(angle), y + size * math.sin(angle)) for angle in angles]
