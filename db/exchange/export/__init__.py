"""Records into files: tables, Popolo, FollowTheMoney, vCard, iCalendar, the bundle."""
