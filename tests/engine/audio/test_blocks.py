from engine.audio.blocks import BlockReader

HEAD = bytes.fromhex("1A45DFA3 82 4286 18538067 01FFFFFFFFFFFFFF 1549A966 81 00")
CLUSTER = bytes.fromhex("1F43B675 96 E7 82 03E8 A3 88 81 0005 80 01020304 A3 86 81 FFFB 80 0506".replace(" ", ""))
GROUP = bytes.fromhex("1F43B675 8E E7 82 07D0 A0 88 A1 86 81 0001 00 0708".replace(" ", ""))


def test_blocks_carry_the_time_of_their_cluster_and_their_own() -> None:
    assert list(BlockReader().feed(HEAD + CLUSTER)) == [(1005, b"\1\2\3\4"), (995, b"\5\6")]


def test_a_block_inside_a_group_is_read() -> None:
    assert list(BlockReader().feed(HEAD + GROUP)) == [(2001, b"\7\10")]


def test_blocks_cut_anywhere_between_chunks_come_out_whole() -> None:
    reader = BlockReader()
    stream = HEAD + CLUSTER + GROUP
    blocks = [block for at in range(len(stream)) for block in reader.feed(stream[at : at + 1])]
    assert blocks == [(1005, b"\1\2\3\4"), (995, b"\5\6"), (2001, b"\7\10")]


def test_half_a_block_is_not_given_out() -> None:
    assert list(BlockReader().feed((HEAD + CLUSTER)[:-1])) == [(1005, b"\1\2\3\4")]
