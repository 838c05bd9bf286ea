"""The blocks of page bodies, by theme; a page type composes its body from these lists."""

from designcity.blocks.cards import CampaignCards, InstitutionCards, NewsCards
from designcity.blocks.facts import AtAGlance, Figures, Steps
from designcity.blocks.links import Button, Downloads
from designcity.blocks.media import Gallery, Picture
from designcity.blocks.text import CallOut, Heading, Quote, Text

BODY = [
    ("heading", Heading()),
    ("text", Text()),
    ("quote", Quote()),
    ("call_out", CallOut()),
    ("picture", Picture()),
    ("gallery", Gallery()),
    ("at_a_glance", AtAGlance()),
    ("figures", Figures()),
    ("steps", Steps()),
    ("button", Button()),
    ("downloads", Downloads()),
    ("news_cards", NewsCards()),
    ("institution_cards", InstitutionCards()),
    ("campaign_cards", CampaignCards()),
]
