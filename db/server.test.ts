import { createServer } from 'node:net'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { log } from '../core/log.ts'
import { copyDatabase, newUser } from '../test/harness/database.ts'
import { serverUrl } from '../test/harness/server.ts'
import type { Db } from './contract.ts'
import { explainStartFailure } from './failure.ts'
import { migrate, openDatabase } from './index.ts'

const opened: Db[] = []
const open = async (url: string): Promise<Db> => {
  const db = await openDatabase({ DATA_DIR: '', DATABASE_URL: url }, log)
  opened.push(db)
  return db
}
afterEach(async () => {
  for (const db of opened.splice(0)) await db.close()
})
const explained = (url: string): Promise<string> => open(url).then(() => 'it opened', explainStartFailure)

describe('a server that cannot be used is named in one line, without its password', () => {
  it('nobody listens', async () => {
    const line = await explained('postgres://me:hidden@127.0.0.1:9/none')
    expect(line).toMatch(/^The database server at 127\.0\.0\.1:9\/none does not answer: .*ECONNREFUSED/)
    expect(line).not.toMatch(/hidden|\n/)
  })

  it('something else listens', async () => {
    const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    expect(await explained(`postgres://me@127.0.0.1:${port}/none`)).toMatch(/does not answer/)
    server.close()
  })

  it('no such database', async () => {
    const url = new URL(serverUrl())
    url.pathname = '/no_such_database'
    expect(await explained(url.href)).toMatch(/refused the login: database "no_such_database" does not exist/)
  })
})

describe('connections', () => {
  it('cut by the server fail their call as unavailable, roll back, and are replaced', async () => {
    const copy = await copyDatabase()
    const db = await open(copy.env.DATABASE_URL ?? '')
    const anna = newUser()
    const cut = db.withUser(anna.id, async (tx) => {
      await tx.query(
        `insert into db.outbox (user_id, type, payload, created_at, available_at) values ($1, 'x.y', '{}', $2, $2)`,
        [anna.id, new Date(0)],
      )
      const [mine] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
      const admin = new pg.Client({ connectionString: serverUrl() })
      await admin.connect()
      await admin.query('select pg_terminate_backend($1)', [mine?.pid])
      await admin.end()
      await tx.query('select 1')
    })
    await expect(cut).rejects.toMatchObject({ code: 'unavailable', key: 'db.unavailable', retryAfter: 2 })
    expect(await db.withUser(anna.id, (tx) => tx.query('select id from db.outbox'))).toEqual([])
    await db.close()
    opened.length = 0
    await copy.remove()
  })
})

describe('an ordinary database user', () => {
  it('is told what an administrator has to do, and then everything works', async () => {
    const name = `owner_${process.pid}`
    const admin = new pg.Client({ connectionString: serverUrl() })
    await admin.connect()
    const url = new URL(serverUrl())
    url.pathname = `/${name}`
    const inside = new pg.Client({ connectionString: url.href })
    try {
      await admin.query(`create role ${name} login password 'x' nosuperuser`)
      await admin.query(`create database ${name} owner ${name}`)
      const own = new URL(url)
      own.username = name
      own.password = 'x'
      const db = await openDatabase({ DATA_DIR: '', DATABASE_URL: own.href }, log)
      try {
        const first = await migrate(db, []).catch(explainStartFailure)
        expect(first).toMatch(/may not create the extension "vector".*create extension vector;/)
        await inside.connect()
        for (const extension of ['vector', 'pg_trgm', 'btree_gist']) await inside.query(`create extension ${extension}`)
        const second = await migrate(db, []).catch(explainStartFailure)
        expect(second).toMatch(new RegExp(`the role app_user\\..*grant app_user to ${name};`))
        await admin.query(`grant app_user, app_system to ${name}`)
        await migrate(db, [])
        const anna = newUser()
        await db.withUser(anna.id, (tx) =>
          tx.query(
            `insert into db.outbox (user_id, type, payload, created_at, available_at) values ($1, 'x.y', '{}', $2, $2)`,
            [anna.id, new Date(0)],
          ),
        )
        const count = (userId: string) => db.withUser(userId, (tx) => tx.query('select id from db.outbox'))
        expect([await count(anna.id), await count(newUser().id)]).toEqual([[{ id: 1 }], []])
        // Forced row-level security binds this owner too: the doors of a household have to open all the same.
        const folder = new URL('../domains/home/migrations/', import.meta.url)
        await migrate(db, [{ schema: 'home', folder }])
        const household = newUser().id
        await db.withUser(anna.id, async (tx) => {
          await tx.query('select home.found_household($1, null, $2)', [household, new Date(0)])
          await tx.query(
            `insert into home.invite (id, user_id, household_id, code_hash, created_at, expires_at)
             values ($1, $2, $1, 'hash', $3, $4)`,
            [household, anna.id, new Date(0), new Date(1)],
          )
        })
        const members = (userId: string) => db.withUser(userId, (tx) => tx.query('select user_id from home.member'))
        const boris = newUser()
        expect(await members(boris.id)).toEqual([])
        await db.withUser(boris.id, (tx) => tx.query(`select home.join_household('hash', null, $1)`, [new Date(0)]))
        expect([(await members(boris.id)).length, (await members(anna.id)).length]).toEqual([2, 2])
        await db.withUser(anna.id, (tx) => tx.query('delete from home.member where user_id = $1', [anna.id]))
        expect([(await members(boris.id)).length, (await members(anna.id)).length]).toEqual([1, 0])
      } finally {
        await db.close()
      }
    } finally {
      await inside.end()
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.query(`drop role if exists ${name}`)
      await admin.end()
    }
  })
})
