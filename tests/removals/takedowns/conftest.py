"""What the tests of takedowns share: somebody who takes down, and what is done at a commit."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from tests.conftest import Tree
from tests.factories import administrator

Committing = Callable[[], AbstractContextManager[Any]]


@pytest.fixture
def officer(zh: Tree) -> Any:
    """The one who takes down."""
    return administrator()


@pytest.fixture
def committing(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Committing:
    """Return what does at the end of a block what is done at a commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
