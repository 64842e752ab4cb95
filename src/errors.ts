/**
 * The one error class of the library. The library throws it; only the command line turns it into a message and an
 * exit status.
 */

export type ErrorCode =
  /** The data is not what the dialect reads. */
  | 'bad-input'
  /** Nothing is left to put into the table. */
  | 'empty-table'
  /** An address does not fit its field. */
  | 'out-of-range'
  /** More symbols, or more bytes, than the format can index. */
  | 'too-large'
  /** The kernel version or tree is not one that is covered. */
  | 'unknown-kernel'
  /** An option or a value that does not exist. */
  | 'usage'
  /** A file cannot be read or written. */
  | 'io'
  /** The output is not that of the C tool which it was compared with. */
  | 'differs'
  /** A proposal of the lab is none, or fails. */
  | 'bad-proposal'

export class KallsymsError extends Error {
  /**
   * @param code what kind of error it is
   * @param message one line: what is wrong, where, and what to do
   * @param line the line of the input, counted from 1, where there is one
   * @param original what the C tool says in this case, where it says something
   * @param input which input the line and the message are about, if not the map
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
