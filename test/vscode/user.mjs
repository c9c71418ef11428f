export async function runAsUser(suite) {
  return { suite, passed: 0, failures: [] }
}
