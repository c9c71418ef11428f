/** The largest message that is taken, in bytes: a draft of some ten million words. */
const LARGEST = 64 * 1024 * 1024
const LONGEST_HEADER = 4096

/**
 * Watches the bytes of a client's stream, frame by frame, and calls `broken` once when they stop being frames: a header that
 * is none, a length that is missing, told twice, negative, not a number or over 64 MiB. `vscode-jsonrpc` 10 says nothing and hears
 * nothing from then on. The function that it gives takes the chunks in order, and says whether a frame is unfinished.
 */
export function watchFrames(broken: () => void): (chunk: Uint8Array) => boolean {
  let header = ''
  let body = 0
  let lost = false
  const lose = (): boolean => {
    lost = true
    broken()
    return false
  }
  return (chunk) => {
    let at = 0
    while (!lost && at < chunk.length) {
      if (body > 0) {
        const taken = Math.min(body, chunk.length - at)
        body -= taken
        at += taken
        continue
      }
      header += String.fromCharCode(chunk[at++] ?? 0)
      if (!isHeader(header)) return lose()
      if (!header.endsWith('\r\n\r\n')) continue
      const length = lengthIn(header)
      if (length === undefined) return lose()
      body = length
      header = ''
    }
    return !lost && (body > 0 || header !== '')
  }
}

/** Whether text can begin a header: names of letters and hyphens, a colon, a value, and CRLF after each line. */
function isHeader(text: string): boolean {
  if (text.length > LONGEST_HEADER || (text.at(-2) === '\r' && !text.endsWith('\n'))) return false
  const start = text.lastIndexOf('\n') + 1
  if (text.endsWith('\n')) return text.endsWith('\r\n') && (text.includes(':') || text === '\r\n')
  const begun = text.slice(start)
  const colon = begun.indexOf(':')
  const name = colon < 0 ? begun : begun.slice(0, colon)
  return /^[A-Za-z-]*$/.test(name) || (begun === '\r' && start > 0)
}

/** The length that a header tells; none where it tells two, of which `vscode-jsonrpc` would take the last. */
function lengthIn(header: string): number | undefined {
  const lengths = header.split('\r\n').flatMap((line) => {
    const colon = line.indexOf(':')
    return line.slice(0, colon).toLowerCase() === 'content-length' ? [line.slice(colon + 1).trim()] : []
  })
  const [value = ''] = lengths
  const length = /^\d{1,9}$/.test(value) ? Number(value) : LARGEST + 1
  return lengths.length !== 1 || length > LARGEST ? undefined : length
}

/** How often a message that is unfinished is looked at, in milliseconds. */
const LOOK = 250
/** So many looks in a row find that hardly anything came. */
const LOOKS = 4
/** What comes at least between two looks where a message is on its way, in bytes; somebody who types sends less. */
const LEAST = 4096

/**
 * Watches a message that is unfinished, and calls `stalled` where hardly anything more of it comes for a second. That a little
 * comes says nothing: a length that is too long swallows the messages that follow. What it gives is told of each chunk, by its
 * bytes, and whether a message is unfinished after it. Looks are counted, and no time is measured, since a long reading holds up
 * both the looks and the chunks.
 */
export function watchStalls(stalled: () => void): (bytes: number, unfinished: boolean) => void {
  let looking: ReturnType<typeof setInterval> | undefined
  let came = 0
  let idle = 0
  const look = (): void => {
    idle = came < LEAST ? idle + 1 : 0
    came = 0
    if (idle < LOOKS) return
    clearInterval(looking)
    stalled()
  }
  return (bytes, unfinished) => {
    came += bytes
    if (!unfinished) {
      clearInterval(looking)
      looking = undefined
    } else if (looking === undefined) {
      came = 0
      idle = 0
      looking = setInterval(look, LOOK)
    }
  }
}
