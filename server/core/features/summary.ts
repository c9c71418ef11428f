import type { Finding } from '../rules/rule.ts'

/** The state of a draft in two numbers. */
export interface Summary {
  /** How many claims it makes. */
  readonly claims: number
  /** How many of them nobody stands behind, though an editor would want somebody to. */
  readonly open: number
}

/** Counts the claims of a draft that `unsourced-claim` objects to, beside all of them. */
export function summary(claims: number, findings: readonly Finding[]): Summary {
  return { claims, open: findings.filter(({ rule }) => rule === 'unsourced-claim').length }
}
