"""A Popolo file becomes drafts of people, bodies, posts, memberships and events."""
