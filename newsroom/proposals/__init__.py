"""What the editors' form proposes, so that it asks for little: nothing is published that nobody saw."""
