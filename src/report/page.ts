/** The frame of a self-contained page: no network, no other file. */
import { html } from './escape-html.js'

/**
 * @param generator the command that writes it
 * @param style rules in addition to those of all pages
 * @param body markup
 */
export function page(generator: string, title: string, style: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="${html(generator)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}</title>
<style>${STYLE}${style}</style>
</head>
<body>
${body}
</body>
</html>
`
}

/** Data that is embedded in a page, for further processing. */
export function pageData(id: string, data: unknown): string {
  return `<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`
}

const STYLE = `
:root { color-scheme: light dark; --line: #8886; --weak: #777; --good: #1a7f37; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --weak: #aaa; --good: #4ac26b; --bad: #ff8a80; } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; margin: 0; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: .5rem 0; }
th, td { text-align: right; padding: .15rem .7rem; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { text-align: left; }
svg { display: block; width: 100%; height: auto; margin: .5rem 0; }
svg text { font: 12px system-ui, sans-serif; fill: currentColor; }
code { font-size: .9em; }
small { color: var(--weak); }
`
