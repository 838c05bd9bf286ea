"""The plan: which commands are run again and again, and when. This is the one list of them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pace:
    """How often: after so many seconds, or once a day, from an hour of the site's clock on.

    What is done once a day is looked at just as often, so that what failed is soon tried again.
    """

    words: str
    seconds: float
    hour: int | None = None


@dataclass(frozen=True)
class Lane:
    """Commands that are run one after the other; no lane waits for another one."""

    pace: Pace
    commands: tuple[str, ...]


EACH_MINUTE = Pace("each minute", 60.0)
EACH_QUARTER = Pace("each quarter of an hour", 15 * 60.0)
EACH_NIGHT = Pace("each night at 3:00", 15 * 60.0, hour=3)
EACH_MORNING = Pace("each morning at 7:00", 15 * 60.0, hour=7)

# Each lane may hold a connection to the database: fewer than the pool of the production settings has.
LANES = (
    Lane(EACH_MINUTE, ("publish_scheduled",)),
    Lane(EACH_MINUTE, ("finish_takedowns",)),
    Lane(EACH_MINUTE, ("carry_on_jobs",)),
    Lane(EACH_QUARTER, ("send_waiting_mails",)),
    Lane(EACH_QUARTER, ("translation_board settle",)),
    Lane(EACH_NIGHT, ("search forget", "forget_draft_links", "forget_requests", "forget_takedowns")),
    Lane(EACH_MORNING, ("remind_requests", "remind_translators", "mail_what_runs_out")),
)
