"""What a person can do, as one table: it feeds menus, toolbar, key editor and command palette."""
