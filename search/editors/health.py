"""How Elasticsearch is, asked with little patience: an editor waits for the answer."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from elasticsearch import ApiError, Elasticsearch, TransportError

from search.elasticsearch import client as elasticsearch
from search.elasticsearch import indices

STATUSES = {
    "green": _("Everything is in order."),
    "yellow": _("It works, but copies of some data are missing: a node is away or too few are set up."),
    "red": _("Part of the data cannot be read: see Elasticsearch's log, then build the indices anew."),
}


@dataclass(frozen=True)
class Health:
    """What Elasticsearch says of itself."""

    status: str
    version: str
    free_bytes: int
    total_bytes: int
    documents: dict[str, int | None]
    """How many documents each language's index holds; None where there is no index."""

    @property
    def sentence(self) -> Any:
        """The status in words."""
        return STATUSES.get(self.status, self.status)


def health() -> Health | None:
    """Ask Elasticsearch how it is; None if it does not answer or there is none."""
    if not elasticsearch.configured():
        return None
    try:
        return _ask(elasticsearch.prompt())
    except (TransportError, ApiError):
        return None


def _ask(client: Elasticsearch) -> Health:
    status = str(client.cluster.health().body["status"])
    nodes = client.nodes.stats(metric="fs").body["nodes"].values()
    disks = [node["fs"]["total"] for node in nodes if "total" in node.get("fs", {})]
    return Health(
        status=status,
        version=str(client.info().body["version"]["number"]),
        free_bytes=sum(disk["available_in_bytes"] for disk in disks),
        total_bytes=sum(disk["total_in_bytes"] for disk in disks),
        documents={code: _documents(client, code) for code in indices.languages()},
    )


def _documents(client: Elasticsearch, language: str) -> int | None:
    name = indices.current(client, language)
    return None if name is None else int(client.count(index=name).body["count"])
