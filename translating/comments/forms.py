"""What is sent when somebody comments or settles a thread."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import String, Translation, TranslationContext

from translating.comments.models import Comment


class CommentForm(forms.ModelForm):
    """A comment on a place and what the original says there, both of this translation."""

    text = forms.CharField(label=_("Comment"), max_length=5000, widget=forms.Textarea(attrs={"rows": 3}))

    class Meta:
        model = Comment
        fields = ("context", "string", "text")
        widgets: ClassVar[dict[str, forms.Widget]] = {
            "context": forms.HiddenInput(),
            "string": forms.HiddenInput(),
        }

    def __init__(self, *args: Any, translation: Translation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        source = translation.source
        self.instance.translation = translation
        fields: dict[str, Any] = self.fields
        fields["context"].queryset = TranslationContext.objects.filter(object=source.object_id)
        fields["string"].queryset = String.objects.filter(locale=source.locale_id)


class SettleForm(forms.Form):
    """The comments of a thread that are settled now, or are not after all."""

    comments = forms.ModelMultipleChoiceField(queryset=Comment.objects.none())
    open = forms.BooleanField(required=False)

    def __init__(self, *args: Any, translation: Translation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["comments"].queryset = Comment.objects.of(translation)
