/** Values as people read them. Decimals stay strings: no number of the article ever becomes a float. */
import { t, uiLang, word } from '../i18n/index.js';

/** Separators from five digits on, and a true minus. @param {string} decimal */
export const grouped = (decimal) =>
  decimal.replace(/^-/, '−').replace(/^−?\d{5,}(?=\.|$)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));

const CURRENCY = /** @type {Record<string, string>} */ ({
  CNY: '¥', USD: 'US$', EUR: '€', GBP: '£', JPY: 'JP¥', HKD: 'HK$', TWD: 'NT$', KRW: '₩', INR: '₹',
});

/** @param {Item} item @returns {string} the unit as a reader expects it */
export function unitOf({ attrs: { unit, unit_text: written, currency } }) {
  if (currency) return currency;
  return word('unit', unit) ?? (unit === '%' ? unit : written ?? unit ?? '');
}

/** @param {Item} item @param {string} decimal */
function amount(item, decimal) {
  const { kind, currency } = item.attrs, unit = unitOf(item), number = grouped(String(decimal));
  if (kind === 'ordinal') return t('ordinal', { n: number });
  if (currency) return `${CURRENCY[currency] ?? `${currency} `}${number}`;
  return `${number}${!unit || /^[%°℃]/.test(unit) ? '' : ' '}${unit}`;
}

/** A figure's number without its unit, a range with a dash. @param {Item} item @param {(decimal: string) => string} [as] */
export function numberOf({ attrs: { value, min, max } }, as = grouped) {
  return [value ?? min, value === undefined ? max : undefined].filter((x) => x !== undefined).map((x) => as(String(x))).join(' – ');
}

/** The resolved value of a figure. @param {Item} item */
function figureValue(item) {
  const { value, min, max, bound, approx, kind, change } = item.attrs;
  const one = value ?? max ?? min;
  if (one === undefined) return item.text;
  const range = value === undefined && min !== undefined && max !== undefined;
  const open = value !== undefined || range ? '' : max === undefined ? '≥ ' : '≤ ';
  const sign = open || ({ 'at-least': '≥ ', 'at-most': '≤ ', 'more-than': '> ', 'less-than': '< ' }[/** @type {string} */ (bound)] ?? '');
  let text = `${sign}${range ? `${grouped(String(min))} – ` : ''}${amount(item, one)}`;
  if (/^(in|de)crease$/.test(change) && !/^[-−≥≤<>]/.test(text)) text = `${change === 'increase' ? '+' : '−'}${text}`;
  return approx && kind !== 'ordinal' ? `≈ ${text}` : text;
}

/** The publication date that counts, ISO 8601; empty where there is none. @param {State} state */
export const publishedOf = ({ info }) => info?.published ?? info?.dateline?.published ?? '';

export const DAY = 86_400_000;
/** ISO 8601 as milliseconds, taken as UTC. @param {string} iso */
export const time = (iso) => Date.parse(iso.includes('T') ? `${iso}Z` : `${iso}T00:00:00Z`);
const clock = (/** @type {string} */ moment) => moment.slice(11).replace(/:00$/, '');
const moment = (/** @type {string} */ iso) => (iso.includes('T') ? `${iso.slice(0, 10)} ${clock(iso)}` : iso);

/** The last day before an end. @param {string} end */
const lastDay = (end) => (end.includes('T') ? moment(end) : new Date(time(end) - DAY).toISOString().slice(0, 10));

/** A half-open interval as a person writes it: 2024-02-19, 2023-01 – 2023-09, 2023. @param {string} start @param {string} [end] */
export function interval(start, end) {
  if (start.includes('T')) {
    if (!end?.includes('T') || time(end) - time(start) <= DAY / 24) return moment(start);
    return `${moment(start)} – ${end.slice(0, 10) === start.slice(0, 10) ? clock(end) : moment(end)}`;
  }
  if (!end) return start;
  // Whole years and whole months need no days.
  const whole = (/** @type {string} */ tail) => start.endsWith(tail) && end.endsWith(tail);
  const length = whole('-01-01') ? 4 : whole('-01') ? 7 : 19;
  const [from, to] = [start.slice(0, length), lastDay(end).slice(0, length)];
  return from === to ? from : `${from} – ${to}`;
}

/** @param {Item} item */
function dateValue({ attrs: { start, end, kind, resolved, part, edtf, approx } }) {
  if (kind === 'set') return edtf ?? t('date.recurring');
  let text = start ? interval(start, end) : end ? `… – ${lastDay(end)}` : edtf ?? '';
  if (!text) return resolved === 'unresolved' ? t('date.unplaced') : t('date.vague');
  if (part && !start?.includes('T')) text += ` ${t(`part.${part}`)}`;
  return approx || kind === 'vague' ? `≈ ${text}` : text;
}

/** The resolved value in one short line. @param {Item} item */
export function valueOf(item) {
  if (item.type === 'figure') return figureValue(item);
  if (item.type === 'date') return dateValue(item);
  return item.attrs.canonical ?? item.text;
}

/** Year on year and the like, in short. @param {Item} item */
export function basisOf({ attrs: { basis, since } }) {
  return basis ? t(`basis.${basis}`) + (since ? ` ${since}` : '') : '';
}

/** One name for a listener or a tooltip: "525家, figure, 525 家". @param {Item} item */
export function nameOf(item) {
  const value = valueOf(item);
  return [item.text, t(`type.${item.type}`), item.attrs.kind && t(`kind.${item.attrs.kind}`), value !== item.text && value, basisOf(item)]
    .filter(Boolean).join(uiLang() === 'zh' ? '，' : ', ');
}

/** Powers of ten, one a character in Chinese: 千万 is a thousand times ten thousand. @type {Record<string, number>} */
const POWERS = { 十: 1, 百: 2, 千: 3, 万: 4, 萬: 4, 亿: 8, 億: 8, 兆: 12, thousand: 3, million: 6, mn: 6, m: 6, billion: 9, bn: 9, trillion: 12 };
/** Formats decimal strings exactly, exponents too. */
const exact = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 20 });

/** How a written number became its value, "4.04 × 10,000"; empty where there is nothing to explain. @param {Item} item */
export function derivation({ text, attrs: { value } }) {
  const [, written, han, latin] = /(\d[\d,，]*(?:\.\d+)?)\s*(?:([十百千万萬亿億兆]+)|(thousand|million|mn?\b|billion|bn|trillion))/i.exec(text.normalize('NFKC')) ?? [];
  if (value === undefined || !written) return '';
  const power = [...han ?? [latin.toLowerCase()]].reduce((sum, unit) => sum + POWERS[unit], 0);
  const number = written.replace(/[,，]/g, ''), scaled = exact.format(/** @type {`${number}`} */ (`${number}e${power}`));
  return scaled === String(value) ? `${number} × ${grouped(`1${'0'.repeat(power)}`)}` : '';
}
