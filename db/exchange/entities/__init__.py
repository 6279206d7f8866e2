"""Entities of FollowTheMoney, read as objects of Popolo."""
