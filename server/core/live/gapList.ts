import { itemAt } from '../text/itemAt.ts'
import { leading } from '../text/search.ts'

/**
 * A list with a gap where it was changed last, like the buffer of an editor: a change costs as much as it lies away from the one
 * before. Parts are heard in the order of the draft, and so what one edit changes in a list costs no more than one walk along it.
 */
export class GapList<T> {
  /** What stands before the gap. */
  private readonly head: T[] = []
  /** What stands behind it, the last one first. */
  private readonly tail: T[] = []

  get length(): number {
    return this.head.length + this.tail.length
  }

  /** What stands at an index; nothing where there is none such. */
  at(index: number): T | undefined {
    const { head, tail } = this
    return index < head.length ? itemAt(head, index) : itemAt(tail, this.length - 1 - index)
  }

  /** How many at the start hold, where all that hold stand before all that do not. */
  leading(holds: (item: T) => boolean): number {
    const { head, tail } = this
    const before = leading(head, holds)
    return before < head.length ? before : this.length - leading(tail, (item) => !holds(item))
  }

  /** Uses each, in order. */
  forEach(use: (item: T) => void): void {
    this.head.forEach(use)
    for (let i = this.tail.length - 1; i >= 0; i--) use(this.tail[i] as T)
  }

  /** Whether any holds. */
  some(holds: (item: T) => boolean): boolean {
    return this.head.some(holds) || this.tail.some(holds)
  }

  /** Those in [start, end), both of which lie within the list. */
  slice(start: number, end: number): T[] {
    const { head, tail, length } = this
    const behind = tail.slice(length - end, length - start).reverse()
    return head.slice(start, end).concat(behind)
  }

  /** Puts others in the place of those in [start, end), and gives these. */
  replace(start: number, end: number, by: readonly T[]): T[] {
    const { head, tail } = this
    while (head.length < end) head.push(tail.pop() as T)
    while (head.length > end) tail.push(head.pop() as T)
    const was = head.splice(start)
    for (const one of by) head.push(one)
    return was
  }
}
