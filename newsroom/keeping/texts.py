"""What the notices above the editors' forms say."""

from django.utils.translation import gettext


def of_notices() -> dict[str, str]:
    """Return the texts by the name that the scripts know them by; `{…}` is filled in there."""
    return {
        "title": gettext("Your words"),
        "out": gettext("You are logged out. What you typed is kept on this computer."),
        "login": gettext("Log in again (new tab)"),
        "other": gettext(
            "Another account is logged in now. What you typed is kept on this computer for your own account."
        ),
        "away": gettext(
            "The connection is lost. What you type is kept on this computer and saved as soon as it is back."
        ),
        "away_by_hand": gettext(
            "The connection is lost. What you type is kept on this computer; "
            "save it when the connection is back."
        ),
        "stays": gettext("Nothing was sent: the form stays open until the server answers."),
        "retry": gettext("Try now"),
        "trouble": gettext(
            "The server could not save. What you type is kept on this computer, and saving is tried again."
        ),
        "locked": gettext("The page is locked now. What you type is kept on this computer."),
        "conflict": gettext(
            "{who} saved a newer version. Your words are not saved by themselves any more; they are kept on "
            "this computer. Save, and both versions are shown to you side by side."
        ),
        "segment": gettext(
            "{who} saved another translation of this sentence meanwhile: “{theirs}”. "
            "Yours is kept on this computer: “{mine}”."
        ),
        "theirs": gettext("Keep theirs"),
        "mine": gettext("Save mine instead"),
        "somebody": gettext("Somebody"),
        "saved": gettext("Saved again, {time}."),
        "ready": gettext("You can save again."),
        "unsaved": gettext("Words of yours from {time} were not saved."),
        "comment": gettext("Comment"),
        "unposted": gettext("A comment of yours from {time} was not posted. Copy it from here."),
        "bring": gettext("Bring them back as a draft"),
        "bring_live": gettext("Bring them back and save"),
        "look": gettext("Look at them"),
        "discard": gettext("Discard"),
        "really": gettext("Discard for good"),
        "same": gettext("Nothing in them differs from what is saved."),
        "full": gettext("This browser cannot keep a copy of this form: save it often."),
    }
