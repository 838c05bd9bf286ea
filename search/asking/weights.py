"""What ranks one answer above another: every weight of the search, with its reason.

Rewards are added once where they apply, and stand far enough apart that a better place always wins over better
statistics; among answers of the same place the statistics decide (how rare the words are, how short the text).
"""

PROMOTED = 1_000_000.0  # editors put it there, in their order

WHOLE_TITLE = 400.0  # the reader typed the title: nothing else can be meant
WHOLE_NAME = 350.0  # or the name of an institution, also the short one
START = 120.0  # the title or a name goes on like that: what people do when they know what they look for
TITLE_PHRASE = 80.0  # the words stand in the title, in this order
NAME_PHRASE = 70.0
ALL_IN_TITLE = 40.0  # all of them stand in the title, in any order
SUMMARY_PHRASE = 20.0  # the summary says what the page is about …
BODY_PHRASE = 10.0  # … the body also mentions other things
AS_TYPED = 30.0  # every word was found as typed: what needed a guess at typing errors comes after it

# How much a word counts, by where it stands.
FIELDS = {"title": 4, "names": 3, "filed": 2, "summary": 2, "elsewhere": 1, "body": 1, "attachments": 1}

# What stands for a word that is not there, below the word itself.
SYNONYM = 0.6  # what editors call the same
TYPED = 3.0  # in suggestions: what is typed stands in the title, before what is only its sound
BEGINNING = 3.0  # a word that goes on as typed
PINYIN_START = 60.0  # the title begins like that in pinyin
PINYIN = 5.0  # or goes on like that somewhere
INITIALS = 3.0  # initials fit many titles by chance
NEARLY = 1.5  # a typing error, by where the right word stands

RECENCY = 4.0  # gently: among equals, this year's news, events and calls before those of years ago
RECENCY_PIVOT = "365d"
