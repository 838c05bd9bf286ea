"""Writing languages, old addresses and where the site begins."""

from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import LocaleSynchronization

from designcity.pages import BasePage
from exchange.refusals import Refused
from exchange.sites.form import Row
from exchange.sites.form.richtext import is_harmless
from exchange.sites.taking.inward import Inward
from exchange.sites.taking.taken import Taken

LONGEST = 255


class Places:
    """Writes the rows of languages, redirects and sites."""

    def __init__(self, inward: Inward) -> None:
        self.inward = inward

    def language(self, row: Row, last: bool) -> Taken:
        """See that a language is there, and that its pages follow those of another one."""
        code = str(row.get("key"))
        if code not in dict(settings.LANGUAGES):
            raise Refused(
                _("This site is not offered in the language “%s”: see LANGUAGES_OFFERED.") % code[:20]
            )
        locale, new = Locale.objects.get_or_create(language_code=code)
        if row.get("follows") and (source := Locale.objects.filter(language_code=row["follows"]).first()):
            LocaleSynchronization.objects.get_or_create(locale=locale, defaults={"sync_from": source})
        return Taken(locale.pk, new)

    def redirect(self, row: Row, last: bool) -> Taken:
        """Lead an old address to its page; one that leads to itself is none."""
        old = Redirect.normalise_path(str(row.get("key") or ""))
        if len(old) < 2 or len(old) > LONGEST:
            raise Refused(_("This is no address that can be redirected: “%s”.") % old[:80])
        page = self.inward.number(Page, row["to_page"]) if row.get("to_page") else None
        if row.get("to_page") and page is None:
            return self._without_page(last)
        address = str(row.get("to_address") or "")
        if page is None and not is_harmless(address):
            raise Refused(_("The redirect leads nowhere."))
        redirect, new = Redirect.objects.update_or_create(
            old_path=old,
            site=None,
            defaults={
                "redirect_page_id": page,
                "redirect_page_route_path": str(row.get("to_route") or ""),
                "redirect_link": "" if page else address[:LONGEST],
                "is_permanent": bool(row.get("permanent", True)),
            },
        )
        return Taken(redirect.pk, new)

    def site(self, row: Row, last: bool) -> Taken:
        """Let a site that shows no page of its own begin at the home page that came in; keep any other."""
        there = Site.objects.filter(is_default_site=True).first()
        if there and issubclass(there.root_page.specific_class or Page, BasePage):
            return Taken(there.pk, new=False)
        number = self.inward.number(Page, row.get("root"))
        if number is None:
            return self._without_page(last)
        address = urlsplit(settings.SITE_URL)
        port = address.port or (443 if address.scheme == "https" else 80)
        site, new = Site.objects.update_or_create(
            is_default_site=True,
            defaults={
                "hostname": address.hostname,
                "port": port,
                "root_page_id": number,
                "site_name": str(row.get("name") or "")[:LONGEST],
            },
        )
        return Taken(site.pk, new)

    def _without_page(self, last: bool) -> Taken:
        if last:
            raise Refused(_("The page to which it leads is not there."))
        return Taken(0, new=False, waits=True)
