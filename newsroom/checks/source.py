"""Whether readers learn where a piece comes from."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from newsroom.checks import places
from newsroom.checks.findings import Finding, Severity


def check(page: Any) -> Iterator[Finding]:
    """Say what a reposted piece lacks of its source, and when nobody answers for a piece of the site's own."""
    if not places.has(page, "source_kind", "source", "source_url"):
        return
    if page.is_repost and page.source_id is None:
        sentence = _("Say who the reposted piece comes from.")
        yield Finding(Severity.MUST, sentence, places.field(page, "source"))
    elif page.is_repost and not page.source_url.strip():
        sentence = _("Give the address where the piece was first published, so that readers can check it.")
        yield Finding(Severity.SHOULD, sentence, places.field(page, "source_url"))
    elif not page.is_repost and not (page.author.strip() or page.editor.strip()):
        sentence = _("Name an author or an editor, so that readers know who answers for the piece.")
        yield Finding(Severity.GOOD, sentence, places.field(page, "author"))
