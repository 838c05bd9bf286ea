"""Writing pages: a new one in few queries, one that is there as a new version."""

from itertools import count
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.signals import page_published

from designcity import pinyin
from designcity.addresses import readable_slug
from designcity.pages import BasePage
from designcity.pictures import making, tasks
from designcity.streams import stream_fields
from designcity.welcome import remove_welcome_page
from exchange.refusals import Refused
from exchange.sites.form import Row, keys, privacy
from exchange.sites.form.errors import in_one_sentence
from exchange.sites.form.values import read
from exchange.sites.taking.bodies import Pictures, composed
from exchange.sites.taking.filling import fill, give_children
from exchange.sites.taking.inward import Inward
from exchange.sites.taking.planting import Planting
from exchange.sites.taking.taken import Taken
from newsroom.notices.notice import Notice

DATES = ("first_published_at", "last_published_at")
BESIDE = frozenset({"live"})
LONGEST_SLUG = 255
HOME = 2
"""The depth of home pages in the tree."""


class Pages:
    """Writes the rows of pages; parents are kept for one batch, since they count their children."""

    def __init__(self, inward: Inward, pictures: Pictures) -> None:
        self.inward = inward
        self.pictures = pictures
        self.lost: list[str] = []
        self.there: dict[str, Page] = {}
        self.planting = Planting()
        self.log: list[PageLogEntry] = []
        self.types = keys.page_types()
        self.parents: dict[str, Page] = {}
        self.phrases = pinyin.phrases()

    def expect(self, rows: list[Row]) -> None:
        """Look once for the pages of a batch that are there already."""
        self.forget()
        wanted = [parts[0] for row in rows if (parts := keys.parted(row.get("key")))]
        found = Page.objects.filter(translation_key__in=wanted).select_related("locale")
        self.there = {keys.of_version(one.translation_key, one.locale.language_code): one for one in found}

    def settle(self) -> None:
        """Write what is written once for a batch: how many pages stand where, and that they were made."""
        self.planting.settle()
        PageLogEntry.objects.bulk_create(self.log)
        self.log.clear()

    def drop(self, row: Row) -> None:
        """Remove a page that was begun and cannot be completed; one with pages below it stays a draft."""
        self.planting.settle()
        page = self.there.pop(str(row.get("key")), None)
        begun = Page.objects.filter(pk=page.pk, live=False, numchild=0).first() if page else None
        if begun is not None:
            begun.specific.delete()

    def forget(self) -> None:
        """Forget the parents: another batch begins, or a row was rolled back."""
        self.planting.settle()
        self.parents.clear()

    def take(self, row: Row, last: bool) -> Taken:
        """Write a page; one that names what is not there yet stays a draft until its second turn (`last`)."""
        model = self._model(row)
        parts = keys.parted(row.get("key"))
        locale = self.inward.locale(parts[1]) if parts else None
        if parts is None or locale is None:
            raise Refused(_("Its key names no language of this site: “%s”.") % str(row.get("key"))[:80])
        there = self.there.get(keys.of_version(*parts))
        if there is not None or "placeholder_of" in row:
            self.planting.settle()
        if "placeholder_of" in row:
            return self._placeholder(row, there, locale)
        if there is not None and there.specific_class is not model:
            raise Refused(_("There is a page of another type with its key: “%s”.") % there.title)
        if there is None:
            return self._new(row, model(translation_key=parts[0], locale=locale), last)
        return self._again(row, there.specific, last)

    def _model(self, row: Row) -> type[BasePage]:
        model = self.types.get(str(row.get("model")))
        if model is None:
            raise Refused(_("There is no page type “%s”.") % str(row.get("model"))[:80])
        return model

    def _parent(self, row: Row) -> Page:
        key = row.get("parent")
        if key is None:
            remove_welcome_page()
            return Page.get_first_root_node()
        if key not in self.parents:
            number = self.inward.number(Page, key)
            if number is None:
                raise Refused(_("The page above it is not there."))
            self.parents[key] = Page.objects.get(pk=number).specific
        return self.parents[key]

    def _new(self, row: Row, page: BasePage, last: bool) -> Taken:
        parent = self._parent(row)
        if not type(page).can_create_at(parent):
            raise Refused(
                _("%(kind)s cannot stand under “%(parent)s”.")
                % {"kind": type(page)._meta.verbose_name, "parent": parent.title}
            )
        waits = self._fill(page, row, last)
        live = bool(row["fields"].get("live", True)) and not waits
        page.live, page.has_unpublished_changes = live, not live
        self.planting.place(page, parent)
        wanted = page.slug = page.slug or readable_slug(page.title, phrases=self.phrases)
        _checked(lambda: _clean(page))
        self._say_new_address(page, wanted)
        # Below home pages no root of a site needs to be looked for; the log is written for all at once.
        if page.depth > HOME:
            page._is_site_root = False
        page.save(clean=False, log_action=None)
        self.planting.grown(parent)
        self.there[row["key"]] = page
        self.lost += privacy.set_up(page, row.get("private"))
        self._first_version(page, row)
        return Taken(page.pk, True, waits, self.lost)

    def _again(self, row: Row, page: BasePage, last: bool) -> Taken:
        page.alias_of = None
        waits = self._fill(page, row, last)
        live = bool(row["fields"].get("live", True)) and not waits
        parent = self._parent(row)
        self._find_free_address(page, parent)
        if page.get_parent().pk != parent.pk:
            page.move(parent, pos="last-child")
            self.forget()
        self.lost += privacy.set_up(page, row.get("private"))
        revision = _checked(page.save_revision)
        if live:
            revision.publish(skip_permission_checks=True)
        elif page.live and not waits:
            page.unpublish()
        self._keep_dates(page, row)
        self._notice(page, row)
        return Taken(page.pk, False, waits, self.lost)

    def _fill(self, page: BasePage, row: Row, last: bool) -> bool:
        """Fill in the fields and return whether the page waits for others that it names."""
        self.inward.missing = []
        if not isinstance(row.get("fields"), dict):
            raise Refused(_("Its fields have another form than “name: value”."))
        values, self.lost = composed(row, page, self.pictures)
        fill(page, values, self.inward, BESIDE)
        give_children(page, row.get("children"), self.inward)
        waits = bool(self.inward.missing) and not last
        if not waits:
            self.lost += [_("It names something that is not there: %s") % key for key in self.inward.missing]
            _checked(lambda: _check_blocks(page, values))
        page.is_kept_as_draft = waits or not row["fields"].get("live", True)
        return waits

    def _find_free_address(self, page: BasePage, parent: Page) -> None:
        """Give a page that is there an address of its own where the one that it came with is taken."""
        wanted = page.slug = page.slug or readable_slug(page.title, phrases=self.phrases)
        tries = (f"{wanted[: LONGEST_SLUG - 6]}-{number}" for number in count(2))
        while not Page._slug_is_available(page.slug, parent, page):
            page.slug = next(tries)
        self._say_new_address(page, wanted)

    def _say_new_address(self, page: BasePage, wanted: str) -> None:
        if page.slug != wanted:
            self.lost.append(_("Its address was taken: it is “%s” now.") % page.slug)

    def _first_version(self, page: BasePage, row: Row) -> None:
        """Give a new page its version, without the signals by which an editor's draft is looked after."""
        now = timezone.now()
        _know_the_rest(page)
        revision = Revision(
            content_object=page,
            base_content_type=page.get_base_content_type(),
            content=page.serializable_data(),
            object_str=str(page),
            created_at=now,
        )
        Revision.objects.bulk_create([revision])
        page.latest_revision, page.latest_revision_created_at, page.draft_title = revision, now, page.title
        changed: dict[str, Any] = {"latest_revision": revision, "latest_revision_created_at": now}
        changed["draft_title"] = page.title
        self.log.append(_made(page, revision, now))
        if page.live:
            changed["live_revision"] = page.live_revision = revision
            for name in DATES:
                changed[name] = getattr(page, name) or now
                setattr(page, name, changed[name])
        Page.objects.filter(pk=page.pk).update(**changed)
        self._notice(page, row)
        if making.wanted_by(page):
            tasks.make_pictures.enqueue(page.pk)
        if page.live:
            page_published.send(sender=type(page), instance=page, revision=revision)

    def _keep_dates(self, page: BasePage, row: Row) -> None:
        """Keep the dates of publication as the row has them: publishing would set today's."""
        names = [name for name in DATES if row["fields"].get(name)]
        dates = {name: read(Page._meta.get_field(name), row["fields"][name], self.inward) for name in names}
        Page.objects.filter(pk=page.pk).update(**dates)

    def _notice(self, page: BasePage, row: Row) -> None:
        if row.get("notice"):
            notice = Notice.objects.filter(page_id=page.pk).first() or Notice(page_id=page.pk)
            fill(notice, row["notice"], self.inward)
            notice.save()

    def _placeholder(self, row: Row, there: Page | None, locale: Any) -> Taken:
        if there is not None:
            return Taken(there.pk, new=False)
        original = self.inward.number(Page, row["placeholder_of"])
        if original is None:
            raise Refused(_("The page that it stands for is not there."))
        self._parent(row)
        placeholder = Page.objects.get(pk=original).specific.copy_for_translation(locale, alias=True)
        if row.get("slug") and placeholder.slug != row["slug"]:
            placeholder.slug = row["slug"]
            _checked(placeholder.save)
        self.forget()
        return Taken(placeholder.pk, True, lost=privacy.set_up(placeholder, row.get("private")))


def _know_the_rest(page: BasePage) -> None:
    """Say of a new page that it has no other child records, which Wagtail would ask for."""
    given = page.__dict__.get("_cluster_related_objects") or {}
    for relation in get_all_child_relations(type(page)):
        name = relation.get_accessor_name()
        if name not in given:
            setattr(page, name, [])


def _clean(page: BasePage) -> None:
    """Check a new page as it is to be shown; of one that is not, only what the database asks for."""
    page._set_core_field_defaults()
    if page.is_kept_as_draft:
        page.title = page._meta.get_field("title").clean(page.title, page)
        return
    # What foreign keys name was looked up a moment ago.
    page.clean_fields(exclude={field.name for field in page._meta.concrete_fields if field.is_relation})
    page.clean()


def _check_blocks(page: BasePage, values: Row) -> None:
    """Check the blocks that the row brought; what was composed from HTML is looked through by the newsroom."""
    for field in stream_fields(page):
        if values.get(field.name):
            field.stream_block.clean(field.value_from_object(page))


def _made(page: BasePage, revision: Revision, now: Any) -> PageLogEntry:
    action = "wagtail.publish" if page.live else "wagtail.create"
    return PageLogEntry(
        content_type=page.cached_content_type,
        page_id=page.pk,
        label=page.get_admin_display_title(),
        action=action,
        timestamp=now,
        revision=revision,
        content_changed=True,
    )


def _checked(write: Any) -> Any:
    try:
        return write()
    except ValidationError as error:
        raise Refused(in_one_sentence(error)) from error
