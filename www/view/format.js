/** Values as people read them. Decimals stay strings: no number of the article ever becomes a float. */
import { t, uiLang } from '../i18n/index.js';

/** @typedef {import('../types.d.ts').Item} Item */

/** @param {string} decimal */
export function grouped(decimal) {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(decimal);
  if (!match) return decimal;
  const digits = match[2].length > 4 ? match[2].replace(/\B(?=(\d{3})+$)/g, ',') : match[2];
  return `${match[1] ? '−' : ''}${digits}${match[3] ?? ''}`;
}

/** Moves the decimal point. @param {string} decimal @param {number} places to the right */
export function scaled(decimal, places) {
  const match = /^(-?)(\d+)\.?(\d*)$/.exec(decimal);
  if (!match) return '';
  const digits = match[2] + match[3], point = match[2].length + places;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const whole = padded.slice(0, at).replace(/^0+(?=\d)/, ''), part = padded.slice(at).replace(/0+$/, '');
  return `${match[1]}${whole}${part && `.${part}`}`;
}

const CURRENCY = /** @type {Record<string, string>} */ ({
  CNY: '¥', USD: 'US$', EUR: '€', GBP: '£', JPY: 'JP¥', HKD: 'HK$', TWD: 'NT$', KRW: '₩', INR: '₹',
});

/** @param {Item} item @returns {string} the unit as a reader expects it */
export function unitOf(item) {
  const { unit, unit_text: written, currency } = item.attrs;
  if (currency) return currency;
  if (unit === '%') return '%';
  const named = t(`unit.${unit}`);
  return named !== `unit.${unit}` ? named : written ?? unit ?? '';
}

/** @param {Item} item @param {string} decimal */
function amount(item, decimal) {
  const { kind, currency } = item.attrs;
  const unit = unitOf(item);
  if (kind === 'ordinal') return t('ordinal', { n: grouped(decimal) });
  if (currency) return `${CURRENCY[currency] ?? `${currency} `}${grouped(decimal)}`;
  if (!unit) return grouped(decimal);
  return `${grouped(decimal)}${/^[%°℃]/.test(unit) ? '' : ' '}${unit}`;
}

/** The resolved value of a figure. @param {Item} item */
function figureValue(item) {
  const { value, min, max, bound, approx, kind, change } = item.attrs;
  let text = '';
  if (value !== undefined) text = amount(item, String(value));
  else if (min !== undefined && max !== undefined) text = `${grouped(String(min))} – ${amount(item, String(max))}`;
  else if (min !== undefined) text = `≥ ${amount(item, String(min))}`;
  else if (max !== undefined) text = `≤ ${amount(item, String(max))}`;
  else return item.text;
  const sign = { 'at-least': '≥ ', 'at-most': '≤ ', 'more-than': '> ', 'less-than': '< ' }[/** @type {string} */ (bound)];
  if (sign && !/^[≥≤]/.test(text)) text = sign + text;
  if (change === 'increase' && !/^[-−≥≤<>]/.test(text)) text = `+${text}`;
  if (change === 'decrease' && !/^[-−≥≤<>]/.test(text)) text = `−${text}`;
  return approx && kind !== 'ordinal' ? `≈ ${text}` : text;
}

const DAY = 86_400_000;
const day = (/** @type {string} */ iso) => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
const iso = (/** @type {number} */ time) => new Date(time).toISOString().slice(0, 10);
const clock = (/** @type {string} */ moment) => moment.slice(11).replace(/:00$/, '');

/** The last day before an end. @param {string} end */
const lastDay = (end) => (end.includes('T') ? `${end.slice(0, 10)} ${clock(end)}` : iso(day(end) - DAY));

/** A half-open interval as a person writes it: 2024-02-19, 2023-01 – 2023-09, 2023. @param {string} start @param {string} [end] */
export function interval(start, end) {
  if (start.includes('T')) {
    const from = `${start.slice(0, 10)} ${clock(start)}`;
    if (!end?.includes('T') || Date.parse(`${end}Z`) - Date.parse(`${start}Z`) <= 3_600_000) return from;
    return `${from} – ${end.slice(0, 10) === start.slice(0, 10) ? '' : `${end.slice(0, 10)} `}${clock(end)}`;
  }
  if (!end) return start;
  if (end.includes('T')) return `${start} – ${end.slice(0, 10)} ${clock(end)}`;
  const last = lastDay(end);
  if (last === start) return start;
  if (start.endsWith('-01') && end.endsWith('-01')) {
    if (start.slice(5) === '01-01' && end.slice(5) === '01-01') {
      const [a, b] = [start.slice(0, 4), last.slice(0, 4)];
      return a === b ? a : `${a} – ${b}`;
    }
    const [a, b] = [start.slice(0, 7), last.slice(0, 7)];
    return a === b ? a : `${a} – ${b}`;
  }
  return `${start} – ${last}`;
}

/** @param {Item} item */
function dateValue(item) {
  const { start, end, kind, resolved, part, edtf } = item.attrs;
  if (kind === 'set') return edtf ?? t('date.recurring');
  let text = start ? interval(start, end) : end ? `… – ${lastDay(end)}` : edtf ?? '';
  if (!text) return resolved === 'unresolved' ? t('date.unplaced') : t('date.vague');
  if (part && !start?.includes('T')) text += ` ${t(`part.${part}`)}`;
  return item.attrs.approx || kind === 'vague' ? `≈ ${text}` : text;
}

/** The resolved value in one short line. @param {Item} item */
export function valueOf(item) {
  if (item.type === 'figure') return figureValue(item);
  if (item.type === 'date') return dateValue(item);
  return item.attrs.canonical ?? item.text;
}

/** Year on year and the like, in short. @param {Item} item */
export function basisOf(item) {
  const { basis, since } = item.attrs;
  return basis ? t(`basis.${basis}`) + (since ? ` ${since}` : '') : '';
}

/** One name for a listener or a tooltip: "525家, figure, 525 家". @param {Item} item */
export function nameOf(item) {
  const value = valueOf(item);
  return [item.text, t(`type.${item.type}`), item.attrs.kind && t(`kind.${item.attrs.kind}`), value !== item.text && value, basisOf(item)]
    .filter(Boolean).join(uiLang() === 'zh' ? '，' : ', ');
}

/** @type {[RegExp, number][]} */
const MULTIPLIERS = [[/萬億|万亿|兆/, 12], [/千億|千亿/, 11], [/百億|百亿/, 10], [/十億|十亿/, 9], [/億|亿/, 8], [/千萬|千万/, 7], [/百萬|百万/, 6],
  [/十萬|十万/, 5], [/萬|万/, 4], [/千/, 3], [/trillion/i, 12], [/billion|bn/i, 9], [/million|\bmn?\b/i, 6], [/thousand/i, 3]];

/** How a written number became its value, "4.04 × 10,000"; empty where there is nothing to explain. @param {Item} item */
export function derivation(item) {
  const value = item.attrs.value;
  const written = /\d[\d,，]*(?:\.\d+)?/.exec(item.text.normalize('NFKC'));
  if (value === undefined || !written) return '';
  const rest = item.text.normalize('NFKC').slice(written.index + written[0].length).trimStart();
  const found = MULTIPLIERS.find(([word]) => rest.search(word) === 0);
  const plain = written[0].replace(/[,，]/g, '');
  if (!found || scaled(plain, found[1]) !== String(value)) return '';
  return `${plain} × ${grouped(`1${'0'.repeat(found[1])}`)}`;
}
