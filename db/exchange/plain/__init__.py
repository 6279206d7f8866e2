"""Records as plain values by uid: compared and merged without a desk, written into one."""
