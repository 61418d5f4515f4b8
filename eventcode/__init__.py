"""Placeholder, written by the command-line part."""
