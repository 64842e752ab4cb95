/** What the plots of the page have in common: their frame in SVG. Bars and points have titles with their figures. */
import { html } from '../../report/escape-html.js'
import type { Figures, Results } from '../results/results.js'

export const WIDTH = 1000
/** The plotted area, between the labels of the rows and the texts after them. */
export const LEFT = 130
export const RIGHT = 90
export const INSIDE: number = WIDTH - LEFT - RIGHT

/** Approximate width of a character in a label. */
export const CHARACTER = 7

export function svg(name: string, height: number, label: string, content: string): string {
  return `<div class="plot"><svg class="${name}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${html(label)}">
${content}
</svg></div>`
}

/** In the place of a plot without data. */
export function noData(): string {
  return '<p class="weak">the run was stopped before this was measured</p>'
}

/** The figures for an input. */
export function figuresFor({ figures }: Results, input: string): Figures[] {
  return figures.filter(each => each.input === input)
}
