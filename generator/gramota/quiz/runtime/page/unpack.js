/** Twin of spelling/packed_words.py: what reads a list of words, "beginning:row …", whose endings are written once. */
function unpacker(endings) {
  const rows = [];
  const unpacked = (packed) => packed.split(" ").flatMap((item) => {
    const [beginning, row] = item.split(":");
    return row ? rows[row].map((ending) => beginning + ending) : [beginning];
  });
  endings.forEach((row) => rows.push(unpacked(row)));
  return (packed) => (packed ? unpacked(packed) : []);
}
