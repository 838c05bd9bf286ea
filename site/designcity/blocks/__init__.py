"""The blocks of page bodies, by theme; a page type composes its body from these lists.

A block, its template, its style and its test carry its name here. The chooser shows the groups in this order.
"""

from designcity.blocks.cards import CampaignCards, InstitutionCards, NewsCards, PublicationCards
from designcity.blocks.facts import AtAGlance, Figures, Steps, Timeline
from designcity.blocks.links import Button, Downloads
from designcity.blocks.media import Gallery, Picture
from designcity.blocks.occasions import CallCards, EventCards
from designcity.blocks.people import People, Programme
from designcity.blocks.places import InstitutionMap
from designcity.blocks.tables import Table
from designcity.blocks.text import CallOut, Heading, Questions, Quote, Text
from designcity.blocks.video import Video

BODY = [
    ("heading", Heading()),
    ("text", Text()),
    ("quote", Quote()),
    ("call_out", CallOut()),
    ("questions", Questions()),
    ("picture", Picture()),
    ("gallery", Gallery()),
    ("video", Video()),
    ("at_a_glance", AtAGlance()),
    ("figures", Figures()),
    ("table", Table()),
    ("steps", Steps()),
    ("timeline", Timeline()),
    ("people", People()),
    ("programme", Programme()),
    ("news_cards", NewsCards()),
    ("institution_cards", InstitutionCards()),
    ("campaign_cards", CampaignCards()),
    ("event_cards", EventCards()),
    ("call_cards", CallCards()),
    ("publication_cards", PublicationCards()),
    ("institution_map", InstitutionMap()),
    ("button", Button()),
    ("downloads", Downloads()),
]
