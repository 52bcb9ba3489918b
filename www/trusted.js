/** The one Trusted Types policy: workers from blobs of our own, and markup for inert parsing (DOMParser) alone. */

/** @type {{createScriptURL(url: string): any, createHTML(html: string): any}} */
export const trusted = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('annotator', {
  createScriptURL: (/** @type {string} */ url) => {
    if (!url.startsWith('blob:')) throw new TypeError('only blob workers');
    return url;
  },
  createHTML: quiet,
}) ?? { createScriptURL: (/** @type {string} */ url) => url, createHTML: quiet };

/**
 * Renames what the page's policy would report while it is parsed: styles and handlers do nothing in an inert document,
 * but each would be logged as a violation. @param {string} html
 */
function quiet(html) {
  return html
    .replace(/<(\/?)style\b/gi, '<$1template')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'/])(style|on[a-z]+)(?=\s*=)/gi, '$1data-$2'));
}
