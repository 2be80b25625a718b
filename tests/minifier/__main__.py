"""`make runtime`: minify the scripts anew; the only command that needs node."""

import json
import subprocess
import sys
from pathlib import Path

from gramota.quiz.bundle import PLACEHOLDER, programs
from gramota.quiz.shipped import minified_file, minified_path
from tests.minifier.recipe import recipe

HERE = Path(__file__).parent


def main() -> None:
    """Write the minified scripts; say how large they are."""
    sources = programs()
    for name, minified in _minified(sources).items():
        if minified.count(PLACEHOLDER) != 1:
            sys.exit(f"{name}.js: the minifier has not kept {PLACEHOLDER} as it stood")
        path = minified_path(name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(minified_file(sources[name], recipe(), minified), encoding="utf-8", newline="\n")
        print(f"{name}.js: {len(sources[name]):,} -> {len(minified):,} characters")


def _minified(sources: dict[str, str]) -> dict[str, str]:
    subprocess.run(["npm", "ci", "--silent"], cwd=HERE, check=True)
    asked = json.dumps(sources)
    done = subprocess.run(
        ["node", "minify.mjs"], cwd=HERE, input=asked, capture_output=True, check=True, encoding="utf-8"
    )
    minified: dict[str, str] = json.loads(done.stdout)
    return minified


if __name__ == "__main__":
    main()
