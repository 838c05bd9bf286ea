"""The form of a picture."""

from typing import Any

from wagtail.images.forms import BaseImageForm


class PictureForm(BaseImageForm):
    """Offers each source once, whatever the number of languages; the one that is chosen stays."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "source" in self.fields:
            sources = self.fields["source"].queryset.model.objects
            self.fields["source"].queryset = sources.one_of_each(besides=self.instance.source_id)
