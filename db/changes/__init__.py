"""What is done with records: saved, removed, taken back, merged, each as one change of the
history.
"""
