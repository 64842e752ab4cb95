/**
 * Sources that show the features of a dialect and do nothing else: pieces of C written for these tests, put together
 * as a dialect asks. With them the features of all releases can be mixed freely.
 */
import type { Dialect, OrderRule } from '../../src/dialect/dialect.js'

/** What may be between two pieces, and must not be mistaken for code. */
export const DISTRACTIONS: readonly string[] = [
  '',
  '\n\n',
  '/* usage: kallsyms [--base-relative] --lto-clang, see getline( and qsort( ; percpu_absolute */',
  '// getopt_long( shrink_table( is_ignored_symbol( \\\n string_starts_with( 0x3FFF',
  '/* "an open quote and it\'s the end */',
  'static const char *text = "getline( qsort( // relative_base = -1ULL /* token_profit[best] == 0";',
  `static int quotes[] = { '"', '\\'', '/' }, divided = 4 /2/ 1;`,
  "#error don't\n",
]

/**
 * A source with the features of a dialect.
 *
 * @param distraction what stands before piece n
 */
export function sourceOf(dialect: Dialect, distraction: (piece: number) => string = () => ''): string {
  const pieces = [
    dialect.compression === 'pairs'
      ? 'static int token_profit[0x10000];'
      : '#define MAX_TOK_SIZE\t\t11\n#define WORKING_SET 1024\n#define GOOD_BAD_THRESHOLD 10',
    ...commandLine(dialect),
    ...reading(dialect),
    ...keeping(dialect),
    ...addresses(dialect),
    ...output(dialect),
  ]
  return pieces.map((piece, i) => `${distraction(i)}\n${piece}\n`).join('')
}

function commandLine({ commandLine, options }: Dialect): string[] {
  const hasValue = (option: string): boolean => option === 'symbol-prefix' || option === 'page-offset'
  if (commandLine === 'literal') {
    return options.map(option =>
      hasValue(option)
        ? `if (strncmp(argv[i], "--${option}=", ${option.length + 3}) == 0) use(&argv[i][9]);`
        : `if (strcmp(argv[i], "--${option}") == 0) flag = 1;`,
    )
  }
  const entries = options.map(
    option => `{"${option}", ${hasValue(option) ? 'required_argument' : 'no_argument'}, &flag, 1},`,
  )
  return [
    `struct option table[] = { ${entries.join('\n')} {} };`,
    'c = getopt_long(argc, argv, "", table, NULL);',
  ]
}

function reading({ input, grammar, wordWidth, nameLimit, reportsReadErrors }: Dialect): string[] {
  const pieces: string[] = []
  if (input === 'image') pieces.push('map = sysmap_read(path);')
  else if (grammar === 'lines') pieces.push('length = getline(&line, &size, in);')
  else if (wordWidth !== null && wordWidth % 2 === 0) {
    pieces.push(`#define KSYM_NAME_LEN_BUFFER\t${wordWidth}`)
    pieces.push('n = fscanf(in, "%llx %c %" TEXT_OF(KSYM_NAME_LEN_BUFFER) "s\\n", &at, &type, name);')
  } else pieces.push(`n = fscanf(in, "%llx %c %${wordWidth}s\\n", &at, &type, name);`)
  if (nameLimit) {
    pieces.push(`#define KSYM_NAME_LEN ${nameLimit.limit}`)
    pieces.push(`check(KSYM_NAME_LEN == ${nameLimit.limit});`)
    pieces.push(`if (strlen(name) ${nameLimit.operator} KSYM_NAME_LEN)`)
    pieces.push(
      `warn("%s too long for kallsyms (%zu ${nameLimit.word} %d).\\n", name, strlen(name), KSYM_NAME_LEN);`,
    )
  }
  if (reportsReadErrors) pieces.push('warn("Read error or end of file.\\n");')
  return pieces
}

function keeping(dialect: Dialect): string[] {
  const { ignored, ranges } = dialect
  const prefix = dialect.ignoredWhen === 'reading' ? 'ignored' : 'special'
  const array = (name: string, list: readonly string[]): string[] =>
    list.length === 0
      ? []
      : [`static const char *const ${name}[] = {\n${list.map(quote).join(',\n')}, NULL };`]
  const pieces = [
    ...array(`${prefix}_symbols`, ignored.names),
    ...array(`${prefix}_prefixes`, ignored.prefixes),
    ...array(`${prefix}_suffixes`, ignored.suffixes),
    ...(ignored.substrings.join() === '_compiled.'
      ? ['if (strstr((char *)s->sym + 1, "_compiled.")) return 0;']
      : array('ignored_matches', ignored.substrings)),
  ]
  if (dialect.knowsText) pieces.push('if (strcmp(name, "_text") == 0) _text = at;')
  if (dialect.ignoredWhen === 'reading') pieces.push('if (is_ignored_symbol(name, type)) return NULL;')
  for (const letter of dialect.droppedTypes) {
    const other = letter.toUpperCase() === letter ? letter.toLowerCase() : letter.toUpperCase()
    if (!dialect.droppedTypes.includes(other)) pieces.push(`if (type == '${letter}') return 1;`)
    else if (letter < other) pieces.push(`if (toupper(type) == '${letter}') return 1;`)
  }
  if (dialect.dropsDollar) pieces.push(`else if (str[0] == '$') return -1;`)
  if (dialect.mappingSymbols) {
    pieces.push(`return str[0] == '$' && strchr("${dialect.mappingSymbols}", str[1]);`)
  }
  for (const text of dialect.droppedPrefixes)
    pieces.push(`if (!strncmp(name, ${quote(text)}, ${text.length})) return -1;`)
  if (ranges.every(range => range.guarded) && ranges.length === 3) {
    for (const { start, end } of ranges) pieces.push(`set(${quote(start)}, &from), set(${quote(end)}, &to);`)
  } else {
    const pairs = ranges.map(({ start, end }) => `{ ${quote(start)}, ${quote(end)} },`)
    pieces.push(`struct range text_ranges[] = { ${pairs.join('\n')} };`)
  }
  pieces.push('struct range percpu_range = { "__per_cpu_start", "__per_cpu_end", -1ULL, 0 };')
  if (dialect.keepsStartStop) pieces.push('if (string_starts_with(name, "__start_")) return 1;')
  if (dialect.filterWhen === 'before-sorting') pieces.push('shrink_table();')
  if (dialect.emptyTable === 'error') pieces.push('if (!table_cnt) fail("No valid symbol.\\n");')
  if (dialect.order) pieces.push('qsort(table, table_cnt, sizeof(table[0]), compare);')
  for (const rule of dialect.order ?? []) pieces.push(ORDER_RULES[rule])
  return pieces
}

const ORDER_RULES: Readonly<Record<OrderRule, string>> = {
  'weak-last': "wa = (sa->sym[0] == 'w') || (sa->sym[0] == 'W');",
  'script-last': 'if (!memcmp(name + 2, "start_", 6)) return 1;',
  underscores: "while (*tail == '_') tail++;",
  'first-underscore': "while (*tail != '_') tail++;",
}

function addresses({ whenPairsRunOut, absolute, relativeBase, overflowNamesMode }: Dialect): string[] {
  const pieces: string[] = []
  if (whenPairsRunOut === 'stop') pieces.push('if (token_profit[best] == 0) break;')
  if (absolute === 'flag') pieces.push('if (s->percpu_absolute) return true;')
  if (absolute === 'first-compressed-byte') pieces.push("if (toupper(table[i].sym[0]) != 'A') print();")
  if (relativeBase) {
    pieces.push(
      relativeBase.from === 'lowest-read' ? 'relative_base = -1ULL;' : 'relative_base = table[0]->addr;',
    )
    if (!relativeBase.alwaysMinus) pieces.push('out("\\tPTR\\t_text + %#llx\\n", relative_base - _text);')
    pieces.push('out("\\tPTR\\t_text - %#llx\\n", _text - relative_base);')
  }
  if (overflowNamesMode)
    pieces.push('warn("%s symbol value %#llx out of range in relative mode\\n", kind, at);')
  return pieces
}

function output({
  preamble,
  section,
  addressesFirst,
  counter,
  nameLength,
  seqs,
  ltoCut,
  comments,
  bytesIn,
  sizeLines,
}: Dialect): string[] {
  const pieces: string[] = []
  if (preamble) {
    pieces.push(`out("#include <${preamble.include}>\\n");`)
    for (const bytes of [8, 4]) pieces.push(`out("#define ALGN ${preamble.align} ${bytes}\\n");`)
  }
  pieces.push(section === '.data' ? 'out(".data\\n");' : 'out("\\t.section .rodata, \\"a\\"\\n");')
  const tables = ['output_label("kallsyms_token_index");', 'output_label("kallsyms_offsets");']
  pieces.push(...(addressesFirst ? tables.reverse() : tables))
  pieces.push(`out("\\t${counter}\\t%u\\n", table_cnt);`)
  if (nameLength === 'uleb128') pieces.push('if (length <= 0x3FFF) two_bytes();')
  if (nameLength === 'zero-prefix') pieces.push('if (length > 0xFFFF) fail();')
  if (seqs) pieces.push('output_label("kallsyms_seqs_of_names");')
  if (ltoCut === '.') pieces.push("p = strchr(s, '.');")
  if (ltoCut === '.llvm.') pieces.push('p = strstr(s, ".llvm.");')
  pieces.push(`out("\\t.long\\t%#x${comments.offsets ? '\\t/* %s */' : ''}\\n", offset);`)
  if (comments.names) pieces.push('out("\\t/* %s */\\n", name);')
  if (bytesIn === 'file') pieces.push('out("\\t.incbin \\"%s\\", %ld, %ld\\n", file, from, size);')
  if (bytesIn === 'file' && !comments.seqs) pieces.push('fputc(symbol->seq >> 16, file);')
  else pieces.push(`out("\\t.byte 0x%02x, 0x%02x, 0x%02x${comments.seqs ? '\t/* %s */' : ''}\\n", a, b, c);`)
  if (sizeLines?.tables === 'some') {
    for (const name of ['names', 'markers', 'token_table', 'offsets'])
      pieces.push(`out(".size kallsyms_${name}, . - kallsyms_${name}\\n");`)
  }
  if (sizeLines?.tables === 'all')
    pieces.push('out("\\t.byte 0\\n"); out("\\t.size %s, . - %s\\n", label, label);')
  return pieces
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}
