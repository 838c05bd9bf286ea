"""HTML from outside, reduced to what can be composed or reported."""

import re

import nh3

MOST_CHARACTERS, MOST_ELEMENTS = 4_000_000, 60_000
WORDS = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "br",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "rb",
        "rp",
        "rt",
        "rtc",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    }
)
"""Elements within a line."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
STRUCTURE = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    }
)
EMBEDDED = frozenset({"audio", "canvas", "embed", "iframe", "math", "object", "source", "svg", "video"})
FORMS = frozenset({"button", "form", "input", "select", "textarea"})
DROPPED = frozenset({"script", "style", "template", "noscript", "title", "option"})
"""Elements that go with what stands in them: none of it is for readers."""
ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height", "data-src", "data-original", "data-lazy-src"},
    "iframe": {"src", "title", "data-src"},
    "embed": {"src", "title"},
    "object": {"data"},
    "video": {"src", "title"},
    "audio": {"src", "title"},
    "source": {"src"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "ol": {"start"},
}
SCRIPT = re.compile(r"<script\b|<[a-z][^<>]*[\s/]on[a-z]{3,}\s*=|\bjavascript:", re.IGNORECASE)


def cleaned(html: str) -> str:
    """Return well-formed HTML of known elements and attributes, without anything that runs."""
    return nh3.clean(
        html.replace("\0", ""),
        tags={*WORDS, *HEADINGS, *STRUCTURE, *EMBEDDED, *FORMS, "img"},
        clean_content_tags=set(DROPPED),
        attributes={name: set(allowed) for name, allowed in ATTRIBUTES.items()},
        url_schemes={"http", "https", "mailto", "tel", "data"},
        link_rel=None,
    )


def has_scripts(html: str) -> bool:
    """Whether something in it would have run in a browser."""
    return SCRIPT.search(html) is not None
