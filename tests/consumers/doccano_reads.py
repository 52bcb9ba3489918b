"""doccano: its own reader of JSON lines and its own label class, its database left out."""
import importlib.util
import pathlib
import sys
import uuid
import warnings
from unittest.mock import MagicMock

warnings.simplefilter("ignore")
backend = pathlib.Path(importlib.util.find_spec("backend").submodule_search_locations[0])
sys.path.insert(0, str(backend))
for name in ("examples", "label_types", "labels", "projects"):
    sys.modules[name] = sys.modules[f"{name}.models"] = MagicMock()
for name in ("pyexcel", "pyexcel.exceptions", "seqeval", "seqeval.scheme", "pandas", "django", "django.conf"):
    sys.modules[name] = MagicMock()
from data_import.pipeline.label import SpanLabel  # noqa: E402
from data_import.pipeline.parsers import JSONLParser  # noqa: E402

parser, spans, rows = JSONLParser(encoding="utf-8"), 0, 0
for row in parser.parse(f"{sys.argv[1]}/training.jsonl"):
    rows += 1
    for label in row["label"]:
        span = SpanLabel.parse(uuid.uuid4(), label)
        assert 0 <= span.start_offset < span.end_offset <= len(row["text"]) and span.label in ("FIGURE", "DATE", "ORG")
        spans += 1
assert not parser.errors and rows == 500, (parser.errors, rows)
print(f"doccano: {rows} examples, {spans} spans")
