"""What the data files refer to by name: pages, pictures, files and terms."""

from typing import Any

from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.models import Page

from designcity.demo.errors import DemoError
from designcity.terms import Term


class Lookup:
    """Everything loaded so far, by the names that the data files use."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.images: dict[str, Model] = {}
        self.alts: dict[str, dict[str, str]] = {}
        self.documents: dict[str, Model] = {}
        self.terms: dict[tuple[type[Model], str], Term] = {}

    def page(self, key: str) -> Page:
        """Return the Chinese page of a sheet."""
        return _found(self.pages, key, f"page “{key}”")

    def image(self, key: str) -> Model:
        """Return the image of a picture."""
        return _found(self.images, key, f"picture “{key}”")

    def document(self, key: str) -> Model:
        """Return the document of a file."""
        return _found(self.documents, key, f"file “{key}”")

    def term(self, model: type[Model], slug: str) -> Term:
        """Return the Chinese term with an address."""
        return _found(self.terms, (model, slug), f"{model._meta.model_name} “{slug}”")

    def related(self, model: type[Model], key: str) -> Model:
        """Return what `key` names among the records of a model."""
        if issubclass(model, Page):
            return self.page(key)
        if issubclass(model, Term):
            return self.term(model, key)
        if issubclass(model, get_document_model()):
            return self.document(key)
        return self.image(key)


def _found(things: dict[Any, Any], key: Any, name: str) -> Any:
    if key not in things:
        raise DemoError(f"The demo content names the {name}, which does not exist.")
    return things[key]
