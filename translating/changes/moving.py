"""A sentence that only moved to another place of its page stays translated."""

from collections import defaultdict

from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource


def keep_what_moved(source: TranslationSource) -> int:
    """Take translations along to the new places of their sentences; return how many. Two queries if none moved.

    wagtail-localize keeps a translation by its place, so a paragraph in another block would be new to it.
    """
    segments = list(StringSegment.objects.filter(source=source).select_related("context"))
    places = {(one.context_id, one.string_id) for one in segments}
    kept = StringTranslation.objects.filter(context__object_id=source.object_id, has_error=False)
    translations = list(kept.exclude(context__path="slug").order_by("updated_at"))
    done = {(one.context_id, one.translation_of_id, one.locale_id) for one in translations}
    gone: dict[int, dict[int, StringTranslation]] = defaultdict(dict)
    for one in translations:
        if (one.context_id, one.translation_of_id) not in places:
            gone[one.translation_of_id][one.locale_id] = one
    moved = {
        (segment.context_id, segment.string_id, locale): one
        for segment in segments
        if segment.context.path != "slug"
        for locale, one in gone[segment.string_id].items()
        if (segment.context_id, segment.string_id, locale) not in done
    }
    for (context, _string, _locale), one in moved.items():
        _copy(one, context)
    return len(moved)


def _copy(one: StringTranslation, context: int) -> None:
    StringTranslation.objects.create(
        translation_of_id=one.translation_of_id,
        locale_id=one.locale_id,
        context_id=context,
        data=one.data,
        translation_type=one.translation_type,
        tool_name=one.tool_name,
        last_translated_by_id=one.last_translated_by_id,
    )
