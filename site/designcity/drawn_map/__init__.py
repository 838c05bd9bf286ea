"""A map of a city's districts that is drawn from nothing but positions: no map service, no data of a city."""
