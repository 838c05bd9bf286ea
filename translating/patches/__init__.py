"""Where the inside of wagtail-localize is changed; each names the discussion upstream that will end it."""
