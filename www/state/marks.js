/** Marks as the core gives them, four numbers each. */

export const TYPES = /** @type {const} */ (['figure', 'date', 'organization']);

/** What an automatic annotation is known by. @param {number} start @param {number} end @param {string} type */
export const keyOf = (start, end, type) => `a${start}-${end}${type[0]}`;

/** What the core gives as four numbers each: marks, blocks. @param {Uint32Array} numbers */
export const fours = (numbers) => Array.from({ length: numbers.length / 4 }, (_, at) => numbers.subarray(at * 4, at * 4 + 4));

/** Marks of the core. @param {Uint32Array} marks @returns {Place[]} */
export const placesOf = (marks) => fours(marks).map(([start, end, code, block]) => (
  { start, end, type: TYPES[code], block, key: keyOf(start, end, TYPES[code]), origin: 'auto' }));
