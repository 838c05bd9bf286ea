"""How a page will look elsewhere than at its address: on cards, in search results, where it is shared."""
