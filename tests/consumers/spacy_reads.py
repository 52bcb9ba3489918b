"""spaCy: training tuples become entities with the same characters."""
import json
import sys
import warnings

import spacy
from spacy.tokens import DocBin
from spacy.training import Example

warnings.filterwarnings("error", category=UserWarning)  # W030, misaligned entities, fails the test where characters are the tokens
models = {"zh": spacy.blank("zh"), "en": spacy.blank("en")}
chars = spacy.blank("zh")  # one token a character, in any language
store, entities = DocBin(), 0
for line in open(f"{sys.argv[1]}/training.jsonl", encoding="utf-8", newline="\n"):
    row = json.loads(line)
    text, labels = row["text"], [tuple(label) for label in row["label"]]
    assert labels == [(s["start"], s["end"], s["label"]) for s in row["spans"]]
    example = Example.from_dict(chars.make_doc(text), {"entities": labels})
    got = [(e.start_char, e.end_char, e.label_) for e in example.reference.ents]
    assert got == labels, (row["id"], got, labels)
    assert [e.text for e in example.reference.ents] == [text[s:e] for s, e, _ in labels]
    store.add(example.reference)
    entities += len(got)
    doc = models[row.get("lang", "zh")].make_doc(text)
    for start, end, label in labels:
        span = doc.char_span(start, end, label, alignment_mode="expand")
        assert text[start:end] in span.text
again = list(DocBin().from_bytes(store.to_bytes()).get_docs(chars.vocab))
assert sum(len(doc.ents) for doc in again) == entities
print(f"spaCy {spacy.__version__}: {len(again)} documents, {entities} entities agree")
