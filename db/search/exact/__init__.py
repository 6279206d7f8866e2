"""Hits that are spelt as was typed: the terms of a query, its filters, and why a hit is one."""
