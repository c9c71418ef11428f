// Loaded into a process before its program: says on standard error what it connects to, resolves or listens at.
const net = require('node:net')
const dns = require('node:dns')
const dgram = require('node:dgram')

const watch = (object, name, what) => {
  const original = object[name]
  object[name] = function (...words) {
    process.stderr.write(`[spy] ${what} ${JSON.stringify(words[0])}\n`)
    return original.apply(this, words)
  }
}
watch(net.Socket.prototype, 'connect', 'connect')
watch(net.Server.prototype, 'listen', 'listen')
watch(dns, 'lookup', 'lookup')
watch(dns, 'resolve', 'resolve')
watch(dns.promises, 'lookup', 'lookup')
watch(dgram, 'createSocket', 'datagram')
