"""A machine's translations: proposals that reach nobody before a person has accepted them."""
