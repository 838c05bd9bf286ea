"""Role: a duty in the newsroom, carried by a group of the editors' interface."""

from typing import ClassVar, Self

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _


class RoleKey(models.TextChoices):
    """The duties."""

    WRITER = "writer", _("Writer")
    EDITOR = "editor", _("Editor")
    PUBLISHER = "publisher", _("Publisher")
    TRANSLATOR = "translator", _("Translator")
    RIGHTS_OFFICER = "rights_officer", _("Rights officer")
    ADMINISTRATOR = "administrator", _("Administrator")


class RoleQuerySet(models.QuerySet):
    """How roles are found."""

    def of(self, key: RoleKey, language_code: str = "") -> Self:
        """Keep the role of one duty; translators also need their language."""
        return self.filter(key=key, language_code=language_code)


class Role(models.Model):
    """Which group carries a duty, whatever the group is called, and what it was given for it."""

    key = models.CharField(_("duty"), max_length=20, choices=RoleKey)
    language_code = models.CharField(
        _("language"), max_length=100, blank=True, help_text=_("Translators have one each.")
    )
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="role", verbose_name=_("group"))
    given = models.JSONField(
        _("given"),
        default=list,
        editable=False,
        help_text=_(
            "The permissions that the group once got: what an administrator takes back is not given again."
        ),
    )

    objects = RoleQuerySet.as_manager()

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["key", "language_code"], name="newsroom_one_role_for_each_duty")
        ]

    def __str__(self) -> str:
        return str(self.group)


class TranslatorsRight(Role):
    """What administrators may allow a group of translators beyond editing, in its own language only."""

    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name = _("translations in the language of a group of translators")
        permissions = [
            ("publish_translations", "Can publish and unpublish"),
            ("arrange_translations", "Can add, move and delete pages"),
        ]
