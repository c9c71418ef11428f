import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml'
import type { Span } from '../../text/span.ts'
import type { Bibliography, Fault } from '../bibliography.ts'
import type { Reference } from '../reference.ts'
import { bareList, type Chunks, chunksOf, isBlank } from './chunks.ts'
import { isObject, itemOf, memberOf, textOf } from './items.ts'
import { isJson, parseCslJson } from './json.ts'
import { keyAt } from './yamlKey.ts'

/** How many items are parsed at once. */
const AT_ONCE = 20

/** A value, or why there is none. */
interface Loaded {
  readonly value: unknown
  readonly fault: Fault | undefined
}

type Parsed = Pick<Bibliography, 'references' | 'faults'>

const NOTHING: Parsed = { references: [], faults: [] }

/** Reads a file of CSL-YAML: `references:` and a list, or a list alone. JSON, which is YAML too, is read as such. */
export function parseCslYaml(text: string, file: string): Parsed {
  const region = { start: text.startsWith('\uFEFF') ? 1 : 0, end: text.length }
  if (isJson(text)) return parseCslJson(text, file, 'csl-yaml')
  const chunks = chunksOf(text, region, 'references') ?? bareList(text, region)
  if (chunks !== undefined) return referencesIn(text, region, chunks, file)
  return isBlank(text.slice(region.start)) ? NOTHING : { references: [], faults: [notAList(text, region)] }
}

/**
 * The references of a list, each parsed for itself, so that one that is broken costs no other. Values are all taken as text
 * (YAML's "failsafe" schema), since a date or a number must stay as it is written. An alias is the very value that it
 * repeats, so a file cannot grow by aliases of aliases.
 *
 * @param file the URI of a bibliography; undefined for the front matter of a draft
 */
export function referencesIn(text: string, region: Span, chunks: Chunks, file: string | undefined): Parsed {
  if (chunks.items.length === 0) return inBrackets(text, chunks.value, file)
  const references: Reference[] = []
  const faults: Fault[] = []
  for (const [span, { value, fault }] of itemsIn(text, region, chunks)) {
    const written = keyAt(text, span)
    const key = textOf(memberOf(value, 'id')) || (fault !== undefined && isKey(written.key) ? written.key : '')
    if (fault !== undefined) faults.push(fault)
    else if (key === '') faults.push(without(span))
    if (key !== '')
      references.push(referenceOf(key, file, span, written.key === key ? written.span : nowhere(span), value))
  }
  return { references, faults }
}

/** What YAML makes of each item. Several are parsed at once, which takes half the time; if that fails, each for itself. */
function* itemsIn(text: string, region: Span, { items, indent }: Chunks): Generator<[Span, Loaded]> {
  let whole: readonly unknown[] | undefined
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const batch = items.slice(from, from + AT_ONCE)
    const [first, last] = [batch[0], batch.at(-1)]
    if (first === undefined || last === undefined) return
    const together = loaded(text, { start: first.start - indent, end: last.end }).value
    for (const [index, span] of batch.entries()) {
      if (Array.isArray(together) && together.length === batch.length) {
        yield [span, { value: together[index], fault: undefined }]
        continue
      }
      const alone = loaded(text, { start: span.start - indent, end: span.end })
      const value: unknown = Array.isArray(alone.value) ? alone.value[0] : undefined
      // what an item repeats may stand in another
      if (alone.fault !== undefined && text.slice(span.start, span.end).includes('*')) {
        whole ??= wholeList(text, region)
        if (whole.length === items.length) yield [span, { value: whole[from + index], fault: undefined }]
        else yield [span, alone]
      } else yield [span, { value, fault: alone.fault }]
    }
  }
}

/** What stands where a list should. */
function notAList(text: string, span: Span): Fault {
  const start = span.start + text.slice(span.start, span.end).search(/[^ \t\r\n]/)
  const message = 'This is no list of references: begin it with “references:” and a dash for each.'
  return { start, end: start + 1, message }
}

/** A list in brackets, which is one piece: what is broken in it costs all of it. */
function inBrackets(text: string, span: Span, file: string | undefined): Parsed {
  if (isBlank(text.slice(span.start, span.end))) return NOTHING
  const { value, fault } = loaded(text, span)
  if (fault !== undefined) return { references: [], faults: [fault] }
  if (!Array.isArray(value)) return { references: [], faults: [notAList(text, span)] }
  const items: unknown[] = value
  const references = items.flatMap((item): Reference[] => {
    const key = textOf(memberOf(item, 'id'))
    return key === '' ? [] : [referenceOf(key, file, span, nowhere(span), item)]
  })
  return { references, faults: references.length < items.length ? [without(span)] : [] }
}

const referenceOf = (key: string, file: string | undefined, span: Span, keySpan: Span, item: unknown): Reference => ({
  kind: 'csl-yaml',
  key,
  ...(file !== undefined && { file }),
  span,
  keySpan,
  item: itemOf(item),
})

/** Whether what stands behind `id:` in a broken item can be a key. */
const isKey = (text: string): boolean => text.length < 200 && /^[^\s{}[\],]+$/.test(text)

/** The place of a key that is written in a way that cannot be renamed. */
const nowhere = ({ start }: Span): Span => ({ start, end: start })

const without = ({ start }: Span): Fault => ({
  start,
  end: start + 1,
  message: 'This item has no id to cite it by: give it one, as in “id: smith2020”.',
})

/** What YAML makes of a span; never an exception. */
export function loaded(text: string, span: Span): Loaded {
  try {
    const yaml = text.slice(span.start, span.end)
    return { value: load(yaml, { schema: FAILSAFE_SCHEMA }), fault: undefined }
  } catch (error) {
    const offset = error instanceof YAMLException ? (error.mark?.position ?? 0) : 0
    const start = Math.min(span.start + offset, Math.max(span.start, span.end - 1))
    const message = 'This item cannot be read from here: mind its indent, and quote words that hold a colon.'
    return { value: undefined, fault: { start, end: start + 1, message } }
  }
}

function wholeList(text: string, region: Span): readonly unknown[] {
  const { value } = loaded(text, region)
  const list = isObject(value) ? memberOf(value, 'references') : value
  return Array.isArray(list) ? list : []
}
