"""By what results are narrowed, and how many there are of each beside the other choices."""

from dataclasses import dataclass, fields, replace
from typing import Any, Self

MOST_VALUES = 30
FIELDS = {
    "kind": "kind",
    "category": "category",
    "year": "year",
    "institution": "institutions",
    "district": "district",
}
"""The field of the document behind each facet."""


@dataclass(frozen=True)
class Chosen:
    """What a reader narrows the results to; empty means all."""

    kind: str = ""
    category: str = ""
    year: str = ""
    institution: str = ""
    district: str = ""
    sort: str = ""

    def without(self, facet: str) -> Self:
        """Return the choices without one of them."""
        return replace(self, **{facet: ""})

    @property
    def narrowing(self) -> dict[str, str]:
        """The facets that narrow the results, with the chosen value."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in values.items() if value and name in FIELDS}


def filters(chosen: Chosen) -> list[dict[str, Any]]:
    """Return the filters that the choices stand for."""
    return [{"term": {FIELDS[name]: value}} for name, value in chosen.narrowing.items()]


def aggregations(chosen: Chosen) -> dict[str, Any]:
    """Return the counts to ask for: each facet's values among what all the *other* choices leave."""
    return {
        name: {
            "filter": {"bool": {"filter": filters(chosen.without(name))}},
            "aggregations": {"values": {"terms": {"field": field, "size": MOST_VALUES}}},
        }
        for name, field in FIELDS.items()
    }


def counted(response: dict[str, Any]) -> dict[str, dict[str, int]]:
    """Return the counts in a response of Elasticsearch: facet → value → number."""
    found = response.get("aggregations", {})
    return {
        name: {str(bucket["key"]): bucket["doc_count"] for bucket in found[name]["values"]["buckets"]}
        for name in FIELDS
        if name in found
    }
