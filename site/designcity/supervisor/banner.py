"""What the demo says when it is up."""

from collections.abc import Mapping
from pathlib import Path

from designcity.servers import ports
from designcity.supervisor.environment import ACCOUNTS


def show(port: int, kept: Mapping[str, str], state: Path, why_no_search: str) -> None:
    """Print the addresses, the log-ins and where the data is."""
    address = f"http://{ports.LOOPBACK}:{port}/"
    lines = [
        "",
        f"  Site       {address}",
        f"  Editors    {address}admin/",
        "",
        *(f"  {name:<12}{kept[name]}" for name in ACCOUNTS),
        "",
        f"  Data and logs: {state}",
        "  Ctrl-C stops everything; nothing is lost.",
        "",
    ]
    if why_no_search:
        lines.insert(1, f"  Search from the database: {why_no_search}\n")
    print("\n".join(lines), flush=True)
