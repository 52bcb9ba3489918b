/** Two articles of our own to try the page with, by lines; people, firms and numbers are invented. */
import en from './en.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

export const samples = Object.entries({ zh, en }).map(([id, lines]) => ({ id, text: lines.join('\n') }));
