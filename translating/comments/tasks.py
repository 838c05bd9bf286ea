"""What is done for comments in the background."""

from django_tasks import task

from translating.comments.models import Comment
from translating.comments.telling import tell


@task()
def tell_of(comment_id: int) -> None:
    """Tell who took part; nobody when the comment is gone by now."""
    related = ("author", "string", "translation__target_locale", "translation__source__locale")
    comment = Comment.objects.select_related(*related).filter(pk=comment_id).first()
    if comment is not None:
        tell(comment)
