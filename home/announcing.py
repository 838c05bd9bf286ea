"""The mails that announce to the office what came in by the contact form."""

from typing import Any

from django.db import models
from wagtail.contrib.forms.models import FormSubmission

from designcity.mails.kept import KeptMail
from designcity.mails.letters import Letter


class ContactMail(KeptMail):
    """The mail about one message; it goes with the message."""

    submission = models.OneToOneField(FormSubmission, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"{self.submission}"

    @property
    def recipients(self) -> list[str]:
        return [address.strip() for address in self._page.to_address.split(",") if address.strip()]

    def letter(self) -> Letter:
        page, answers = self._page, self.submission.form_data
        said = [
            f"{label}: {_words(answers[name])}" for name, label in page.get_data_fields() if name in answers
        ]
        return Letter(page.subject, "\n".join(said), page.from_address)

    @property
    def _page(self) -> Any:
        return self.submission.page.specific


def _words(answer: Any) -> str:
    return ", ".join(answer) if isinstance(answer, list) else str(answer)
