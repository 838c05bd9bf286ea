"""The judged pages in the database: the demo, the pairs of the corpus, and distractors beside them."""

import io
import tomllib
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.core.management import call_command
from wagtail.models import Page

from campaigns.models import CampaignPage
from designcity.demo.reading import sheets
from designcity.pages import BasePage
from institutions.models import InstitutionPage
from news.models import ArticlePage
from search.models import SynonymGroup
from tests import pictures
from tests.corpora.pages import put
from tests.corpora.text import Story, Writing
from tests.relevance.distractors import put_distractors
from tests.relevance.filing import Terms, set_up_terms
from tests.relevance.judged import DEMO, Judgements, Pair
from tests.relevance.judgements import HERE
from tests.relevance.places import Places, find_places

Ids = dict[str, dict[str, int]]
"""The ids of the judged pages, by key and language."""

_MODELS: dict[str, type[BasePage]] = {
    "news": ArticlePage,
    "institution": InstitutionPage,
    "campaign": CampaignPage,
}
_NAMESPACE = uuid.UUID("6f0c4f1e-51c6-4d52-9d0b-6a3c0a0d2e11")


def load(judgements: Judgements) -> Ids:
    """Load the demo, the pairs and the distractors into a database without pages; return the judged ids."""
    with pictures.none_made():
        call_command("load_demo", stdout=io.StringIO())
    places = find_places()
    _put_pairs(judgements.pairs, places, set_up_terms())
    put_distractors(places, judgements.queries)
    set_up_synonyms()
    keys = {_translation_key(pair.key): pair.key for pair in judgements.pairs} | dict(_demo_pages())
    return _ids(keys)


def set_up_synonyms() -> None:
    """Set up the groups of synonyms that the queries count on."""
    groups = tomllib.loads((HERE / "synonyms.toml").read_text(encoding="utf-8"))["groups"]
    SynonymGroup.objects.bulk_create(SynonymGroup(words="\n".join(words)) for words in groups)


def _put_pairs(pairs: Iterable[Pair], places: Places, terms: Terms) -> None:
    stories: dict[str, list[Story]] = defaultdict(list)
    for pair in pairs:
        stories[pair.kind].append(_story(pair, terms))
    for kind, of_one_kind in stories.items():
        put(_MODELS[kind], places[kind].values(), of_one_kind)


def _story(pair: Pair, terms: Terms) -> Story:
    writings = {
        language: Writing(text.title, text.summary, text.body, _fields(pair, language, terms))
        for language, text in pair.texts.items()
    }
    return Story(_translation_key(pair.key), writings)


def _fields(pair: Pair, language: str, terms: Terms) -> dict[str, Any]:
    """Return what only pages of the pair's kind have."""
    if pair.kind == "news":
        return {"display_date": pair.date, "category_id": terms.get(("category", pair.category, language))}
    if pair.kind == "campaign":
        return {"starts_on": pair.date}
    district = terms.get(("district", pair.district, language))
    return {"short_name": pair.texts[language].short_name, "district_id": district}


def _translation_key(key: str) -> uuid.UUID:
    return uuid.uuid5(_NAMESPACE, key)


def _demo_pages() -> Iterator[tuple[uuid.UUID, str]]:
    """Yield the translation key of each page of the demo, and its key here."""
    for sheet in sheets():
        model = apps.get_model(sheet.page_type)
        page = model.objects.get(title=sheet.data["title"]["zh"], locale__language_code="zh-hans")
        yield page.translation_key, f"{DEMO}{sheet.where.removesuffix('.toml')}"


def _ids(keys: dict[uuid.UUID, str]) -> Ids:
    found: Ids = defaultdict(dict)
    pages = Page.objects.filter(translation_key__in=keys).values_list(
        "translation_key", "locale__language_code", "pk"
    )
    for translation_key, language, pk in pages:
        found[keys[translation_key]][language] = pk
    return dict(found)
