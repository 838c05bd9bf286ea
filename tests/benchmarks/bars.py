"""The figures of the search, each beside what it has to reach."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured figure; without a bar it is for information."""

    name: str
    value: float
    unit: str = ""
    least: float | None = None
    most: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether it reaches its bar."""
        return (self.least is None or self.value >= self.least) and (
            self.most is None or self.value <= self.most
        )

    @property
    def bar(self) -> str:
        """The bar in words."""
        if self.least is not None:
            return f"at least {self.least:g}"
        return f"at most {self.most:g}" if self.most is not None else ""


def table(figures: Iterable[Figure]) -> str:
    """Return the figures as lines of a table."""
    return "\n".join(
        f"{figure.name:<62} {_number(figure.value):>9} {figure.unit:<6} {figure.bar:<14} "
        f"{'' if not figure.bar else 'met' if figure.is_met else 'MISSED'}".rstrip()
        for figure in figures
    )


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"
