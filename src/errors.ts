/** The error class of the library. Only the command line turns errors into messages and exit statuses. */

export type ErrorCode =
  /** The map, or other input, is malformed. */
  | 'bad-input'
  /** No symbol is left for the table. */
  | 'empty-table'
  /** An address does not fit its field. */
  | 'out-of-range'
  /** More symbols, or more bytes, than the format can index. */
  | 'too-large'
  /** The kernel version or tree is unknown or not supported. */
  | 'unknown-kernel'
  /** Wrong usage: an option or a value that does not exist. */
  | 'usage'
  /** A file cannot be read or written. */
  | 'io'
  /** The output differs from that of the C tool. */
  | 'differs'
  /** A proposal of the lab is malformed, or fails. */
  | 'bad-proposal'

export class KallsymsError extends Error {
  /**
   * @param code the kind of error
   * @param message one line: what is wrong, where, and what to do
   * @param where `line`: of the input, from 1; `original`: the message of the C tool in this case, if it has one;
   *   `input`: the input that line and message are about, if not the map
   */
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly where: {
      readonly line?: number
      readonly original?: string
      readonly input?: 'previous'
    } = {},
  ) {
    super(message)
    this.name = 'KallsymsError'
  }
}
