"""The newsroom's models; each lives in the file of its subject."""

__all__: list[str] = []
