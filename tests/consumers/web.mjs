// JavaScript counts UTF-16 units; @recogito/text-annotator reads the web annotations; SheetJS opens the table.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, packages] = process.argv.slice(2);
const require = createRequire(join(packages, 'index.js'));
const lines = name => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean).map(l => JSON.parse(l));
const check = (condition, ...what) => { if (!condition) throw new Error(JSON.stringify(what)); };

const files = lines('article.jsonl');
let spans = 0;
for (const file of files) {
  for (const a of file.annotations) {
    check(file.text.slice(a.start_utf16, a.end_utf16) === a.text, file.id, a);
    spans += 1;
  }
}
console.log(`JavaScript: ${files.length} files, ${spans} spans quote their text`);

const recogito = join(packages, 'node_modules/@recogito/text-annotator/dist/text-annotator.es.js');
const { parseW3CTextAnnotation } = await import(pathToFileURL(recogito).href);
const collections = lines('web.jsonl');
let read = 0;
for (const [n, collection] of collections.entries()) {
  const points = Array.from(files[n].text);
  check(collection['@context'] === 'http://www.w3.org/ns/anno.jsonld', collection['@context']);
  for (const item of collection.first.items) {
    const { parsed, error } = parseW3CTextAnnotation(item);
    check(parsed && !error, item, String(error));
    const [{ start, end, quote }] = parsed.target.selector;
    check(points.slice(start, end).join('') === quote, collection.id, start, end, quote);
    const { prefix, exact, suffix } = item.target.selector[1];
    const at = files[n].text.indexOf(prefix + exact + suffix);
    check(at >= 0 && exact === quote, item);
    read += 1;
  }
}
check(read === spans, read, spans);
console.log(`@recogito/text-annotator: ${read} annotations`);

const XLSX = require('xlsx');
const sheet = XLSX.read(readFileSync(join(folder, 'table.csv')), { type: 'buffer' }).Sheets.Sheet1;
const rows = XLSX.utils.sheet_to_json(sheet, { raw: true, defval: '' });
const annotations = files.flatMap(f => f.annotations);
check(rows.length === annotations.length, rows.length, annotations.length);
for (const [n, a] of annotations.entries()) {
  check(String(rows[n].text).replace(/^'/, '').length > 0 && rows[n].start === a.start, rows[n], a);
  // Numbers arrive as numbers; a spreadsheet has fifteen digits and no more.
  if (/^-?\d{1,15}$/.test(a.attrs.value ?? '')) check(rows[n].value === Number(a.attrs.value), rows[n], a);
}
check(Object.values(sheet).every(cell => !cell?.f), 'a formula');
console.log(`SheetJS ${XLSX.version}: ${rows.length} rows`);
