/** A server that stops once more often than this within the time is not started again. */
const MOST = 4
const WITHIN = 3 * 60_000

/** Counts the times that a server stopped by itself. What it gives is asked at each, and says whether to start the server again. */
export function countStops(now: () => number): () => boolean {
  let stops: number[] = []
  return () => {
    stops = [...stops.filter((at) => now() - at < WITHIN), now()]
    if (stops.length <= MOST) return true
    // somebody who starts it again by hand begins anew
    stops = []
    return false
  }
}
