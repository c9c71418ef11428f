import { wordsOf } from '../eval/counts.ts'
import { capital, dice, madeUp, rankOf } from './library.ts'
import { endingOf, type Stock } from './sentences.ts'

export type Markup = 'plain' | 'markdown'

/** How many different names, and words of each ending, there are at most. */
const NAMES = 40_000
/** One of so many sentences is one in which something is found, which makes findings about as frequent as in published news. */
const FLAGGED = 16
type Roll = (sides: number) => number

/**
 * A text of at least so many words, always the same for the same seed: the project's own sentences, in which names are
 * made up and a third of the longer words are others, so that what is cached for a word helps as it would in real prose.
 */
export function makeText(stock: Stock, words: number, markup: Markup, seed: number): string {
  const roll = dice(seed)
  const paragraphs: string[] = []
  for (let count = 0, at = 0; count < words; at++) {
    const sentences = Array.from({ length: 2 + roll(4) }, () => sentence(stock, roll))
    const made = markup === 'plain' ? sentences.join(' ') : marked(sentences, at, roll, stock)
    paragraphs.push(made)
    count += wordsOf(made)
  }
  return `${paragraphs.join('\n\n')}\n`
}

/** One of the sentences, with other names, figures and longer words. */
function sentence({ sentences, flagged, words }: Stock, roll: Roll): string {
  return pick(roll(FLAGGED) === 0 ? flagged : sentences, roll).replace(
    /(?<= )[A-Z][a-z]{2,}\b|\b[a-z]{5,}\b|\b\d{2,3}\b/g,
    (word) => {
      if (/\d/.test(word)) return String(10 ** (word.length - 1) + roll(9 * 10 ** (word.length - 1)))
      if (/[A-Z]/.test(word)) return roll(2) === 0 ? word : capital(madeUp(rankOf(roll, NAMES)))
      const others = words.get(endingOf(word)) ?? []
      return roll(3) > 0 ? word : (others[rankOf(roll, others.length) - 1] ?? word)
    },
  )
}

/** Sentences as a block of Markdown: paragraphs with emphasis, links and notes, and at times a heading, list, table or code. */
function marked(sentences: readonly string[], at: number, roll: Roll, stock: Stock): string {
  const [first = '', ...rest] = sentences
  const text = [first, ...rest].join(' ')
  switch (at % 12) {
    case 0:
      return `## ${first.replace(/[.?!"“”]/g, '')}\n\n${text}`
    case 3:
      return `${text.replace(/\b([a-z]{6,}) ([a-z]+)\b/, `[$1 $2](https://example.org/articles/${madeUp(roll(NAMES))})`)}`
    case 5:
      return `${text}[^${at}]\n\n[^${at}]: ${capital(madeUp(roll(NAMES)))}, *${pick(stock.sentences, roll).slice(0, 30).replace(/["“”]/g, '')}* (${1950 + roll(75)}).`
    case 6:
      return sentences.map((one) => `- ${one}`).join('\n')
    case 8:
      return `> ${text}`
    case 9:
      return `${text.replace(/\b([a-z]{6,})\b/, '**$1**')} The command is \`${madeUp(roll(NAMES))} --${madeUp(roll(NAMES))}\`.`
    case 11:
      return at % 24 === 11
        ? `${text}\n\n\`\`\`\nconst ${madeUp(roll(NAMES))} = ${roll(900)}\n\`\`\``
        : `| place | count |\n| --- | ---: |\n${sentences.map(() => `| ${capital(madeUp(roll(NAMES)))} | ${roll(900)} |`).join('\n')}\n\n${text}`
    default:
      return text
  }
}

/** One of some things. */
function pick(list: readonly string[], roll: Roll): string {
  const one = list[roll(list.length)]
  if (one === undefined)
    throw new Error('There is no sentence to make a text of: are the seeds and test/articles there?')
  return one
}
