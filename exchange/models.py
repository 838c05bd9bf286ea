"""The models of import and export; each lives in the room of its subject."""

from exchange.sites.models import Imported

__all__ = ["Imported"]
