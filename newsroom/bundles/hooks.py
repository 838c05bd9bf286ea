"""The bundles' menu entry."""

from wagtail import hooks

from newsroom.bundles.viewset import BundleViewSet


@hooks.register("register_admin_viewset")
def register_bundles() -> BundleViewSet:
    """Add bundles to the editors' interface."""
    return BundleViewSet()
