"""Override: somebody who may let a page be published without settled rights, for a reason that is kept."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from designcity.written_once import WrittenOnce, WrittenOnceQuerySet

PERMISSION = "provenance.override_rights"


class OverrideQuerySet(WrittenOnceQuerySet):
    """How overrides are found."""

    def of_page(self, page: Page) -> Self:
        """Keep those of one page, the newest first."""
        return self.filter(page_id=page.pk).order_by("-made_at", "-pk")


class Override(WrittenOnce):
    """One decision about one page: it holds for what was found then, and for nothing that is found later."""

    page = models.ForeignKey(
        Page, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("page")
    )
    page_title = models.CharField(_("title of the page"), max_length=255)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("user")
    )
    user_name = models.CharField(_("name"), max_length=255)
    made_at = models.DateTimeField(_("when"), auto_now_add=True)
    reason = models.TextField(_("reason"))
    rights = models.JSONField(_("what was let through"), help_text=_("What each finding is about."))
    sentences = models.JSONField(_("findings"), help_text=_("What the checks said."))

    objects: ClassVar[models.Manager] = OverrideQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision to publish without settled rights")
        verbose_name_plural = _("decisions to publish without settled rights")
        default_permissions = ("view",)
        permissions = [("override_rights", "Can publish without settled rights, with a reason")]

    def __str__(self) -> str:
        return f"{self.page_title}: {self.reason}"


def may_decide(user: Any) -> bool:
    """Whether a user may let a page be published without settled rights."""
    return bool(user is not None and user.has_perm(PERMISSION))
