/** The links of the package's documents. */
import path from 'node:path'

/**
 * The links of a document that lead to no file of the package, to no directory of it, or to no heading.
 *
 * @param name the document's path in the package
 * @param files the paths of all files in the package
 * @param read gives the text of a file
 */
export function brokenLinks(
  name: string,
  files: readonly string[],
  read: (file: string) => string,
): string[] {
  return linksIn(read(name)).filter(link => {
    const [target = '', heading] = link.split('#')
    const file = target === '' ? name : path.posix.join(path.posix.dirname(name), target)
    const isThere = files.includes(file) || files.some(each => each.startsWith(`${file.replace(/\/$/, '')}/`))
    return !isThere || (heading !== undefined && !headingsOf(read(file)).includes(heading))
  })
}

/** The relative links of a document, outside of code. */
function linksIn(text: string): string[] {
  const prose = withoutCode(text).replace(/`[^`\n]*`/g, '')
  const links = [...prose.matchAll(/\]\(([^()\s]+)\)/g)].map(([, link]) => link as string)
  return links.filter(link => !/^[a-z]+:/.test(link))
}

/** The names that headings have in links: lower-case, hyphens for blanks, without punctuation. */
function headingsOf(text: string): string[] {
  return [...withoutCode(text).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

function withoutCode(text: string): string {
  return text.replace(/^```.*?^```/gms, '')
}
