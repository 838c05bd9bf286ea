"""Who took part is told by mail when something new is said."""

import logging
import smtplib
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from wagtail.admin.utils import get_user_display_name
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringTranslation

from designcity.working_language import working_language
from translating.access import may_discuss
from translating.comments.models import Comment
from translating.plain import plain

logger = logging.getLogger(__name__)


def recipients(comment: Comment) -> list[Any]:
    """Return who commented on this translation before, who translated the segment, who last saved the original.

    Left out are who wrote the comment, who may not see it any more, and whoever wants no mails of comments.
    """
    earlier = Comment.objects.of(comment.translation).exclude(pk=comment.pk).select_related("author")
    people = {one.author for one in earlier} | {_translator(comment), _author(comment)}
    people -= {None, comment.author}
    return sorted((one for one in people if _wants_to_know(one, comment)), key=lambda one: one.pk)


def tell(comment: Comment) -> int:
    """Send the mails; return how many. What the mail server does not take is logged; the comment stays."""
    return sum(_sent(comment, person) for person in recipients(comment))


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


def _wants_to_know(person: Any, comment: Comment) -> bool:
    if not (person.is_active and person.email):
        return False
    wants = UserProfile.get_for_user(person).updated_comments_notifications
    return bool(wants and may_discuss(person, comment.translation))


def _sent(comment: Comment, person: Any) -> bool:
    with translation.override(working_language(person)):
        title = comment.translation.source.object_repr
        subject = gettext("Comment on the translation of “%(title)s”") % {"title": title}
        text = render_to_string("translating/comments/mail.txt", _facts(comment, person))
    try:
        send_mail(" ".join(subject.split()), text, None, [person.email])
    except (OSError, smtplib.SMTPException):
        logger.exception("%s was not told of a comment: check EMAIL_HOST and EMAIL_PORT.", person)
        return False
    return True


def _facts(comment: Comment, person: Any) -> dict[str, Any]:
    address = reverse("translating_comments_page", args=[comment.translation_id])
    return {
        "name": get_user_display_name(person),
        "author": get_user_display_name(comment.author) if comment.author else "",
        "original": plain(comment.string.data),
        "text": comment.text,
        "title": comment.translation.source.object_repr,
        "language": comment.translation.target_locale.get_display_name(),
        "address": f"{settings.SITE_URL}{address}",
    }
