"""Who may take the memory out and bring one in."""

MAY_EXPORT = "translating.view_entry"
MAY_IMPORT = "translating.add_entry"
