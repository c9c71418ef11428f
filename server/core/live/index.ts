export * from './compose.ts'
export * from './findings.ts'
export * from './live.ts'
