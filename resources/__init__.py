"""What is shipped beside the code: templates, the sample desk and name lists, read by package name."""
