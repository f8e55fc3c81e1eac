'use strict'
// Creates the accounts of the test world and writes world.json, last of all: who sees it may start.
const fs = require('node:fs')
const path = require('node:path')
const { AtpAgent } = require('@atproto/api')

const dir = process.env.KONTOR_DIR
const known = JSON.parse(fs.readFileSync(path.join(dir, 'appview.json')))
const service = `http://localhost:${process.env.PDS_PORT}`
const people = {
  brand: ['alma-kaffee', 'Alma Kaffee'],
  stranger: ['lena-sommer', 'Lena Sommer'],
  friend: ['jonas-weber', 'Jonas Weber'],
  other: ['nordwind-reisen', 'Nordwind Reisen'],
}

async function main() {
  const accounts = {}
  for (const [name, [handle, displayName]] of Object.entries(people)) {
    const agent = new AtpAgent({ service })
    const account = { handle: `${handle}.test`, password: `${name}-loopback-only`, displayName }
    const created = await agent.createAccount({
      handle: account.handle,
      email: `${name}@example.test`,
      password: account.password,
    })
    account.did = created.data.did
    const appPassword = await agent.com.atproto.server.createAppPassword({ name: 'kontor' })
    account.appPassword = appPassword.data.password
    await agent.app.bsky.actor.profile.create({ repo: account.did, rkey: 'self' }, { displayName })
    accounts[name] = account
  }
  const stop = Date.now() + 60_000
  const agent = new AtpAgent({ service })
  await agent.login({ identifier: accounts.brand.handle, password: accounts.brand.password })
  for (;;) {
    const seen = await agent.getProfiles({ actors: Object.values(accounts).map((a) => a.did) }).catch(() => undefined)
    if (seen?.data.profiles.length === Object.keys(accounts).length) break
    if (Date.now() > stop) throw new Error('the AppView does not show the accounts after 60 s')
    await new Promise((r) => setTimeout(r, 250))
  }
  const world = {
    service,
    plc: known.plc,
    appview: known.appview,
    jwtSecret: process.env.JWT_SECRET,
    restart: path.join(__dirname, 'restart.sh'),
    dir,
    accounts,
  }
  fs.writeFileSync(path.join(dir, 'world.json.part'), JSON.stringify(world, null, 2) + '\n', { mode: 0o600 })
  fs.renameSync(path.join(dir, 'world.json.part'), path.join(dir, 'world.json'))
}

main().catch((e) => {
  console.error(e)
  process.exit(1)
})
