"""Pictures drawn for the demo: posters of flat shapes in six colours, and marks for the institutions."""

from collections.abc import Callable

from PIL import Image

from designcity.demo.pictures import landscapes, logos, things

DRAWINGS: dict[str, Callable[[], Image.Image]] = {
    "city-of-design": landscapes.city_of_design,
    "bridge": landscapes.bridge,
    "river": landscapes.river,
    "stairs": landscapes.stairs,
    "night-bus": landscapes.night_bus,
    "all-ages": landscapes.all_ages,
    "network": landscapes.network,
    "symposium": things.symposium,
    "shelves": things.shelves,
    "weave": things.weave,
    "machines": things.machines,
    "chairs": things.chairs,
    "award": things.award,
    "young-season": things.young_season,
    "seal": things.seal,
    "logo-ledger": logos.ledger,
    "logo-hands": logos.hands,
    "logo-level": logos.level,
    "logo-platform": logos.platform,
    "logo-books": logos.books,
    "logo-arch": logos.arch,
    "logo-compass": logos.compass,
    "logo-weft": logos.weft,
    "logo-pixels": logos.pixels,
    "logo-loop": logos.loop,
    "logo-letter": logos.letter,
    "logo-leaf": logos.leaf,
    "logo-wheel": logos.wheel,
    "logo-cube": logos.cube,
}


def drawing(key: str) -> Image.Image:
    """Return the picture of a name in `DRAWINGS`; the same every time."""
    return DRAWINGS[key]()
