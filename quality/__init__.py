"""Measurements on real corpora; see README.md in this folder."""
