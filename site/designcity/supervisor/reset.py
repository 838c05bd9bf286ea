"""Removes the demo's data: `make reset`."""

import sys

from designcity.servers import ServerError, places
from designcity.servers.processes import Registry
from designcity.supervisor import environment
from designcity.supervisor.only_one import OnlyOne


def main() -> int:
    """Return 0, or 2 when a demo is running on the data."""
    try:
        state = places.state_folder()
        with OnlyOne(state / "lock", environment.wanted_port()):
            Registry(state / "processes.json").stop_left_over()
            places.remove(places.socket_folder(state))
            places.remove(state)
    except ServerError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"Removed {state}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
