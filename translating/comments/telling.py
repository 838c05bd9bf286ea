"""Who took part is told by mail when something new is said."""

from typing import Any

from wagtail_localize.models import StringTranslation

from translating.comments.mails import CommentMail
from translating.comments.models import Comment


def tell(comment: Comment) -> None:
    """Keep a mail for each who took part; who may not see it any more is left out when it is sent."""
    for person in those_who_took_part(comment):
        CommentMail(comment=comment, person=person).keep()


def those_who_took_part(comment: Comment) -> list[Any]:
    """Return who commented on this translation before, who translated the segment, who last saved the original.

    Whoever wrote the comment is left out.
    """
    earlier = Comment.objects.of(comment.translation).exclude(pk=comment.pk).select_related("author")
    people = {one.author for one in earlier} | {_translator(comment), _author(comment)}
    return sorted(people - {None, comment.author}, key=lambda one: one.pk)


def _translator(comment: Comment) -> Any:
    found = StringTranslation.objects.filter(
        context=comment.context_id,
        locale=comment.translation.target_locale_id,
        translation_of=comment.string_id,
    )
    translated = found.select_related("last_translated_by").first()
    return translated.last_translated_by if translated else None


def _author(comment: Comment) -> Any:
    source = comment.translation.source
    original = source.object.get_instance_or_none(source.locale)
    revision = getattr(original, "latest_revision", None)
    return revision.user if revision else None
