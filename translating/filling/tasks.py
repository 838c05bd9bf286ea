"""What is filled in while nobody waits for it."""

from django_tasks import task
from wagtail_localize.models import StringTranslation

from translating.filling import repeats


@task()
def fill_repeats(translation_id: int) -> int:
    """Fill in the segments that say the same as one that was translated; return how many."""
    one = StringTranslation.objects.select_related("locale").filter(pk=translation_id).first()
    return repeats.fill_repeats(one) if one else 0
