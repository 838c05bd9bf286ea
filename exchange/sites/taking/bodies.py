"""Text that comes as HTML: it is cleaned and composed into blocks as the page is written."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from wagtail.fields import StreamField

from designcity.images import DesignImage
from designcity.pages import BasePage
from exchange.composing import compose
from exchange.refusals import Refused
from exchange.sites.form import Row

Pictures = Callable[[str, str], DesignImage | None]


def composed(row: Row, page: BasePage, pictures: Pictures) -> tuple[Row, list[str]]:
    """Set the composed fields whose value is `{"html": …}`; return the other fields, and what got lost."""
    rest, lost = {}, []
    for name, raw in row["fields"].items():
        if not (isinstance(raw, dict) and set(raw) == {"html"}):
            rest[name] = raw
            continue
        field: Any = next((one for one in page._meta.get_fields() if one.name == name), None)
        if not isinstance(field, StreamField):
            raise Refused(_("HTML cannot stand in the field “%(field)s”.") % {"field": name})
        done = compose(str(raw["html"]), pictures)
        setattr(page, name, done.blocks)
        lost += done.findings
    return rest, lost
