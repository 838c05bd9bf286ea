"""What editors teach the search: words that mean the same, and pages that belong on top."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from search.text.folding import squeezed


class SynonymGroup(models.Model):
    """Words that mean the same: whoever types one of them finds the others too."""

    words = models.TextField(
        _("words"),
        help_text=_("One on each line, in any language: what readers type, and what the pages say."),
    )
    language_code = models.CharField(
        _("language of the site"),
        max_length=20,
        blank=True,
        help_text=_("Where the words are typed; left empty, on the site in every language."),
    )
    note = models.CharField(_("note"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("group of synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["words"]

    def __str__(self) -> str:
        return " = ".join(self.as_list())

    def as_list(self) -> list[str]:
        """Return the words, in the order given."""
        return [line.strip() for line in self.words.splitlines() if line.strip()]

    def clean(self) -> None:
        """Require two different words at least, none of which stands in another group of the language."""
        words = {squeezed(word): word for word in self.as_list()}
        words.pop("", None)
        if len(words) < 2:
            raise ValidationError({"words": _("Give at least two different words, each on a line of its own.")})
        for other in self._others():
            shared = [words[key] for key in map(squeezed, other.as_list()) if key in words]
            if shared:
                raise ValidationError({"words": _already_in(other, shared[0])})

    def _others(self) -> models.QuerySet["SynonymGroup"]:
        """Return the other groups that count where this one does."""
        others = SynonymGroup.objects.exclude(pk=self.pk)
        return others.filter(language_code__in=["", self.language_code]) if self.language_code else others


def _already_in(group: SynonymGroup, word: str) -> str:
    return gettext(
        "“%(word)s” already stands in the group “%(group)s”: add your words there, or take it out there first."
    ) % {"word": word, "group": group}


class PromotedResult(models.Model):
    """A page that stands above all results when certain words are typed, in one language."""

    language_code = models.CharField(_("language of the site"), max_length=20)
    queries = models.TextField(
        _("typed words"),
        help_text=_("What readers type, one on each line; spaces and case make no difference."),
    )
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )
    description = models.CharField(
        _("description"),
        max_length=255,
        blank=True,
        help_text=_("Shown under the title instead of the page's summary."),
    )
    sort_order = models.PositiveIntegerField(_("order"), default=0, help_text=_("Smaller numbers come first."))

    class Meta:
        verbose_name = _("promoted result")
        verbose_name_plural = _("promoted results")
        ordering = ["language_code", "sort_order", "pk"]

    def __str__(self) -> str:
        return f"{' / '.join(self.as_list())} → {self.page}"

    def as_list(self) -> list[str]:
        """Return the queries, in the order given."""
        return [line.strip() for line in self.queries.splitlines() if line.strip()]
