"""What tests of machine translation do again and again."""

from typing import Any

from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translating.machine import jobs
from translating.machine.models import Job, Proposal


def segment(translation: Translation, words: str) -> StringSegment:
    """Return the first segment that says this."""
    found = StringSegment.objects.filter(source=translation.source, string__data=words).first()
    assert found is not None, words
    return found


def proposed(translation: Translation, user: Any = None) -> Job:
    """Have everything of a translation proposed."""
    job = jobs.ask([translation], translation.target_locale, user)
    job.refresh_from_db()
    return job


def states(translation: Translation) -> dict[str, str]:
    """Return the states of the proposals by the words of the original."""
    return {one.string.data: one.state for one in Proposal.objects.of(translation).select_related("string")}


def translations(translation: Translation) -> dict[str, StringTranslation]:
    """Return the translations of a page by the words of the original, without its address."""
    found = StringTranslation.objects.filter(context__object=translation.source.object_id)
    found = found.exclude(context__path="slug")
    return {one.translation_of.data: one for one in found.select_related("translation_of")}


def save(client: Any, translation: Translation, words: str, said: str) -> Any:
    """Save a segment as wagtail-localize's editor does."""
    address = f"/admin/localize/translate/{translation.pk}/strings/{segment(translation, words).pk}/edit/"
    body = f'--x\r\nContent-Disposition: form-data; name="value"\r\n\r\n{said}\r\n--x--\r\n'.encode()
    return client.put(address, body, content_type="multipart/form-data; boundary=x")
