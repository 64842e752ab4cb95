/** The loops that run over every symbol or every byte, compiled to WebAssembly: each stands beside its pass. */
export {
  addPairs,
  bestPair,
  countPairs,
  findPair,
  indexPairs,
  markFirst,
  packCodes,
  replacePair,
  separate,
} from '../compress/pairs.as'
export {
  baseOffsets,
  putAddresses,
  putNames,
  putOffsets,
  putPcOffsets,
  putSeqs,
  textOffsets,
} from '../emit/lines.as'
export { readPlainRecords } from '../nm/plain.as'
export { countUp, nameEnds, sortGroup } from '../select/by-name.as'
