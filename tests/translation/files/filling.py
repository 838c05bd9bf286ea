"""Filling in files as translators do: in the sheet, whatever the format."""

from collections.abc import Callable, Mapping

from wagtail_localize.models import StringTranslation, Translation

from translating.files import formats
from translating.files.gathering import sheets_of
from translating.files.sheets import Sheet, Unit

Change = Callable[[Unit], None]


def filled(translations: list[Translation], words: Mapping[str, str]) -> list[Sheet]:
    """Return the sheets of translations with some originals translated."""
    sheets = sheets_of(translations)
    for sheet in sheets:
        for unit in sheet.units:
            unit.target = words.get(unit.source, unit.target)
    return sheets


def file_of(form: str, translations: list[Translation], words: Mapping[str, str]) -> bytes:
    """Return a file with some originals translated."""
    return formats.write(form, filled(translations, words)).content


def kept(translation: Translation) -> dict[str, str]:
    """Return what is translated, by its original; without the address, which comes from the title."""
    found = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale
    )
    found = found.exclude(context__path="slug").select_related("translation_of")
    return {one.translation_of.data: one.data for one in found}
