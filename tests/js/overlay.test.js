// Corrections laid over annotations: places found again, ids and links of the exported file.
import assert from "node:assert/strict";
import { test } from "node:test";
import { anchor, correctedFile, correctionsOf, locate, overlay, shift } from "../../www/state/overlay.js";

const TEXT = "甲公司增长18%。乙公司增长18%。😀丙公司增长18%。";
const auto = (text, nth, type, extra = {}) => {
  let start = -1;
  for (let n = 0; n <= nth; n++) start = TEXT.indexOf(text, start + 1);
  const points = (at) => [...TEXT.slice(0, at)].length;
  return { id: 0, start: points(start), end: points(start + text.length), start_utf16: start, end_utf16: start + text.length, type, text, block: 0, sentence: 0, attrs: {}, ...extra };
};

test("a quote is found again by its context", () => {
  const second = TEXT.indexOf("18%", TEXT.indexOf("乙"));
  const a = anchor(TEXT, second, second + 3, "figure");
  for (const [text, expected] of [
    [TEXT, second],
    [`前言。${TEXT}`, second + 3],
    [TEXT.replace("甲公司增长18%。", ""), second - "甲公司增长18%。".length],
    ["全文换了，没有数字。", null],
    ["另一篇文章里也写着占比18%的事情，与此无关。", null],
  ]) {
    assert.equal(locate(text, a)?.start ?? null, expected, text);
  }
});

test("a rejected annotation leaves, a changed one is replaced, an added one displaces what it overlaps", () => {
  const annotations = [auto("18%", 0, "figure"), auto("乙公司", 0, "organization"), auto("18%", 1, "figure")];
  const at = (a, text = a.text) => anchor(TEXT, a.start_utf16, a.start_utf16 + text.length, a.type);
  const corrections = [
    { id: 1, from: at(annotations[0]), to: null },
    { id: 2, from: at(annotations[2]), to: { ...at(annotations[2]), attrs: { value: "19" } } },
    { id: 3, from: null, to: { ...anchor(TEXT, annotations[1].start_utf16, annotations[1].end_utf16 + 2, "organization"), attrs: {} } },
  ];
  const core = new Map([[2, { ...annotations[2], attrs: { value: "18", unit: "%" } }], [3, annotations[1]]]);
  const { items, rejected, orphans } = overlay(annotations, corrections, core, TEXT);
  assert.deepEqual(items.map((i) => [i.text, i.origin]), [["乙公司增长", "user"], ["18%", "edited"]]);
  assert.deepEqual(items[1].attrs, { value: "19", unit: "%" });
  assert.deepEqual(rejected.map((i) => [i.text, i.origin]), [["18%", "rejected"]]);
  assert.equal(orphans, 0);
});

test("the exported file is numbered anew, its links follow, and it gives its corrections back", () => {
  const annotations = [
    auto("甲公司", 0, "organization", { attrs: { mentions: [0, 2] } }),
    auto("18%", 0, "figure", { id: 1, attrs: { when: 2 } }),
    auto("丙公司", 0, "organization", { id: 2, attrs: { mentions: [0, 2] } }),
  ];
  const corrections = [{ id: 1, from: anchor(TEXT, 0, 3, "organization"), to: null }];
  const { items, rejected } = overlay(annotations, corrections, new Map(), TEXT);
  const file = correctedFile({ text: TEXT, annotations, relations: [{ type: "when", from: 1, to: 2 }] }, items, rejected);
  assert.deepEqual(file.annotations.map((a) => [a.id, a.text, a.origin]), [[0, "甲公司", "rejected"], [1, "18%", "auto"], [2, "丙公司", "auto"]]);
  const points = [...TEXT];
  for (const a of file.annotations) assert.equal(points.slice(a.start, a.end).join(""), a.text);
  assert.deepEqual(correctionsOf(file, annotations), corrections);
});

test("anchors behind an edit move with it", () => {
  const corrections = [{ id: 1, from: null, to: { ...anchor(TEXT, 20, 23, "figure"), attrs: {} } }];
  assert.equal(shift(corrections, 0, 9, 5)[0].to.start, 25);
  assert.equal(shift(corrections, 21, 25, 5)[0].to.start, 20);
});
