"""Whether a page's translation follows the glossary."""

from itertools import chain

from wagtail_localize.models import Translation

from translating.glossary.finding import Breach, Glossary


def breaches_of(translation: Translation) -> list[Breach]:
    """Return the terms that the translated segments do not follow, each once; two queries."""
    glossary = Glossary(translation.target_locale)
    if not glossary.translations:
        return []
    segments = translation.source.stringsegment_set.exclude(context__path="slug").select_related("string")
    translated = segments.annotate_translation(translation.target_locale).filter(translation__isnull=False)
    found = (glossary.breaches(segment.string.data, segment.translation) for segment in translated)
    return list(dict.fromkeys(chain.from_iterable(found)))
