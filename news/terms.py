"""How articles are sorted: one category each, any number of tags."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from designcity.terms import Term


class Category(Term):
    """The section an article belongs to, such as policy, events or people."""

    class Meta(Term.Meta):
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="category_address")]


class Tag(Term):
    """A subject that articles of several categories share."""

    class Meta(Term.Meta):
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="tag_address")]
