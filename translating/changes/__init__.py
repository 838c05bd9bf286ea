"""What has changed in the original since it was translated."""
