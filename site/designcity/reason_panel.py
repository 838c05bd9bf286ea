"""The place in a page's form where somebody who may gives the reason to publish it all the same."""

from typing import Any

from wagtail.admin.panels import Panel

REASON = "reason_to_publish"
"""The name of the typed reason in what the form sends."""


class ReasonPanel(Panel):
    """Shown when publishing was refused and who sent the form may decide: checks set `form.to_decide`."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/panels/reason.html"

        def is_shown(self) -> bool:
            return bool(getattr(self.form, "to_decide", None))

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {
                "name": REASON,
                "reason": self.form.data.get(REASON, ""),
                "findings": self.form.to_decide,
            }
