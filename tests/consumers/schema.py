"""Our own JSON against its published schema, and every offset against the text, as Python counts."""
import json
import sys

from jsonschema import Draft202012Validator

schema = json.load(open(sys.argv[2], encoding="utf-8"))
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
spans = 0
for line in open(f"{sys.argv[1]}/article.jsonl", encoding="utf-8", newline="\n"):
    file = json.loads(line)
    errors = [f"{list(e.absolute_path)}: {e.message}" for e in validator.iter_errors(file)]
    assert not errors, (file["id"], errors[:3])
    for part in ("annotations", "blocks", "sentences", "words"):
        for item in file[part]:
            quote = file["text"][item["start"] : item["end"]]
            assert quote == item.get("text", quote), (file["id"], item, quote)
            units = file["text"].encode("utf-16-le")[2 * item["start_utf16"] : 2 * item["end_utf16"]]
            assert units.decode("utf-16-le") == quote, (file["id"], item, quote)
            spans += 1
    damaged = json.loads(line)
    damaged["annotations"].append({"id": -1})
    assert not validator.is_valid(damaged)
print(f"jsonschema: 500 files valid, {spans} spans quote their text")
