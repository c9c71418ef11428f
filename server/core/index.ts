/** The only door to the core: everything outside `server/core` imports from here. */
export * from './reading.ts'
export * from './text/draft.ts'
export * from './text/span.ts'
