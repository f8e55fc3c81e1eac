'use strict'
// Prints N ports that are free on 127.0.0.1 now. They are held open together, so that no two are the same.
const net = require('node:net')

const wanted = Number(process.argv[2])
const held = []
const next = () => {
  if (held.length === wanted) {
    console.log(held.map((s) => s.address().port).join(' '))
    held.forEach((s) => s.close())
    return
  }
  const server = net.createServer()
  server.listen(0, '127.0.0.1', () => {
    held.push(server)
    next()
  })
}
next()
