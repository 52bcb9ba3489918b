/** Two articles of our own to try the page with; people, firms and numbers are invented. */
import { en } from './en.js';
import { zh } from './zh.js';

export const samples = [{ id: 'zh', text: zh }, { id: 'en', text: en }];
