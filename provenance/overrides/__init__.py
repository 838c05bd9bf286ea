"""Who let a page be published although its rights are not settled, and why."""
