"""What is done for publications in the background."""

from django_tasks import task

from publications import covers


@task()
def draw_first_page(document_id: int) -> None:
    """Draw the first page of a document as a picture of the site, or take it away, whichever is due."""
    covers.bring_up_to_date(document_id)
