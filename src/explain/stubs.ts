/** Whose stubs, veneers and thunks a name looks like, and the pattern by which a kernel tree leaves such names out. */

export interface StubKind {
  readonly linker: 'GNU ld' | "LLVM's lld"
  readonly targets: string
  /** As a line of the tree's scripts/mksysmap, which is a sed script from 6.10 on. */
  readonly pattern: string
  /** The part of the name that an ignore list of scripts/kallsyms.c takes, and which list. */
  readonly list: readonly ['prefix' | 'suffix' | 'substring', text: string]
}

interface Rule extends StubKind {
  readonly matches: RegExp
}

/** From binutils' and LLVM's own naming; the more special ones come first. */
const RULES: readonly Rule[] = [
  {
    matches: /^(e843419@)/,
    linker: 'GNU ld',
    targets: 'arm64',
    pattern: '/ $1/d',
    list: ['prefix', '$1'],
  },
  {
    matches: /^__(erratum_\d+_veneer_)\d+$/,
    linker: 'GNU ld',
    targets: 'arm64',
    pattern: '/ __$1/d',
    list: ['prefix', '$1'],
  },
  {
    matches: /^__(AArch64\w*Thunk_)/,
    linker: "LLVM's lld",
    targets: 'arm64',
    pattern: '/ __[[:alnum:]]*Thunk_/d',
    list: ['prefix', '$1'],
  },
  {
    matches: /^__((?:ARM|Arm|Thumb)[vV]\w*?Thunk_)/,
    linker: "LLVM's lld",
    targets: 'arm',
    pattern: '/ __[[:alnum:]]*Thunk_/d',
    list: ['prefix', '$1'],
  },
  {
    matches: /^__((?:micro)?LA25Thunk_)/,
    linker: "LLVM's lld",
    targets: 'mips',
    pattern: '/ __[[:alnum:]]*Thunk_/d',
    list: ['prefix', '$1'],
  },
  {
    matches: /^__([A-Za-z0-9]*Thunk_)/,
    linker: "LLVM's lld",
    targets: 'several targets',
    pattern: '/ __[[:alnum:]]*Thunk_/d',
    list: ['prefix', '$1'],
  },
  {
    matches: /^__(long_branch_|plt_(?!entry))/,
    linker: "LLVM's lld",
    targets: 'powerpc',
    pattern: '/ __$1/d',
    list: ['prefix', '$1'],
  },
  {
    matches: /(\.(?:long_branch|plt_branch|plt_call)[.\w]*?\.)/,
    linker: 'GNU ld',
    targets: 'powerpc',
    pattern: '/$1/d',
    list: ['substring', '$1'],
  },
  {
    matches: /^__.*(_from_arm|_from_thumb|_change_to_arm|_veneer)$/,
    linker: 'GNU ld',
    targets: 'arm or arm64',
    pattern: '/$1$/d',
    list: ['suffix', '$1'],
  },
  {
    matches: /^(\.pic\.)/,
    linker: 'GNU ld',
    targets: 'mips',
    pattern: '/ $1/d',
    list: ['prefix', '$1'],
  },
]

/** Null for a name that no linker makes. */
export function stubKind(name: string): StubKind | null {
  for (const { matches, linker, targets, pattern, list } of RULES) {
    const [, part] = matches.exec(name) ?? []
    if (part === undefined) continue
    const [kind] = list
    const text = kind === 'prefix' && name.startsWith('__') ? `__${part}` : part
    return {
      linker,
      targets,
      pattern: pattern.replace('$1', part.replaceAll('.', '\\.')),
      list: [kind, text],
    }
  }
  return null
}
