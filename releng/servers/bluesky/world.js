'use strict'
// The part of the network that stays up: the directory of identities (PLC) and the AppView with its firehose reader.
// Ports and files come by the environment; see start.sh.
const fs = require('node:fs')
const path = require('node:path')
const { TestPlc, TestBsky, mockResolvers } = require('@atproto/dev-env')

const dir = process.env.KONTOR_DIR
const port = (name) => Number(process.env[name])

async function main() {
  const plc = await TestPlc.create({ port: port('PLC_PORT') })
  const bsky = await TestBsky.create({
    port: port('APPVIEW_PORT'),
    plcUrl: plc.url,
    pdsPort: port('PDS_PORT'),
    publicUrl: `http://localhost:${port('APPVIEW_PORT')}`,
    repoProvider: `ws://localhost:${port('PDS_PORT')}`,
    dbPostgresUrl: process.env.DB_POSTGRES_URL,
    dbPostgresSchema: 'appview',
    redisHost: process.env.REDIS_HOST,
  })
  // All that the resolvers ask of a PDS. It runs in a process of its own, so that it can be killed and started again.
  const pds = {
    url: `http://localhost:${port('PDS_PORT')}`,
    port: port('PDS_PORT'),
    ctx: {
      cfg: {
        service: { publicUrl: `http://localhost:${port('PDS_PORT')}` },
        identity: { serviceHandleDomains: ['.test'] },
      },
    },
  }
  mockResolvers(bsky.ctx.idResolver, pds)
  mockResolvers(bsky.dataplane.idResolver, pds)
  const known = { plc: plc.url, appview: bsky.url, appviewDid: bsky.ctx.cfg.serverDid }
  fs.writeFileSync(path.join(dir, 'appview.json.part'), JSON.stringify(known))
  fs.renameSync(path.join(dir, 'appview.json.part'), path.join(dir, 'appview.json'))
  console.log('world ready', JSON.stringify(known))
  process.once('SIGTERM', async () => {
    await bsky.close().catch((e) => console.error(e))
    await plc.close().catch((e) => console.error(e))
    process.exit(0)
  })
}

main().catch((e) => {
  console.error(e)
  process.exit(1)
})
