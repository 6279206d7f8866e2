"""Who and what a text names: places, bodies, offices, people, and which mentions are one."""
