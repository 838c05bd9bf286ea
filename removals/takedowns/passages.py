"""A passage that is taken down: out of the page in every language, its drafts, and what translators see."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.utils.translation import gettext, override
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, PageLogEntry, Revision, get_default_page_content_type
from wagtail_localize.models import SegmentOverride, StringTranslation, TranslationSource

from designcity.languages import language_name
from removals.takedowns import rows
from removals.takedowns.cutting import SURE, Cutter, squeezed
from removals.takedowns.errors import CannotTakeDown, CannotUndo
from removals.takedowns.keeping import Keeping
from removals.takedowns.models import Takedown
from removals.takedowns.pages import lock, versions_of
from removals.takedowns.segments import Hit, cut_segments, hits_of
from removals.takedowns.targets import Passage

SHORTEST = 4
Texts = dict[str, list[str]]
"""What goes, by language code."""


def take(target: Passage, notes: Keeping) -> list[Page]:
    """Cut a passage out of a page in every language; raises `CannotTakeDown` where it is not found."""
    if len(squeezed(target.text)) < SHORTEST:
        raise CannotTakeDown(gettext("The passage is too short to be found safely."))
    versions = versions_of(target.page)
    lock(versions)
    _refuse_what_is_down(versions)
    _refuse_what_is_not_found(target, versions)
    texts, hits = _texts(target, versions)
    notes.takedown.passages = [
        {"language": code, "text": text} for code, found in texts.items() for text in found
    ]
    for version in versions:
        cutter = _cutter(target, texts, version.locale.language_code)
        for queryset in _everything_of(version):
            _cut_rows(queryset, cutter, notes)
    for source in _sources(versions):
        cut_segments(source, hits, lambda code: _cutter(target, texts, code), notes)
    return versions


def refuse_if_edited_since(takedown: Takedown, page_ids: list[int]) -> None:
    """Raise `CannotUndo` when somebody wrote a newer draft: bringing the passage back would not reach it."""
    newer = _revisions(page_ids).filter(created_at__gt=takedown.taken_down_at)
    if newer.exists():
        raise CannotUndo(gettext("The page was edited since: put the passage back by hand where it belongs."))


def marker_in(language_code: str) -> str:
    """Return what stands in the place of a passage, in a language."""
    with override(language_code):
        return gettext("[A passage was removed here.]")


def _refuse_what_is_down(versions: list[Page]) -> None:
    if Takedown.objects.of_pages([version.pk for version in versions]).exists():
        raise CannotTakeDown(gettext("The page has been taken down already."))


def _refuse_what_is_not_found(target: Passage, versions: list[Page]) -> None:
    said = {**target.elsewhere, target.page.locale.language_code: target.text}
    for code, text in said.items():
        in_language = [version for version in versions if version.locale.language_code == code]
        if text and not any(_holds(version, text) for version in in_language):
            raise CannotTakeDown(
                gettext("The passage is not found on the page in this language: %(language)s.")
                % {"language": language_name(code)}
            )


def _holds(version: Page, text: str) -> bool:
    """Whether a text stands on a page, as readers have it or in a draft."""
    cutter = Cutter([text], "")
    found = (row for queryset in _everything_of(version) for _, _, row in _rows(queryset))
    return any(cutter.out_of(row) != row for row in found)


def _texts(target: Passage, versions: list[Page]) -> tuple[Texts, list[Hit]]:
    """Return what goes in each language: as said, else the whole segments that translate it."""
    texts: Texts = {target.page.locale.language_code: [target.text]}
    texts |= {code: [text] if text else [] for code, text in target.elsewhere.items()}
    hits = [hit for source in _sources(versions) for hit in hits_of(source, texts)]
    for version in versions:
        code = version.locale.language_code
        if code not in texts and version.alias_of_id is None:
            texts[code] = [text for hit in hits if (text := hit.text_in(code))]
            if not hits:
                raise CannotTakeDown(
                    gettext("It is not known what translates the passage in this language: %(language)s.")
                    % {"language": language_name(code)}
                )
    return texts, hits


def _cutter(target: Passage, texts: Texts, language_code: str) -> Cutter:
    """Return what cuts every text of every language: an untranslated part stands there in another one."""
    said = {target.text, *target.elsewhere.values()}
    every = sorted({text for found in texts.values() for text in found}, key=len, reverse=True)
    alone = frozenset(text for text in every if text not in said and len(squeezed(text)) < SURE)
    return Cutter(every, marker_in(language_code), alone)


def _everything_of(version: Page) -> Iterator[models.QuerySet[Any]]:
    yield type(version)._base_manager.filter(pk=version.pk)
    for relation in get_all_child_relations(type(version)):
        yield relation.related_model._base_manager.filter(**{relation.field.name: version.pk})
    yield _revisions([version.pk])
    yield PageLogEntry.objects.filter(page=version.pk)
    yield TranslationSource.objects.filter(object=version.translation_key, locale=version.locale)
    in_editor = {"context__object": version.translation_key, "locale": version.locale}
    yield SegmentOverride.objects.filter(**in_editor)
    yield StringTranslation.objects.filter(**in_editor)


def _rows(queryset: models.QuerySet[Any]) -> Iterator[tuple[type[models.Model], str, rows.Row]]:
    keys = list(queryset.order_by().values_list("pk", flat=True))
    for model in [queryset.model, *queryset.model._meta.all_parents]:
        for key, row in rows.read(model, keys).items():
            yield model, key, row


def _cut_rows(queryset: models.QuerySet[Any], cutter: Cutter, notes: Keeping) -> None:
    notes.watch(queryset)
    for model, key, row in _rows(queryset):
        lengths = {field.column: field.max_length for field in model._meta.local_concrete_fields}
        cut = {name: _cut_column(value, cutter, lengths.get(name)) for name, value in row.items()}
        if names := rows.differences(row, cut):
            rows.write(model, key, {name: cut[name] for name in names})


def _cut_column(value: Any, cutter: Cutter, length: int | None) -> Any:
    cut = cutter.out_of(value)
    has_room = length is None or not isinstance(cut, str) or len(cut) <= length
    return cut if has_room else cutter.shorter().out_of(value)


def _sources(versions: list[Page]) -> Iterator[TranslationSource]:
    keys = {version.translation_key for version in versions}
    yield from TranslationSource.objects.filter(object__in=keys).order_by("pk")


def _revisions(page_ids: list[int]) -> models.QuerySet[Revision]:
    kind = get_default_page_content_type()
    revisions: models.QuerySet[Revision] = Revision.objects.filter(
        base_content_type=kind, object_id__in=[str(pk) for pk in page_ids]
    )
    return revisions
