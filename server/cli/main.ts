import { join } from 'node:path'
import { check, read } from './check.ts'
import { compileLater } from './compileLater.ts'
import { Complaint } from './complaint.ts'
import { help } from './help.ts'
import { commandOf } from './options.ts'
import { complain, endWithReader, print } from './output.ts'
import { readLines } from './readLines.ts'

/** Written in by the build. */
declare const SAYS_WHO_VERSION: string

/** Does what the words after the program's name say. Gives the exit status; undefined while the server runs. */
async function run(words: readonly string[]): Promise<number | undefined> {
  const command = commandOf(words)
  switch (command.name) {
    case 'help':
      await print(help)
      return 0
    case 'version':
      await print(`${SAYS_WHO_VERSION}\n`)
      return 0
    case 'server':
      // The server is a bundle of its own beside this one, and listens as soon as it is loaded.
      require(join(__dirname, 'server.node.js'))
      return undefined
    case 'check':
      compileLater()
      return check(command.paths, command.format, command.failOn)
    case 'read':
      compileLater()
      return read(command.paths)
    case 'read-lines':
      return readLines(process.stdin)
  }
}

endWithReader()
run(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status
  },
  (error) => {
    // Of an error that nobody foresaw only the name is shown: its message may quote the draft.
    complain(error instanceof Complaint ? error.message : `Something went wrong that should not (${error?.name}).`)
    process.exitCode = 2
  },
)
