"""The form of a picture."""

from typing import Any

from wagtail.admin.forms.models import registry
from wagtail.images.forms import BaseImageForm

IN_A_CHOOSER = "image-chooser-upload"
"""What the form's fields begin with where a picture is uploaded while one is chosen."""


class PictureForm(BaseImageForm):
    """Asks for the source as the forms of pages do, by a chooser in which one can be made."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "source" not in self.fields:
            return
        field: Any = self.fields["source"]
        if self.prefix == IN_A_CHOOSER:
            # Opening a second chooser closes the first: there each source is offered once, in a list.
            field.queryset = field.queryset.model.objects.one_of_each(besides=self.instance.source_id)
        else:
            chooser = registry.get(self._meta.model._meta.get_field("source"))["widget"]
            field.widget = chooser() if isinstance(chooser, type) else chooser
            field.widget.is_required = field.required
