"""Whether readers learn where a piece comes from."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from newsroom.checks import places
from newsroom.checks.findings import Finding, Severity


def check(page: Any) -> Iterator[Finding]:
    """Say what a reposted piece lacks of its source, and when nobody answers for a piece of the site's own."""
    if not places.has(page, "source_kind", "source", "source_url"):
        return
    yield from _permission(page)
    if page.is_repost and page.source_id is None:
        sentence = _("Say who the reposted piece comes from.")
        yield Finding(Severity.MUST, sentence, places.field(page, "source"), right="source")
    elif page.is_repost and not page.source_url.strip():
        sentence = _("Give the address where the piece was first published, so that readers can check it.")
        yield Finding(Severity.SHOULD, sentence, places.field(page, "source_url"))
    elif not page.is_repost and not (page.author.strip() or page.editor.strip()):
        sentence = _("Name an author or an editor, so that readers know who answers for the piece.")
        yield Finding(Severity.GOOD, sentence, places.field(page, "author"))


def _permission(page: Any) -> Iterator[Finding]:
    """Say when a piece stands here by a permission that has ended."""
    source = page.source
    if source is not None and source.permission_has_ended:
        sentence = _("Ask “%(source)s” for a new permission: the one on file ended on %(day)s.")
        said = sentence % {
            "source": source.name,
            "day": date_format(source.permission_until, "SHORT_DATE_FORMAT"),
        }
        yield Finding(Severity.SHOULD, said, places.field(page, "source"), address_of(source))


def address_of(source: Any) -> str:
    """Return where the record of a source is edited."""
    return str(reverse("wagtailsnippets_provenance_source:edit", args=[source.pk]))
