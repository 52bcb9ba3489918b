"""Label Studio: tasks and predictions pass its own validation and leave its converter with the same spans."""
import json
import sys
import tempfile

from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface

tasks = json.load(open(f"{sys.argv[1]}/label-studio.json", encoding="utf-8"))
config = open(f"{sys.argv[1]}/label-studio.xml", encoding="utf-8").read()
interface = LabelInterface(config)
spans = 0
for number, task in enumerate(tasks):
    assert interface.validate_task({"data": task["data"]})
    prediction = task["predictions"][0]
    if prediction["result"]:
        errors = interface.validate_prediction({**prediction, "score": 0.0}, return_errors=True)
        assert not errors, (task["data"]["id"], errors[:3])
    for region in prediction["result"]:
        if region["type"] == "labels":
            value = region["value"]
            assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
            spans += 1
    # The converter reads what a person accepted.
    task |= {"id": number, "annotations": [{"id": number, "completed_by": {"id": 1}, "result": prediction["result"]}]}
with tempfile.TemporaryDirectory() as folder:
    source = f"{folder}/tasks.json"
    json.dump(tasks, open(source, "w", encoding="utf-8"))
    Converter(config, folder).convert_to_json_min(source, folder, is_dir=False)
    got = json.load(open(f"{folder}/result.json", encoding="utf-8"))
assert sum(len(row.get("label", [])) for row in got) == spans
print(f"label-studio-sdk: {len(tasks)} tasks, {spans} spans")
