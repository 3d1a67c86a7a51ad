"""The world that the seed builds, by subject; `build.py` is the place to start reading."""
