'use strict'
// The PDS: where the accounts live and their records are kept. It may be killed at any time and started again on the
// same folder, port and keys.
const fs = require('node:fs')
const path = require('node:path')
const { TestPds, mockResolvers } = require('@atproto/dev-env')

const dir = process.env.KONTOR_DIR
const known = JSON.parse(fs.readFileSync(path.join(dir, 'appview.json')))

async function main() {
  const pds = await TestPds.create({
    port: Number(process.env.PDS_PORT),
    hostname: 'localhost',
    didPlcUrl: known.plc,
    bskyAppViewUrl: known.appview,
    bskyAppViewDid: known.appviewDid,
    dataDirectory: path.join(dir, 'pds'),
    blobstoreDiskLocation: path.join(dir, 'blobs'),
    plcRotationKeyK256PrivateKeyHex: process.env.PLC_ROTATION_KEY,
    jwtSecret: process.env.JWT_SECRET,
    enableDidDocWithSession: true,
    rateLimitsEnabled: process.env.PDS_RATE_LIMITS === 'true',
  })
  mockResolvers(pds.ctx.idResolver, pds)
  console.log('pds ready', pds.url)
  process.once('SIGTERM', async () => {
    await pds.close().catch((e) => console.error(e))
    process.exit(0)
  })
}

main().catch((e) => {
  console.error(e)
  process.exit(1)
})
