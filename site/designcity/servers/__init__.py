"""The servers that the demo and the tests bring along: PostgreSQL and Elasticsearch, without Docker.

Nothing here imports Django: these modules run before there is a database to talk to.
"""


class ServerError(Exception):
    """A server cannot be had; the message is one sentence that says why and what to do."""
