/**
 * All loops that run over every symbol or every byte, for the compiler: each is in a file beside its stage. They are
 * compiled to one WebAssembly module, `wasm/loops.ts`.
 */
export {
  addPairs,
  bestPair,
  countPairs,
  findPair,
  indexPairs,
  listPairs,
  markBytes,
  packCodes,
  replacePair,
  separate,
} from './compress/pairs.as'
export {
  putAddresses,
  putNames,
  putOffsets,
  putPcOffsets,
  putSeqs,
} from './emit/lines.as'
export { baseOffsets, textOffsets } from './emit/offsets.as'
export { putAddressLists, putNameStrings, putOffsetLists, putSeqStrings } from './emit/strings.as'
export { placeNames } from './layout/markers.as'
export { readPlainRecords } from './nm/fast-path.as'
export {
  countDigits,
  fillEntries,
  mergeEntries,
  nameEnds,
  sortByDigit,
  takeOrder,
} from './select/by-name.as'
export { isAscending, rankOf, sortRuns } from './select/order.as'
export { prefilter, slotOf } from './select/prefilter.as'
export { dropMarked, retype } from './select/select.as'
export { countUp, gatherBytes, gatherHalves, gatherWords } from './symbols/columns.as'
export { zero } from './wasm/memory.as'
