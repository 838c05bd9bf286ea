"""What checks found, in a form that tests can compare."""

from collections.abc import Iterable

from newsroom.checks.findings import Finding


def said(findings: Iterable[Finding]) -> list[tuple[str, str, str]]:
    """Return severity, beginning of the sentence (to its first colon, comma or stop) and anchor of each."""
    return [(one.severity.value, begun(str(one.sentence)), one.place.anchor) for one in findings]


def begun(sentence: str) -> str:
    """Return the beginning of a sentence."""
    for sign in ":,.":
        sentence = sentence.split(sign)[0]
    return sentence
