"""The demo: `python -m designcity.supervisor` brings everything up and keeps it up until Ctrl-C."""

import signal
import sys
from types import FrameType

from designcity.servers import ServerError, places
from designcity.servers.processes import Registry, die_with_parent
from designcity.supervisor import banner, environment
from designcity.supervisor.only_one import OnlyOne
from designcity.supervisor.servers import Servers
from designcity.supervisor.site import Site


def main() -> int:
    """Return 0 after Ctrl-C, 2 when something that cannot be done without cannot be had."""
    die_with_parent()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _as_interrupt)
    try:
        with OnlyOne(places.state_folder() / "lock", environment.wanted_port()):
            return _run()
    except ServerError as error:
        print(f"\n{error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 0


def _run() -> int:
    state = places.state_folder()
    registry = Registry(state / "processes.json")
    if left := registry.stop_left_over():
        print(f"Stopped {left} processes that an earlier start left running.")
    port = environment.free_port()
    try:
        servers = Servers(registry, state)
        site = Site(registry, state, environment.for_site(state, port, servers.database(), servers.search_url))
        site.prepare()
        site.serve()
        servers.wait_for_search()
        site.work(servers.search_url)
        banner.show(port, environment.kept_secrets(state), state, servers.why_no_search)
        site.keep_up()
    except KeyboardInterrupt:
        print("\nStopping …", flush=True)
    finally:
        _ignore_further_interrupts()
        registry.stop_all()
    print("Stopped. Everything is kept: make demo goes on from here.")
    return 0


def _as_interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _ignore_further_interrupts() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)


if __name__ == "__main__":
    sys.exit(main())
