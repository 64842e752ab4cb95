import { InvalidArgumentError, Option } from 'commander'

/** An option whose value is one or more of some names, with commas between them. */
export class ListOption extends Option {
  constructor(
    flags: string,
    description: string,
    readonly items: readonly string[],
  ) {
    super(flags, description)
    this.argParser(text => {
      const names = text.split(',').filter(name => name !== '')
      if (names.length === 0 || names.some(name => !items.includes(name))) {
        throw new InvalidArgumentError(`Possible names: ${items.join(', ')}.`)
      }
      return names
    })
  }
}
