"""Commands by which two copies of a desk exchange what they know: merging, and couriers."""
