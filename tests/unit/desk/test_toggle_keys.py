"""A key does one thing."""

from gramota.desk.toggle_keys import COMMANDS, KEYS, toggle_key


def test_no_key_toggles_and_commands_at_once():
    assert len(set(KEYS)) == len(KEYS)
    assert not set(KEYS) & set(COMMANDS)
    assert [toggle_key(place) for place in (0, 8, 9, 99)] == ["1", "9", "A", ""]
