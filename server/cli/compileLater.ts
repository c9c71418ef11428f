import { setFlagsFromString } from 'node:v8'

/** How much of a function's code is run three times over before V8 makes fast code of it, in bytes; of itself it waits for 67,584. */
const PATIENCE = 500_000

/**
 * Has V8 wait longer before it makes fast code of a function. That pays for a program that goes on running; a draft of 100,000 words took
 * one second to read and one and a half to compile for, of much that was not run again.
 */
export const compileLater = (): void => setFlagsFromString(`--interrupt-budget=${PATIENCE}`)
