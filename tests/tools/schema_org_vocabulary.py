"""Makes `tests/data/schema_org_vocabulary.json` from the declarations of the npm package schema-dts (MIT license).

How the file was made: in an empty folder outside the repository, `npm install schema-dts@2.1.0`, then

    python tests/tools/schema_org_vocabulary.py FOLDER/node_modules/schema-dts tests/data/schema_org_vocabulary.json

For each type the file holds its parents and the properties of its own, each with the types that its value may have.
A name that is no type of its own there is a data type (Text, Date, Duration …).
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

BASE = re.compile(r"^(?:export )?interface (\w+)Base extends ([^{]+) \{$(.*?)^\}$", re.MULTILINE | re.DOTALL)
LEAF = re.compile(r'^export interface \w+ extends (\w+)Base \{\n    "@type": "([^"]+)";$', re.MULTILINE)
VALUE = re.compile(r'^    "(\w+)"\?: SchemaValue<(.+), "\w+">;$', re.MULTILINE)


def vocabulary(declarations: str) -> dict[str, dict[str, object]]:
    """Read the declarations of TypeScript into types with their parents and their own properties."""
    types: dict[str, dict[str, object]] = {}
    for name, parents, body in BASE.findall(declarations):
        types[name] = {
            "parents": [
                parent.strip().removesuffix("Base") for parent in parents.split(",") if "Partial<" not in parent
            ],
            "properties": {
                key: [value for value in values.split(" | ") if value != "IdReference"]
                for key, values in VALUE.findall(body)
            },
        }
    for base, name in LEAF.findall(declarations):
        # A type without properties of its own is only declared as a leaf of its parent.
        if name not in types:
            types[name] = {"parents": [base], "properties": {}}
    return types


def main(package: Path, target: Path) -> None:
    """Write the file, one type a line."""
    version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    types = vocabulary((package / "dist" / "schema.d.ts").read_text(encoding="utf-8"))
    rows = (f"{json.dumps(name)}: {json.dumps(types[name], separators=(',', ':'))}" for name in sorted(types))
    made_from = json.dumps(f"schema-dts {version}")
    target.write_text(f'{{"made_from": {made_from},\n"types": {{\n' + ",\n".join(rows) + "\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
