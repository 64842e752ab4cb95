/** Text in HTML. */

import { printableLines } from '../symbols/quoted.js'

/** Escapes text for an element, or for an attribute in double quotes; control characters are shown. */
export function html(text: string): string {
  return printableLines(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
