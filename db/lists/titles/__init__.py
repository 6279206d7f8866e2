"""What people and bodies were called on a day, and which offices they held then."""
