# SPDX-License-Identifier: Apache-2.0
"""Validates JSON files against a schema of this project.

    python3 tests/schemas/validate.py SCHEMA FILE...

Prints each mistake with its place in the file; exits 0 when there is none, 1 when there is, 2 when the schema itself or
a file cannot be used. A key that stands twice in an object and NaN, which Python's reader would let pass, are mistakes.
"""
import json
import sys

import jsonschema


def no_key_twice(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        twice = sorted({key for key, _ in pairs if sum(key == other for other, _ in pairs) > 1})
        raise ValueError(f"keys that stand twice in one object: {', '.join(twice)}")
    return members


def no_constant(word):
    raise ValueError(f"{word} is no JSON number")


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file, object_pairs_hook=no_key_twice, parse_constant=no_constant)


def mistakes_in(schema, document):
    validator = jsonschema.Draft202012Validator(schema)
    for mistake in sorted(validator.iter_errors(document), key=lambda m: list(map(str, m.absolute_path))):
        place = "/".join(map(str, mistake.absolute_path)) or "the top"
        yield f"{place}: {mistake.message[:300]}"


def main(arguments):
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        schema = read(arguments[0])
        jsonschema.Draft202012Validator.check_schema(schema)
        documents = [(path, read(path)) for path in arguments[1:]]
    except (OSError, ValueError, jsonschema.SchemaError) as problem:
        print(f"cannot validate: {problem}", file=sys.stderr)
        return 2
    found = [f"{path}: {mistake}" for path, document in documents for mistake in mistakes_in(schema, document)]
    print("\n".join(found) or f"{len(documents)} valid")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
