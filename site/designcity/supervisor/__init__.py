"""What `make demo` runs: the servers, the site and its background work, started and stopped together."""
