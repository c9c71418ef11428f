import { parentPort, workerData } from 'node:worker_threads'
import { checker } from './checker.ts'
import { Complaint } from './complaint.ts'
import type { Project } from './drafts.ts'

/** What a thread is asked to check, and what it answers: the draft with its findings, or the sentence of a complaint. */
export interface ThreadQuestion {
  readonly index: number
  readonly file: string
}
export type ThreadAnswer = { readonly index: number } & (
  | { readonly checked: Awaited<ReturnType<ReturnType<typeof checker>>> }
  | { readonly complaint: string }
)

const check = checker(workerData as Project)
const answer = (said: ThreadAnswer): void => parentPort?.postMessage(said)

parentPort?.on('message', async ({ index, file }: ThreadQuestion) => {
  try {
    answer({ index, checked: await check(file) })
  } catch (error) {
    if (!(error instanceof Complaint)) throw error
    answer({ index, complaint: error.message })
  }
})
