"""Where a desk holds something of a record: what erasing removes and subject access lists."""
