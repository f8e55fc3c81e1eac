'use strict'
// Loaded before anything else: whatever listens, listens on 127.0.0.1 only. The servers of this network give a port and
// no address, which Node takes as "all addresses".
const net = require('node:net')

const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (...args) {
  if (typeof args[0] === 'number' || (typeof args[0] === 'string' && /^\d+$/.test(args[0]))) {
    const host = typeof args[1] === 'string' ? 1 : -1
    if (host === 1) args[1] = '127.0.0.1'
    else args.splice(1, 0, '127.0.0.1')
  } else if (args[0] && typeof args[0] === 'object' && 'port' in args[0]) {
    args[0] = { ...args[0], host: '127.0.0.1' }
  }
  return listen.apply(this, args)
}
// "localhost" must not become ::1, where nothing listens.
require('node:dns').setDefaultResultOrder('ipv4first')
