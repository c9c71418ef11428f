import { once } from 'node:events'

/** Writes to standard output, and waits where whoever reads it is slower. */
export async function print(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** Says on standard error what could not be done. */
export function complain(sentence: string): void {
  process.stderr.write(`says-who: ${sentence}\n`)
}

/** Ends quietly where nobody reads on, as in `says-who check draft.md | head`. */
export function endWithReader(): void {
  process.stdout.on('error', (error: { code?: string }) => {
    if (error.code === 'EPIPE') process.exit(0)
    complain('The output could not be written.')
    process.exit(2)
  })
}
