"""The search backend of the editors' interface: Wagtail's, which the database stands in for when it fails."""

from collections.abc import Callable, Iterable
from functools import reduce
from operator import or_
from typing import Any, ClassVar, TypeVar

from django.db.models import Count, Q, QuerySet
from wagtail.search.backends.elasticsearch9 import (
    Elasticsearch9Mapping,
    Elasticsearch9SearchBackend,
    Elasticsearch9SearchResults,
)
from wagtail.search.index import AutocompleteField, SearchField, get_indexed_models
from wagtail.search.query import PlainText

from search.elasticsearch.breaker import Breaker
from search.elasticsearch.client import SearchUnavailable

Answer = TypeVar("Answer")
breaker = Breaker()


class EditorsResults(Elasticsearch9SearchResults):
    """Results that come from the database, plainer, while Elasticsearch does not answer."""

    def _do_search(self) -> Iterable[Any]:
        return self._answered(lambda: list(super(EditorsResults, self)._do_search()), self._plain_page)

    def _do_count(self) -> int:
        return self._answered(super()._do_count, lambda: len(self._plain_page()))

    def facet(self, field_name: str) -> dict[Any, int]:
        """Return how many results there are for each value of a field."""
        return self._answered(
            lambda: super(EditorsResults, self).facet(field_name),
            lambda: dict(self._plain().order_by().values_list(field_name).annotate(Count("pk"))),
        )

    def _answered(self, ask: Callable[[], Answer], fall_back: Callable[[], Answer]) -> Answer:
        try:
            with breaker.guard():
                return ask()
        except SearchUnavailable:
            return fall_back()

    def _plain_page(self) -> list[Any]:
        return list(self._plain()[self.start : self.stop])

    def _plain(self) -> QuerySet:
        """Return the objects in which every word of the query stands somewhere."""
        queryset: QuerySet = self.query_compiler.queryset
        query = self.query_compiler.query
        if not isinstance(query, PlainText):
            return queryset
        names = _text_fields(queryset.model)
        if not names:
            return queryset.none()
        return queryset.filter(*(_somewhere(names, word) for word in query.query_string.split()))


class EditorsMapping(Elasticsearch9Mapping):
    """Wagtail's mapping; what is typed is cut as words are, where Wagtail splits Han text into characters."""

    edgengram_analyzer_config: ClassVar[dict[str, str]] = {
        "analyzer": "edgengram_analyzer",
        "search_analyzer": "default_search",
    }


class SearchBackend(Elasticsearch9SearchBackend):
    """Named in WAGTAILSEARCH_BACKENDS."""

    mapping_class = EditorsMapping
    results_class = EditorsResults

    def lacks(self) -> list[str]:
        """Return the indices that Elasticsearch doesn't have yet."""
        wanted = {self.get_index_for_model(model).name for model in get_indexed_models()}
        return sorted(name for name in wanted if not self.es.indices.exists(index=name))


def _somewhere(names: list[str], word: str) -> Q:
    return reduce(or_, (Q(**{f"{name}__icontains": word}) for name in names))


def _text_fields(model: Any) -> list[str]:
    """Return the model's own columns of text among what it has searched."""
    columns = {field.name for field in model._meta.get_fields() if field.concrete and not field.is_relation}
    fields = [
        field for field in model.get_search_fields() if isinstance(field, SearchField | AutocompleteField)
    ]
    return sorted({field.field_name for field in fields} & columns)
