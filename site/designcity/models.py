"""The models of the core, so that Django finds them; each lives in the file of its subject."""

from designcity.images import DesignImage, Rendition
from designcity.pictures.models import SharePicture
from designcity.pictures.words import PictureWords
from designcity.pinyin import PinyinPhrase
from designcity.schedule.models import DailyRun
from designcity.site_texts import SiteTexts

__all__ = ["DailyRun", "DesignImage", "PictureWords", "PinyinPhrase", "Rendition", "SharePicture", "SiteTexts"]
