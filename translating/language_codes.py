"""Which language of the site a code in a file means."""

CHINESE = {"zh": "zh-hans", "zh-cn": "zh-hans", "zh-sg": "zh-hans", "zh-tw": "zh-hant", "zh-hk": "zh-hant"}


def normal(code: str) -> str:
    """Return a code as it is compared: without regard to case and region; `zh-CN` is `zh-hans`."""
    code = code.strip().lower().replace("_", "-")
    if code in CHINESE:
        return CHINESE[code]
    return "-".join(code.split("-")[:2]) if code.startswith("zh-han") else code.partition("-")[0]
