"""What Wagtail and wagtail-localize show in Chinese: their own catalogues and ours together lack nothing."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import django
import polib
import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation.trans_real import DjangoTranslation
from wagtail.admin.localization import get_js_translation_strings

OWN = Path(settings.LOCALE_PATHS[0])
UPSTREAM = OWN.parent / "upstream"
CHINESE = Path("zh_Hans", "LC_MESSAGES")
CORRECTION = "Corrects: "
"""How an entry that upstream translates begins its comment, before what upstream says."""
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sdr]|%\(\w+\)r|\{\w*\}|<[^>]+>")
LATIN = re.compile(r"[A-Za-z]{4,}")
NAMES = {
    "Wagtail": "the product, named so in its own Chinese catalogue",
    "Localize": "the other half of the name Wagtail Localize",
    "JavaScript": "a programming language",
}
OTHER_SENSE = {
    "All": "the site's filters say 全部, and so may Wagtail's",
    "Changes requested": "要求修改 is the newsroom's word",
    "Name": "名称, where Wagtail says 名字, which is a person's",
    "Next": "下一页 is said of pages, as in Wagtail's lists",
    "Previous": "上一页 is said of pages, as in Wagtail's lists",
    "Text": "文字 of a block, where Django's admin says 文本",
    "Today": "今天, as people say it",
    "Updated": "更新时间 heads a column, as in Wagtail's lists",
    "(optional)": "（选填） is what forms say",
    "group": "用户组, as good as 组",
    "day": "日期 of a bundle or event; no filter of Wagtail's shows it",
    "description": "说明, as good as 描述",
}
"""Words that the site's own catalogue says otherwise than upstream, for both."""


class Catalogue(NamedTuple):
    """One of ours, and where its application keeps its own."""

    package: str
    domain: str
    place: Path

    @property
    def ours(self) -> list[polib.POEntry]:
        """Our entries; empty where nothing is missing upstream."""
        path = UPSTREAM / self.package / "locale" / CHINESE / f"{self.domain}.po"
        return list(polib.pofile(str(path))) if path.exists() else []

    @property
    def english(self) -> list[polib.POEntry]:
        """Upstream's entries in their order; django-filter's stand in Chinese where Django does not look."""
        language = "zh_CN" if self.package == "django_filters" else "en"
        path = self.place / language / "LC_MESSAGES" / f"{self.domain}.po"
        return [entry for entry in polib.pofile(str(path)) if not entry.obsolete]

    @property
    def chinese(self) -> dict[Any, str]:
        """What upstream's compiled catalogue says, by context and msgid."""
        path = self.place / CHINESE / f"{self.domain}.mo"
        entries = polib.mofile(str(path)) if path.exists() else []
        said = {_key(entry): _text(entry) for entry in entries}
        return {key: text for key, text in said.items() if text}


def _key(entry: Any) -> tuple[str | None, str]:
    return entry.msgctxt, entry.msgid


def _text(entry: Any) -> str:
    return str(entry.msgstr_plural.get(0, "") if entry.msgid_plural else entry.msgstr)


def _places() -> Iterator[tuple[str, Path]]:
    """Yield where the applications keep their catalogues, the one that is asked first before the others."""
    for app in apps.get_app_configs():
        if OWN.parent not in Path(app.path).parents and Path(app.path) != OWN.parent:
            yield app.name, Path(app.path) / "locale"
    yield "django.conf", Path(django.__file__).parent / "conf" / "locale"


def _catalogues() -> list[Catalogue]:
    """Return every catalogue of Wagtail and wagtail-localize, and each other one that we complete."""
    return [
        Catalogue(package, domain, place)
        for package, place in _places()
        for domain in ("django", "djangojs")
        if (package.startswith("wagtail") and (place / "en" / "LC_MESSAGES" / f"{domain}.po").exists())
        or (UPSTREAM / package / "locale" / CHINESE / f"{domain}.po").exists()
    ]


CATALOGUES = _catalogues()
each = pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda one: f"{one.package}-{one.domain}")


def test_the_catalogues_of_what_editors_use_are_looked_at() -> None:
    found = {(catalogue.package, catalogue.domain) for catalogue in CATALOGUES}
    assert {("wagtail", "django"), ("wagtail.admin", "djangojs"), ("wagtail_localize", "djangojs")} <= found


def test_every_file_of_ours_belongs_to_an_installed_application() -> None:
    ours = set(UPSTREAM.rglob("*.po"))
    assert ours == {
        UPSTREAM / one.package / "locale" / CHINESE / f"{one.domain}.po" for one in CATALOGUES if one.ours
    }


@each
def test_every_string_has_a_chinese_translation(catalogue: Catalogue) -> None:
    translated = catalogue.chinese.keys() | {_key(entry) for entry in catalogue.ours}
    assert [entry.msgid for entry in catalogue.english if _key(entry) not in translated] == []


@each
def test_no_entry_of_ours_is_obsolete(catalogue: Catalogue) -> None:
    """One that upstream says too quotes what it corrects: when upstream changes that, it is looked at anew."""
    known, said = {_key(entry) for entry in catalogue.english}, catalogue.chinese
    gone = [entry.msgid for entry in catalogue.ours if _key(entry) not in known]
    said_there = [
        entry.msgid
        for entry in catalogue.ours
        if _key(entry) in said and entry.tcomment != CORRECTION + said[_key(entry)].strip()
    ]
    assert (gone, said_there) == ([], [])


@each
def test_entries_stand_in_upstreams_order_and_form(catalogue: Catalogue) -> None:
    plurals = {_key(entry): entry.msgid_plural for entry in catalogue.english}
    ours = [_key(entry) for entry in catalogue.ours]
    assert ours == [key for key in plurals if key in set(ours)]
    assert [e.msgid for e in catalogue.ours if e.msgid_plural != plurals[_key(e)]] == []
    assert [e.msgid for e in catalogue.ours if e.msgid_plural and set(e.msgstr_plural) != {0}] == []


@pytest.mark.parametrize("path", sorted(UPSTREAM.rglob("*.po")), ids=lambda path: path.parts[-5])
def test_a_header_names_package_version_and_plural_forms(path: Path) -> None:
    metadata = polib.pofile(str(path)).metadata
    assert metadata["Language"] == "zh_Hans"
    assert metadata["Plural-Forms"] == "nplurals=1; plural=0;"
    assert re.fullmatch(r"[\w-]+ \d+(\.\d+)+", metadata["Project-Id-Version"])


@each
def test_placeholders_and_tags_survive_the_translation(catalogue: Catalogue) -> None:
    for entry in catalogue.ours:
        original = entry.msgid_plural or entry.msgid
        assert sorted(PLACEHOLDER.findall(_text(entry))) == sorted(PLACEHOLDER.findall(original))


@each
def test_translations_hold_no_english_words(catalogue: Catalogue) -> None:
    words = {word for e in catalogue.ours for word in LATIN.findall(PLACEHOLDER.sub("", _text(e)))}
    assert words - set(NAMES) == set()


def _said(spoken: Any, entry: polib.POEntry) -> str | None:
    key = f"{entry.msgctxt}\x04{entry.msgid}" if entry.msgctxt else entry.msgid
    found = spoken._catalog.get((key, 0) if entry.msgid_plural else key)
    return None if found is None else str(found)


@each
def test_what_is_said_is_ours_and_the_sites_own_words_go_before(catalogue: Catalogue) -> None:
    spoken = DjangoTranslation("zh-hans", domain=catalogue.domain)
    others = {e.msgid for e in catalogue.ours if _said(spoken, e) != _text(e)}
    assert others - set(OTHER_SENSE) == set()


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_ours_change_no_word_of_upstream_but_what_they_correct(domain: str) -> None:
    """The same string may stand in several applications: what the first of them says is what was shown."""
    shown: dict[Any, str] = {}
    for one in (Catalogue(package, domain, place) for package, place in _places()):
        shown = one.chinese | shown
    changed = {
        entry.msgid
        for one in CATALOGUES
        if one.domain == domain
        for entry in one.ours
        if shown.get(_key(entry), _text(entry)) != _text(entry) and not entry.tcomment.startswith(CORRECTION)
    }
    assert changed == set()


def test_the_sites_own_words_do_not_change_wagtails_unnoticed() -> None:
    """The site's catalogue is asked first, for their strings too: a word with another sense needs a context."""
    theirs: dict[Any, str] = {}
    for one in CATALOGUES:
        if one.domain == "django":
            theirs |= {_key(entry): _text(entry) for entry in one.ours} | one.chinese
    own = {_key(entry): _text(entry) for entry in polib.pofile(str(OWN / CHINESE / "django.po"))}
    differing = {key[1] for key, text in own.items() if theirs.get(key, text) != text}
    assert differing - set(OTHER_SENSE) == set()


def test_scripts_get_our_words(client: Client) -> None:
    with translation.override("zh-hans"):
        admin = client.get(reverse("wagtailadmin_javascript_catalog")).content.decode()
        strings = str(get_js_translation_strings())
    assert json.dumps("正在自动保存…") in admin
    assert LATIN.findall(PLACEHOLDER.sub("", re.sub(r"'[A-Z_]+':", "", strings))) == []


@pytest.mark.django_db
def test_the_translation_editors_script_gets_our_words(admin_client: Client) -> None:
    address = reverse("wagtail_localize:javascript_catalog")
    catalogue = admin_client.get(address, headers={"accept-language": "zh-hans"}).content.decode()
    assert json.dumps("正在停止同步翻译") in catalogue
