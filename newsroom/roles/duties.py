"""What each role may do, as names of permissions.

Pages are given on the tree, so that new page types are included by themselves; records by rule, so that those
of later apps are included when they come.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wagtail import hooks
from wagtail.models import TranslatableMixin
from wagtail.snippets.models import get_snippet_models

from designcity.site_texts import SiteTexts
from newsroom.roles.languages import TRANSLATE
from newsroom.roles.models import RoleKey

CHOOSE_FILES = ("wagtailimages.choose_image", "wagtaildocs.choose_document")
ADD_FILES = (*CHOOSE_FILES, "wagtailimages.add_image", "wagtaildocs.add_document")
CHANGE_FILES = (*ADD_FILES, "wagtailimages.change_image", "wagtaildocs.change_document")
DELETE_FILES = (*CHANGE_FILES, "wagtailimages.delete_image", "wagtaildocs.delete_document")
ENTER = "wagtailadmin.access_admin"
BUNDLES = (
    *(f"newsroom.{action}_bundle" for action in ("view", "add", "change", "delete")),
    "newsroom.view_schedulefailure",
)
SEARCHES = ("search.view_searchcount", "search.view_missedsearch")
RIGHTS = ("provenance.see_rights_report",)
DECIDE_ON_RIGHTS = ("provenance.add_source", "provenance.change_source", "provenance.override_rights")
TAKEDOWNS = ("removals.see_taken_down", "removals.take_down")
GLOSSARY = tuple(f"translating.{action}_glossaryterm" for action in ("view", "add", "change"))
MEMORY = ("translating.view_entry", "translating.add_entry")
SITE_TEXTS = ("designcity.view_sitetexts", "designcity.change_sitetexts")

REQUESTS = ("removals.view_removalrequest", "removals.change_removalrequest")


@dataclass(frozen=True)
class Duties:
    """What a role may do: with pages, on the whole tree or in its own language; with files; with records."""

    pages: tuple[str, ...] = ()
    in_every_language: bool = True
    files: tuple[str, ...] = ()
    names: tuple[str, ...] = (ENTER,)
    records: tuple[str, ...] = ()
    only_translated_records: bool = False

    def all_names(self, known: Iterable[str]) -> set[str]:
        """Return the permissions that hold everywhere, of those that are known; `*` stands for all."""
        if "*" in self.names:
            return {name for name in known if name.partition(".")[0] not in UNSEEN}
        return {*self.names, *_on_records(self.records, self.only_translated_records)} & set(known)


UNSEEN = {"contenttypes", "sessions", "django_tasks_database", "taggit"}
"""Apps whose records nobody sees, so that not even administrators need permissions on them."""

DUTIES = {
    RoleKey.WRITER: Duties(
        pages=("add",),
        in_every_language=False,
        files=CHANGE_FILES,
        names=(ENTER, "news.add_tag", "provenance.add_source"),
        records=("view",),
        only_translated_records=True,
    ),
    RoleKey.EDITOR: Duties(
        pages=("add", "change", "lock", "unlock"),
        files=CHANGE_FILES,
        names=(ENTER, TRANSLATE, *BUNDLES, *SEARCHES, *RIGHTS),
        records=("view", "add", "change"),
    ),
    RoleKey.PUBLISHER: Duties(
        pages=("add", "change", "publish", "lock", "unlock"),
        files=DELETE_FILES,
        names=(ENTER, TRANSLATE, *BUNDLES, *SEARCHES, *RIGHTS, *SITE_TEXTS, "search.change_missedsearch"),
        records=("view", "add", "change", "delete", "publish"),
    ),
    RoleKey.TRANSLATOR: Duties(
        pages=("change",),
        in_every_language=False,
        files=CHOOSE_FILES,
        names=(ENTER, TRANSLATE, *GLOSSARY, *MEMORY, *SITE_TEXTS),
        records=("view", "change"),
        only_translated_records=True,
    ),
    RoleKey.RIGHTS_OFFICER: Duties(
        files=DELETE_FILES,
        names=(ENTER, *RIGHTS, *DECIDE_ON_RIGHTS, *REQUESTS, *TAKEDOWNS),
        records=("view",),
        only_translated_records=True,
    ),
    RoleKey.ADMINISTRATOR: Duties(
        pages=("add", "change", "publish", "bulk_delete", "lock", "unlock"), files=DELETE_FILES, names=("*",)
    ),
}


def _on_records(actions: tuple[str, ...], only_translated: bool) -> Iterator[str]:
    hooks.search_for_hooks()  # apps say there which records are edited
    for model in get_snippet_models():
        # The texts of the site are one record for each language, and stand on every page.
        if model is not SiteTexts and (not only_translated or issubclass(model, TranslatableMixin)):
            for action in actions:
                yield f"{model._meta.app_label}.{action}_{model._meta.model_name}"
