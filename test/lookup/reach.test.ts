import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import type { LookupAddress } from 'node:dns'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:https'
import { type AddressInfo, createServer as createPlainServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask } from '../../server/lookup/ask.ts'
import { nodeTransport, type Resolve } from '../../server/lookup/nodeTransport.ts'
import { reachOf, reachOfIp } from '../../server/lookup/reach.ts'
import type { Request } from '../../server/lookup/transport.ts'
import { failureOf, needLoopback } from './town.ts'

const PUBLIC = ['1.1.1.1', '93.184.216.34', '2606:4700::1111', '64:ff9b::101:101', '::ffff:1.1.1.1']
const LOOPBACK = ['127.0.0.1', '127.255.0.9', '::1', '::ffff:127.0.0.1', '64:ff9b::7f00:1']
const PRIVATE = [
  ...['10.0.0.1', '172.16.9.9', '192.168.1.1', '100.64.0.1', '169.254.169.254', '0.0.0.0', '224.0.0.1', '240.0.0.1'],
  ...['192.0.2.1', '198.18.0.1', '255.255.255.255', '::', 'fe80::1', 'fe80::1%eth0', 'fd00::1', 'fc00::1', 'ff02::1'],
  ...['fec0::1', '2001:db8::1', '2002:a00:1::', '2001::1', '64:ff9b::a00:1', '64:ff9b:1::1', '::ffff:10.0.0.1'],
  ...['64:ff9b:1::101:101', '::127.0.0.2', '4000::1', 'not an address', ''],
]

describe('the reach of a host', () => {
  it('is known of every kind of IP address', () => {
    for (const ip of PUBLIC) assert.equal(reachOfIp(ip), 'public', ip)
    for (const ip of LOOPBACK) assert.equal(reachOfIp(ip), 'loopback', ip)
    for (const ip of PRIVATE) assert.notEqual(reachOfIp(ip), 'public', ip)
    for (const ip of PRIVATE.slice(0, -4)) assert.equal(reachOfIp(ip), 'private', ip)
  })

  it('is known however an address writes it', () => {
    const reach = (address: string) => reachOf(new URL(address).hostname)
    for (const host of [
      'localhost',
      'LOCALHOST.',
      'a.localhost',
      '127.1',
      '0x7f000001',
      '2130706433',
      '0177.0.0.1',
      '[::1]',
    ])
      assert.equal(reach(`https://${host}/`), 'loopback', host)
    for (const host of ['router', 'nas.local', 'a.internal', '10.1', '[fe80::1]', 'a.home.arpa.', '①0.0.0.1'])
      assert.equal(reach(`https://${host}/`), 'private', host)
    for (const host of [
      'paper.example',
      'localhost.example',
      'münchen.example',
      '1.1.1.1',
      '[2606:4700::1111]',
      'local.example.',
    ])
      assert.equal(reach(`https://${host}/`), 'public', host)
  })
})

describe('a connection over Node', () => {
  before(needLoopback)

  const request = (url: string, more: Partial<Request> = {}): Request => ({
    url: new URL(url),
    method: 'GET',
    headers: {},
    reach: 'public',
    unseen: 'stop',
    signal: AbortSignal.timeout(2000),
    ...more,
  })
  const knows =
    (...ips: readonly string[]): Resolve =>
    (_, __, done) =>
      done(
        null,
        ips.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
      )

  it('is not made to a public name that stands for an address in a private network', async () => {
    let connections = 0
    const server = createPlainServer(() => connections++).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const url = `https://paper.example:${(server.address() as AddressInfo).port}/`
    for (const ip of ['127.0.0.1', '10.0.0.1', '::1', '::ffff:127.0.0.1', '169.254.169.254']) {
      const { why, message } = await failureOf(nodeTransport(knows(ip)).send(request(url)))
      assert.equal(why, 'unsafe', ip)
      assert.match(message, /^paper\.example:\d+ leads into a private network/)
    }
    assert.equal(connections, 0)
    server.close()
  })

  it('is made to those addresses alone that are public, where a name stands for several', async () => {
    const { send } = nodeTransport(knows('127.0.0.1', '192.0.2.1'))
    assert.equal((await failureOf(send(request('https://paper.example/')))).why, 'unsafe')
    // The name is asked for once, and what it stands for is what is connected to: nothing can change in between.
    let asked = 0
    const counting: Resolve = (name, options, done) => {
      asked++
      knows('127.0.0.1')(name, options, done)
    }
    await failureOf(nodeTransport(counting).send(request('https://paper.example/')))
    assert.equal(asked, 1)
  })

  it('is not made to a host that cannot prove who it is', async function () {
    const folder = mkdtempSync(join(tmpdir(), 'says-who-'))
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    const words = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1']
    try {
      execFileSync('openssl', [...words, '-subj', '/CN=paper.example', '-keyout', key, '-out', cert], { stdio: 'pipe' })
    } catch {
      rmSync(folder, { recursive: true })
      this.skip()
    }
    let requests = 0
    const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, () => requests++)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = new URL(`https://paper.example:${(server.address() as AddressInfo).port}/`)
    const { send } = nodeTransport(knows('127.0.0.1'))
    const transport = { reachesLoopback: true, send: (sent: Request) => send({ ...sent, reach: 'loopback' as const }) }
    const question = { url, method: 'GET', reach: 'public', unseen: 'stop', types: [], most: 1, missing: '' } as const
    const { why, message } = await failureOf(ask(question, { transport }))
    assert.equal(why, 'untrusted')
    assert.match(message, /cannot prove that it is paper\.example/)
    assert.equal(requests, 0)
    server.close()
    rmSync(folder, { recursive: true })
  })
})
