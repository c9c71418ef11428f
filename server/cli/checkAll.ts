import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { checker } from './checker.ts'
import type { ThreadAnswer } from './checkerThread.ts'
import { Complaint, complaintOf } from './complaint.ts'
import type { Project } from './drafts.ts'
import type { CheckedDraft } from './formats/index.ts'

/** So much text is checked beside this thread, in bytes, so that somebody who wants to stop is heard. */
const BESIDE = 100_000
/**
 * So much is worth each further thread. Each compiles the core anew, which costs 2.5 seconds of a processor: for 200 drafts of 1,000
 * words, 1.4 MB, two threads took 10.6 instead of 7.8.
 */
const WORTH_A_THREAD = 1_000_000
const MOST_THREADS = 8
/** How many drafts each thread may be ahead of what is printed, so that no more of them is in memory. */
const AHEAD = 4

/**
 * Checks drafts, and gives each in the order of the paths, or the complaint about it; ends early where `stop` says so. Much
 * text is checked in threads, which leaves this one free to hear that somebody wants to stop.
 */
export async function* checkAll(
  files: readonly string[],
  project: Project,
  stop: AbortSignal,
): AsyncGenerator<CheckedDraft | Complaint> {
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  if (bytes < BESIDE) return yield* here(files, project, stop)
  const worth = Math.max(1, Math.floor(bytes / WORTH_A_THREAD))
  yield* inThreads(files, project, stop, Math.min(worth, files.length, availableParallelism(), MOST_THREADS))
}

async function* here(files: readonly string[], project: Project, stop: AbortSignal) {
  const check = checker(project)
  for (const file of files) {
    if (stop.aborted) return
    yield await check(file).catch(complaintOf)
  }
}

async function* inThreads(files: readonly string[], project: Project, stop: AbortSignal, count: number) {
  const answers = new Map<number, ThreadAnswer>()
  let idle = Array.from({ length: count }, () => new Worker(join(__dirname, 'checker.js'), { workerData: project }))
  const threads = idle
  let asked = 0
  let failed: Error | undefined
  let wake = (): void => {}
  stop.addEventListener('abort', () => wake())
  for (const thread of threads) {
    thread.on('message', (answer: ThreadAnswer) => {
      answers.set(answer.index, answer)
      idle.push(thread)
      wake()
    })
    thread.on('error', (error: Error) => {
      failed = error
      wake()
    })
  }
  try {
    for (let index = 0; index < files.length; index++) {
      const free = idle
      idle = []
      for (const thread of free) {
        if (asked < files.length && asked < index + count * AHEAD)
          thread.postMessage({ index: asked, file: files[asked++] })
        else idle.push(thread)
      }
      const answer = answers.get(index)
      if (answer === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        index--
      } else {
        answers.delete(index)
        yield 'checked' in answer ? answer.checked : new Complaint(answer.complaint)
      }
      if (failed !== undefined) throw failed
      if (stop.aborted) return
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()))
  }
}
