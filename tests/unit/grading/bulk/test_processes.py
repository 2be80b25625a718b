"""How many processes there are at most."""

from gramota.grading.bulk.processes import most_processes


def test_on_windows_no_more_processes_are_started_than_it_can_wait_for():
    assert [most_processes(wanted, "win32") for wanted in (1, 61, 62, 128)] == [1, 61, 61, 61]
    assert most_processes(128, "linux") == 128
