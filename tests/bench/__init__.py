"""The measured figures of `make bench`, each beside its floor in one run; no part of the product.

What needs no screen is in `stored`; what needs one runs in processes of its own, in `screen`.
"""
