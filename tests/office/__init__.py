"""Tests that open what we write with the programs that people open it with."""
