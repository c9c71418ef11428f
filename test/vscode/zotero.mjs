import { createServer } from 'node:http'

const PORT = 23119

/** What Better BibTeX says of an item in a library; invented. */
const TIDES = {
  citekey: 'cruz2020tides',
  type: 'book',
  title: 'Tides and ferries',
  author: [{ family: 'Cruz', given: 'Ana' }],
  publisher: 'Quay Press',
  issued: { 'date-parts': [['2020']] },
}

/**
 * Answers on this computer as Zotero with Better BibTeX does. Gives which words it was asked for, and a function that stops it;
 * undefined where a Zotero runs here already.
 */
export async function startZotero() {
  const asked = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const isSearch = request.method === 'POST' && request.url === '/better-bibtex/json-rpc'
    const { method, params, id } = isSearch ? JSON.parse(body) : {}
    if (method !== 'item.search') return response.writeHead(404, { 'Content-Type': 'text/plain' }).end('No endpoint')
    asked.push(params[0])
    const result = 'ferries'.startsWith(params[0]) ? [TIDES] : []
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ jsonrpc: '2.0', result, id }))
  })
  const isFree = await new Promise((resolve) => {
    server.once('error', () => resolve(false)).listen(PORT, '127.0.0.1', () => resolve(true))
  })
  const stop = () => new Promise((resolve) => server.close(resolve))
  return isFree ? { asked, stop } : undefined
}
