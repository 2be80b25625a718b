/** The search's index, piece by piece. */
class SearchPieces extends ScriptPieces {
  constructor(folder) {
    super(folder, "gramotaSearch");
  }

  /** The words of the one piece that can have this word: {stem, endings, sections} of each, spelt out. */
  async wordsLike(word) {
    const { pieces } = await this.load("start");
    const beginning = word.slice(0, 3);
    const place = pieces.findLastIndex((first) => first <= beginning);
    if (place < 0) return [];
    const piece = await this.load(`words-${place}`);
    piece.spelt ??= piece.words.map((row) => speltOut(row, piece.endings));
    return piece.spelt;
  }
}

/** {stems: [[stem, endings]], sections: Map(number => weight)}; endings are a list, or how many letters may follow. */
function speltOut([packed, ...stems], endings) {
  const listed = endings.map((each) => (typeof each === "string" ? each.split(",") : each));
  const pairs = stems.flatMap((stem, place) => (place % 2 ? [] : [[stem, listed[stems[place + 1]]]]));
  let section = -1;
  const sections = new Map(packed.map((number) => [section += 1 + (number >> 2), number & 3]));
  return { stems: pairs, sections };
}

/** Whether the folded word is one of the forms. */
function hasForm({ stems }, word) {
  return stems.some(([stem, endings]) => {
    if (!word.startsWith(stem)) return false;
    const rest = word.slice(stem.length);
    return Array.isArray(endings) ? endings.includes(rest) : rest.length <= endings;
  });
}

function beginsForm({ stems }, start) {
  return stems.some(([stem, endings]) => {
    if (stem.startsWith(start)) return true;
    return start.startsWith(stem) && Array.isArray(endings) && endings.some((ending) => (stem + ending).startsWith(start));
  });
}
