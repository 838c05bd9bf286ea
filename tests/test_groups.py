"""Tests that share a running site stay on one worker: each worker would start a site of its own."""

import pytest


@pytest.mark.xdist_group("itself")
def test_the_workers_know_which_tests_belong_together(request: pytest.FixtureRequest) -> None:
    is_grouped = getattr(request.config.option, "loadgroup", False)  # pytest-xdist sets it in its workers
    assert request.node.nodeid.endswith("@itself") == is_grouped
