"""The mails that tell of a comment."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import Http404
from django.urls import reverse
from wagtail.admin.utils import get_user_display_name
from wagtail.users.models import UserProfile

from designcity.mails.kept import KeptMail
from designcity.mails.letters import Letter, composed
from designcity.working_language import working_language
from translating.access import may_discuss
from translating.comments.models import Comment
from translating.plain import plain


class CommentMail(KeptMail):
    """A mail to one person about one comment; it goes with the comment."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="mails")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta(KeptMail.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["comment", "person"], name="translating_one_mail_a_comment")
        ]

    def __str__(self) -> str:
        return f"{self.comment_id} → {self.person}"

    @property
    def recipients(self) -> list[str]:
        return [self.person.email] if self.person.email and self._is_welcome() else []

    def letter(self) -> Letter:
        return composed("translating/comments/commented", working_language(self.person), self._facts)

    def _facts(self) -> dict[str, Any]:
        comment, translation = self.comment, self.comment.translation
        return {
            "name": get_user_display_name(self.person),
            "author": get_user_display_name(comment.author) if comment.author else "",
            "original": plain(comment.string.data),
            "text": comment.text,
            "title": translation.source.object_repr,
            "language": translation.target_locale.get_display_name(),
            "path": reverse("translating_comments_page", args=[translation.pk]),
        }

    def _is_welcome(self) -> bool:
        """Whether the person may see the comment, and has not turned off mails of comments."""
        wants = UserProfile.get_for_user(self.person).updated_comments_notifications
        try:
            return bool(self.person.is_active and wants and may_discuss(self.person, self.comment.translation))
        except Http404:  # the translation is gone
            return False
