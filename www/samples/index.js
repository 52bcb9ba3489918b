/** Two articles of our own to try the page with, by lines; people, firms and numbers are invented. */
import { loadText } from '../resources.js';

/** The samples, by their language. */
export const SAMPLES = ['zh', 'en'];

/** @param {string} id one of SAMPLES @returns {Promise<string>} */
export const sampleText = async (id) => JSON.parse(await loadText(`sample.${id}`)).join('\n');
