"""The shapes in which the layout shows pictures: the one place that knows their widths and formats."""

from dataclasses import dataclass

from wagtail.images.models import Filter

PHOTO = ("avif", "webp", "jpeg")
DRAWING = ("webp", "png")
"""Formats, the most compact first; the last is what every browser reads."""


@dataclass(frozen=True)
class Shape:
    """One place of the layout: the sizes to make (Wagtail's resizes), and how wide it is on which screen."""

    resizes: tuple[str, ...]
    sizes: str
    formats: tuple[str, ...] = PHOTO

    @property
    def filters(self) -> list[Filter]:
        """Everything that is made of a picture for this place, the formats that every browser reads first."""
        return [Filter(f"{resize}|format-{form}") for form in reversed(self.formats) for resize in self.resizes]

    @property
    def fallback(self) -> list[str]:
        """The specs of the format that every browser reads."""
        return [f"{resize}|format-{self.formats[-1]}" for resize in self.resizes]


SHAPES = {
    "lead": Shape(("width-640", "width-960", "width-1280", "width-1920"), "(min-width: 80rem) 76rem, 100vw"),
    "body": Shape(("width-640", "width-960", "width-1440"), "(min-width: 60rem) 48rem, 92vw"),
    "card": Shape(("fill-400x267", "fill-800x534"), "(min-width: 60rem) 24rem, (min-width: 40rem) 45vw, 92vw"),
    "wide_card": Shape(("fill-600x400", "fill-1200x800"), "(min-width: 60rem) 36rem, 92vw"),
    "story": Shape(("fill-640x427", "fill-1280x853"), "(min-width: 60rem) 50vw, 100vw"),
    "portrait": Shape(("fill-240x300", "fill-480x600"), "(min-width: 40rem) 15rem, 7.5rem"),
    "poster": Shape(("fill-640x360", "fill-1280x720"), "(min-width: 60rem) 48rem, 92vw"),
    "cover": Shape(("max-240x360", "max-480x720", "max-960x1440"), "(min-width: 40rem) 11rem, 36vw"),
    "work": Shape(("fill-400x400", "fill-800x800"), "(min-width: 60rem) 24rem, (min-width: 40rem) 45vw, 92vw"),
    "milestone": Shape(("fill-400x300", "fill-800x600"), "(min-width: 48rem) 20rem, 92vw"),
    "logo": Shape(("max-320x320", "max-640x640"), "16rem", DRAWING),
    "small_logo": Shape(("max-160x160", "max-320x320"), "5rem", DRAWING),
    "share": Shape(("fill-1200x630",), "1200px", ("jpeg",)),
}
CARDS = ("card", "wide_card", "story", "share")
"""The shapes of the picture that stands for a page elsewhere."""
