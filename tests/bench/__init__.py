"""The figures of `bench`, each beside its floor in one run; the command `bench` asks for them.

What needs no screen is in `stored`; what needs one runs in processes of its own, in `screen`.
"""
