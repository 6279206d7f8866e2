"""The files of a desk as the system has them: the file, its log, its lock, and the disk below."""
