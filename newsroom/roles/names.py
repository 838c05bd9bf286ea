"""What the groups are called, in the language that the site is written in; editors may rename them."""

from django.conf import settings
from django.utils import translation

from newsroom.roles.models import RoleKey

CHINESE = {
    RoleKey.WRITER: "撰稿人",
    RoleKey.EDITOR: "编辑",
    RoleKey.PUBLISHER: "发布人",
    RoleKey.TRANSLATOR: "译者",
    RoleKey.RIGHTS_OFFICER: "权利专员",
    RoleKey.ADMINISTRATOR: "管理员",
}
ENGLISH = {
    RoleKey.WRITER: "Writers",
    RoleKey.EDITOR: "Editors",
    RoleKey.PUBLISHER: "Publishers",
    RoleKey.TRANSLATOR: "translators",
    RoleKey.RIGHTS_OFFICER: "Rights officers",
    RoleKey.ADMINISTRATOR: "Administrators",
}


def group_name(key: RoleKey, language_code: str = "") -> str:
    """Return the name of a role's group, such as 编辑, 英文译者 or English translators."""
    if not settings.LANGUAGE_CODE.startswith("zh"):
        return f"{_language(language_code, 'en')} {ENGLISH[key]}".strip()
    language = _language(language_code, "zh-hans")
    written = f"{language.removesuffix('语')}文" if language.endswith("语") else language
    return f"{written}{CHINESE[key]}"


def _language(language_code: str, named_in: str) -> str:
    if not language_code:
        return ""
    try:
        information = translation.get_language_info(language_code)
    except KeyError:
        return language_code
    with translation.override(named_in):
        return str(translation.gettext(information["name"]))
