"""What is filled in while nobody waits for it."""

from django_tasks import task
from wagtail_localize.models import StringTranslation

from translating.filling import repeats


@task()
def fill_repeats(translation_ids: list[int]) -> int:
    """Fill in the segments that say the same as some that were translated; return how many."""
    found = StringTranslation.objects.select_related("locale").filter(pk__in=translation_ids)
    return sum(repeats.fill_repeats(one) for one in found)
