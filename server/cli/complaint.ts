/** Something that could not be done, in one sentence for the person who asked for it. */
export class Complaint extends Error {}

/** A complaint that was thrown, as a value; any other error goes on. */
export function complaintOf(error: unknown): Complaint {
  if (error instanceof Complaint) return error
  throw error
}

/** Says why the system refuses a file, in words. */
export function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file'
  if (code === 'EACCES' || code === 'EPERM') return 'reading it is not allowed'
  if (code === 'EISDIR') return 'it is a folder'
  if (code === 'ELOOP') return 'its links lead round in a circle'
  return typeof code === 'string' ? `the system says ${code}` : 'it could not be read'
}
