"""English word forms, good enough for the words of `vocabulary.py`."""

_IRREGULAR = {
    "child": "children",
    "young person": "young people",
    "lens": "lenses",
    "waste bin": "waste bins",
}
_PAST = {"lend": "lent", "film": "filmed", "draw": "drew"}
_DOUBLED = ("plan",)
_HISSING = ("s", "x", "z", "ch", "sh")


def plural(word: str) -> str:
    """Return the plural of a noun, which is also what he, she or it does: box, boxes; study, studies."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(_HISSING):
        return word + "es"
    return word[:-1] + "ies" if _ends_in_consonant_and_y(word) else word + "s"


def past(verb: str) -> str:
    """Return the past of a verb: study, studied; plan, planned."""
    if verb in _PAST:
        return _PAST[verb]
    if verb.endswith("e"):
        return verb + "d"
    if _ends_in_consonant_and_y(verb):
        return verb[:-1] + "ied"
    return f"{verb}{verb[-1] if verb in _DOUBLED else ''}ed"


def participle(verb: str) -> str:
    """Return what is being done: make, making; plan, planning."""
    if verb.endswith("e"):
        return verb[:-1] + "ing"
    return f"{verb}{verb[-1] if verb in _DOUBLED else ''}ing"


def _ends_in_consonant_and_y(word: str) -> bool:
    return word.endswith("y") and word[-2] not in "aeiou"
