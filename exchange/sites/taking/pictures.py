"""The pictures that HTML shows, found among those that came in."""

import re

from designcity.images import DesignImage
from exchange.sites.taking.inward import Inward

SIZE = re.compile(r"-\d{1,5}x\d{1,5}(?=\.\w+$)")
"""What WordPress adds to the name of a smaller copy."""


class Pictures:
    """Gives the picture that came from an address."""

    def __init__(self, inward: Inward) -> None:
        self.inward = inward

    def __call__(self, address: str, alternative: str) -> DesignImage | None:
        """Return the picture of an address, or of its larger original; None when it did not come in."""
        for one in dict.fromkeys([address, SIZE.sub("", address)]):
            number = self.inward.number(DesignImage, key_of_address(one))
            if number is not None:
                return DesignImage.objects.filter(pk=number).first()
        return None


def key_of_address(address: str) -> str:
    """Return the key of a picture or a file that came from an address."""
    return re.sub(r"^https?:", "", address.partition("?")[0].strip())[:500]
