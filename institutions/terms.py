"""By what the directory can be filtered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from designcity.terms import Term


class InstitutionKind(Term):
    """What an institution is, such as a platform, a library, a college or a service centre."""

    class Meta(Term.Meta):
        verbose_name = _("kind of institution")
        verbose_name_plural = _("kinds of institution")
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="kind_address")]


class Field(Term):
    """A field of design in which an institution works."""

    class Meta(Term.Meta):
        verbose_name = _("field of design")
        verbose_name_plural = _("fields of design")
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="field_address")]


class District(Term):
    """A district of the city."""

    class Meta(Term.Meta):
        verbose_name = _("district")
        verbose_name_plural = _("districts")
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="district_address")]
