from engine.audio.packets import Packet, packets

LISTED = b"""#software: Lavf59.27.100
#tb 0: 1/44100
#tb 1: 1/1000
1,        -40,          0,       40,      296, 0xa3b27203, F=0x5, S=1,       10
0,      65092,      66150,    22050,      296, 0xa3b27203
"""


def test_times_are_in_milliseconds() -> None:
    assert list(packets([LISTED])) == [Packet(1, 0, 40), Packet(0, 1500, 2000)]


def test_lines_may_be_cut_between_chunks() -> None:
    assert list(packets([LISTED[:70], LISTED[70:130], LISTED[130:]])) == [Packet(1, 0, 40), Packet(0, 1500, 2000)]


def test_a_packet_without_a_time_is_left_out() -> None:
    untimed = b"#tb 0: 1/1000\n0, -9223372036854775808, -9223372036854775808, 40, 296, 0xa3b27203\n"
    assert list(packets([untimed])) == []
