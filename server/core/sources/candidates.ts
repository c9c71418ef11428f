import type { Span } from '../text/span.ts'
import { isBare, type Mention } from './identity.ts'
import { initialsOf } from './initials.ts'
import type { Name } from './names.ts'

/** How many blocks before a description the names stand that it may mean, besides its own. */
const REACH = 1
/** How many names, and how many sources, before it are looked at: the last two paragraphs or so. */
const MOST = 40

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Last words of the names that a description fits. */
const PAPERS = words(
  'times post journal herald tribune chronicle guardian telegraph gazette globe examiner observer independent mail sun mirror express standard star inquirer register courier dispatch nyt wsj wapo',
)
const BROADCASTERS = words('cnn nbc abc cbs msnbc npr pbs bbc fox television tv radio broadcasting')
const AGENCIES = words('reuters ap afp bloomberg press')
const MAGAZINES = words('newsweek economist atlantic nation slate salon wired magazine weekly review')
const FIRMS = words(
  'co co. inc inc. corp corp. ltd ltd. llc plc company group holdings industries lines energy motors foods systems technologies airlines airways steel oil gas mining pharma pharmaceuticals',
)

const FITTING: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...['newspaper', 'paper', 'daily', 'tabloid'].map((head) => [head, PAPERS] as const),
  ...['network', 'channel', 'broadcaster'].map((head) => [head, BROADCASTERS] as const),
  ['agency', AGENCIES] as const,
  ['magazine', MAGAZINES] as const,
  ...['company', 'firm'].map((head) => [head, FIRMS] as const),
])

/** Whether a mention is one such as "the newspaper", and so may stand for several names. */
export const isOpen = ({ kind: { form, head }, text }: Mention): boolean =>
  form === 'description' && FITTING.has(head) && isBare(text)

/** How many blocks before a mention's own there may be what decides between the names that it may stand for. */
export const DECIDING = 2 * REACH

/**
 * For each mention such as "the newspaper" the names that it may stand for: two or more of that kind that were named shortly
 * before, of which not just one was a source itself. Empty for every other mention.
 *
 * @param mentions in document order
 * @param names in document order
 */
export function candidates(mentions: readonly Mention[], names: readonly Name[]): string[][] {
  let n = 0
  return mentions.map((mention, m) => {
    while (n < names.length && (names[n] as Name).start < mention.start) n++
    const fitting = FITTING.get(mention.kind.head)
    if (fitting === undefined || !isOpen(mention)) return []
    const near: Name[] = []
    for (let i = n - 1; i >= Math.max(0, n - MOST) && (names[i] as Name).block >= mention.block - REACH; i--) {
      const name = names[i] as Name
      const isWhole = name.publication || name.words.length > 1
      if (isWhole && fitting.has(name.words.at(-1) ?? '') && !near.some((other) => isSame(name, other))) near.push(name)
    }
    if (near.length < 2) return []
    const sources = near.filter((name) => isSource(name, mentions, m))
    const spoke = near.filter((name) => sources.some((source) => source === name || areJoined(source, name)))
    return spoke.length === 1 ? [] : near.map(({ text }) => text).reverse()
  })
}

/** Whether two names are one, in full and shortened: "The New York Times", "the Times", "NYT". */
function isSame(a: Name, b: Name): boolean {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a]
  if (short.words.every((word) => long.words.includes(word))) return true
  return initialsOf(long.text).some((letters) => letters === short.text.replace(/^the /i, ''))
}

/** How far apart two names stand at most of which one is told by the other: "the Post and the Herald". */
export const JOINED = ' and '.length + 1

/** Whether two names stand side by side. */
const areJoined = (a: Span, b: Span): boolean => Math.max(a.start, b.start) - Math.min(a.end, b.end) <= JOINED

/** Whether a name, or another form of it, was a source in the last of the mentions before one. */
function isSource(name: Name, mentions: readonly Mention[], before: number): boolean {
  for (let m = before - 1; m >= Math.max(0, before - MOST); m--) {
    const { block, text, kind } = mentions[m] as Mention
    if (block < name.block - REACH) return false
    if (kind.form === 'name' && text.includes(name.text.replace(/^the /i, ''))) return true
  }
  return false
}
