"""The CSV in Python's csv and in a workbook: Chinese is Chinese, numbers are numbers, nothing is a formula."""
import csv
import io
import json
import sys

import openpyxl

raw = open(f"{sys.argv[1]}/table.csv", "rb").read()
assert raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n")
rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))
files = [json.loads(line) for line in open(f"{sys.argv[1]}/article.jsonl", encoding="utf-8", newline="\n")]
annotations = [(f["id"], a) for f in files for a in f["annotations"]]
assert len(rows) == len(annotations), (len(rows), len(annotations))
book = openpyxl.Workbook()
for row, (document, a) in zip(rows, annotations):
    assert row["document"].lstrip("'") == document and row["text"].lstrip("'") == a["text"].lstrip("'")
    assert (int(row["start"]), int(row["end"])) == (a["start"], a["end"])
    for name in ("value", "min", "max"):
        value = a["attrs"].get(name, "")
        assert row[name] == value, (row[name], value)
        if value.lstrip("-").replace(".", "", 1).isdigit():
            float(row[name])
    for cell in row.values():
        assert not cell.startswith(("=", "@", "\t", "+cmd", "-cmd")), row
    # A workbook holds no control characters but these.
    book.active.append(["".join(c for c in cell if c >= " " or c in "\t\r\n") for cell in row.values()])
stream = io.BytesIO()
book.save(stream)
sheet = openpyxl.load_workbook(io.BytesIO(stream.getvalue())).active
assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
print(f"csv and openpyxl {openpyxl.__version__}: {len(rows)} rows")
