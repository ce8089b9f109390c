import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { AppError } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import { NOW, newUser, useDatabase } from '../test/harness/database.ts'
import type { Tx } from './contract.ts'
import { sqlState } from './failure.ts'
import { appendEvents } from './outbox.ts'

const database = useDatabase()
const note = (tx: Tx, userId: string, text: string): Promise<void> =>
  appendEvents(tx, userId, [{ type: 'test.noted', payload: { text } }], NOW)
const texts = async (tx: Tx): Promise<string[]> =>
  (await tx.query<{ text: string }>(`select payload->>'text' as text from db.outbox order by id`)).map(
    (row) => row.text,
  )

describe('the tenant door', () => {
  it('shows a person their own rows and nobody else’s, also without a condition in the query', async () => {
    const [anna, boris] = [newUser(), newUser()]
    await database.db.withUser(anna.id, (tx) => note(tx, anna.id, 'a'))
    await database.db.withUser(boris.id, (tx) => note(tx, boris.id, 'b'))
    expect(await database.db.withUser(anna.id, texts)).toEqual(['a'])
    expect(await database.db.withUser(boris.id, texts)).toEqual(['b'])
  })

  it('lets nobody write, change or delete rows of another person', async () => {
    const [anna, boris] = [newUser(), newUser()]
    await database.db.withUser(anna.id, (tx) => note(tx, anna.id, 'hers'))
    const foreign = database.db.withUser(boris.id, (tx) => note(tx, anna.id, 'planted'))
    await expect(foreign).rejects.toThrow(/row-level security/)
    const changed = await database.db.withUser(boris.id, (tx) =>
      tx.query('update db.outbox set attempts = 9 returning id'),
    )
    const deleted = await database.db.withUser(boris.id, (tx) => tx.query('delete from db.outbox returning id'))
    expect([changed, deleted]).toEqual([[], []])
    expect(await database.db.withUser(anna.id, texts)).toEqual(['hers'])
  })

  it('gives no way back to the owner inside a transaction without losing the rows', async () => {
    const anna = newUser()
    await database.db.withUser(anna.id, (tx) => note(tx, anna.id, 'hers'))
    const nobody = await database.db.withUser(newId(), async (tx) => {
      await tx.query(`select set_config('app.user_id', '', true)`)
      return texts(tx)
    })
    expect(nobody).toEqual([])
  })

  it('refuses a user id that is not one, before anything reaches the database', async () => {
    for (const id of ['', 'me', "x'; drop schema db cascade; --", `${newId()}' or true --`]) {
      await expect(database.db.withUser(id, texts)).rejects.toMatchObject({ key: 'db.not_a_user' })
    }
  })

  it('shows the system named columns and no content', async () => {
    const anna = newUser()
    await database.db.withUser(anna.id, (tx) => note(tx, anna.id, 'secret'))
    const ids = await database.db.asSystem('relay', (tx) =>
      tx.query('select id, user_id from db.outbox where user_id = $1', [anna.id]),
    )
    expect(ids).toHaveLength(1)
    const content = database.db.asSystem('relay', (tx) => tx.query('select payload from db.outbox'))
    await expect(content).rejects.toThrow(/permission denied/)
    const change = database.db.asSystem('relay', (tx) => tx.query('delete from db.outbox'))
    await expect(change).rejects.toThrow(/permission denied/)
  })

  it('leaves neither role nor person behind on the connection', async () => {
    const anna = newUser()
    const client = new pg.Client(database.db.connection)
    await client.connect()
    try {
      const before = await client.query('select current_user as name')
      await database.db.withUser(anna.id, texts)
      await database.db.withUser(anna.id, (tx) => tx.query('select 1/0')).catch(() => undefined)
      const after = await client.query(`select current_user as name, current_setting('app.user_id', true) as person`)
      expect(after.rows[0].name).toBe(before.rows[0].name)
      expect(after.rows[0].person || null).toBeNull()
    } finally {
      await client.end()
    }
  })

  it('keeps a hundred transactions of ten people apart at the same time', async () => {
    const people = Array.from({ length: 10 }, () => newUser())
    const turns = people.flatMap((person) => Array.from({ length: 10 }, (_, index) => ({ person, index })))
    await Promise.all(
      turns.map(({ person, index }) =>
        database.db.withUser(person.id, async (tx) => {
          await note(tx, person.id, `${person.id} ${index}`)
          const seen = await texts(tx)
          expect(seen.every((text) => text.startsWith(person.id))).toBe(true)
        }),
      ),
    )
    for (const person of people) expect(await database.db.withUser(person.id, texts)).toHaveLength(10)
  })
})

describe('a transaction', () => {
  it('leaves nothing when its function throws, and passes the error on', async () => {
    const anna = newUser()
    const own = new Error('mine')
    const failed = database.db.withUser(anna.id, async (tx) => {
      await note(tx, anna.id, 'never')
      throw own
    })
    await expect(failed).rejects.toBe(own)
    expect(await database.db.withUser(anna.id, texts)).toEqual([])
  })

  it('does not pass for saved when a failed statement was swallowed', async () => {
    const anna = newUser()
    const swallowed = database.db.withUser(anna.id, async (tx) => {
      await note(tx, anna.id, 'lost')
      await tx.query('select 1/0').catch(() => undefined)
    })
    await expect(swallowed).rejects.toMatchObject({ key: 'db.not_committed' })
    expect(await database.db.withUser(anna.id, texts)).toEqual([])
  })

  it('that is passing commits like any other, and the next one waits for the disk again', async () => {
    const anna = newUser()
    const modeOf = async (tx: Tx): Promise<unknown> =>
      (await tx.query(`select current_setting('synchronous_commit') as mode`))[0]
    const usual = await database.db.withUser(anna.id, modeOf)
    const passing = database.db.withUser(
      anna.id,
      async (tx) => {
        await note(tx, anna.id, 'passing')
        return modeOf(tx)
      },
      { passing: true },
    )
    expect(await passing).toEqual({ mode: 'off' })
    expect(await database.db.withUser(anna.id, texts)).toEqual(['passing'])
    expect(await database.db.withUser(anna.id, modeOf)).toEqual(usual)
  })

  it('whose statements nobody waits for fails at its end when one of them does', async () => {
    const anna = newUser()
    const sent = database.db.withUser(anna.id, async (tx) => tx.send('select 1 / $1::int', [0]))
    await expect(sent).rejects.toMatchObject({ key: 'db.bad_value' })
    await database.db.withUser(anna.id, async (tx) => tx.send('select 1 / $1::int', [1]))
  })

  it('refuses statements after its end', async () => {
    let leaked: Tx | undefined
    await database.db.withUser(newId(), async (tx) => {
      leaked = tx
    })
    await expect(leaked?.query('select 1')).rejects.toMatchObject({ key: 'db.transaction_over' })
  })

  it('rolls back when its client dies, and the database goes on', async () => {
    const anna = newUser()
    const client = new pg.Client(database.db.connection)
    client.on('error', () => undefined)
    await client.connect()
    await client.query('begin')
    await client.query(
      `insert into db.outbox (user_id, type, payload, created_at, available_at) values ($1, 'x.died', '{}', $2, $2)`,
      [anna.id, NOW],
    )
    // The socket goes away as it does when the process is killed: without a goodbye.
    const { stream } = (client as unknown as { connection: { stream: { destroy(): void } } }).connection
    stream.destroy()
    await expect.poll(() => database.db.withUser(anna.id, texts)).toEqual([])
  })
})

describe('values', () => {
  it('arrive as the contract says', async () => {
    const [row] = await database.db.withUser(newId(), (tx) =>
      tx.query(
        `select 9007199254740991::int8 as big, array[1, null]::int8[] as bigs, date '2026-03-18' as day,
                array[date '2026-03-18'] as days, timestamptz '2026-03-18T10:00:00+03' as at, '{"a":[1]}'::jsonb as data`,
      ),
    )
    expect(row).toEqual({
      big: 9007199254740991,
      bigs: [1, null],
      day: '2026-03-18',
      days: ['2026-03-18'],
      at: NOW,
      data: { a: [1] },
    })
  })

  it('never lose digits silently', async () => {
    const over = database.db.withUser(newId(), (tx) => tx.query('select 9007199254740993::int8 as big'))
    await expect(over).rejects.toThrow(RangeError)
  })

  it.each([
    ['a zero byte', 'select $1::text', 'a\u0000b'],
    ['31 February', 'select $1::date', '2026-02-31'],
    ['a malformed id', 'select $1::uuid', 'me'],
    ['an amount of 1e30', 'select $1::int8', '1000000000000000000000000000000'],
    ['a zero byte in json', 'select $1::jsonb', '"\\u0000"'],
  ])('that no column holds are the caller’s mistake: %s', async (_, text, value) => {
    const failed = database.db.withUser(newId(), (tx) => tx.query(text, [value]))
    await expect(failed).rejects.toMatchObject({ code: 'invalid', key: 'db.bad_value' })
  })

  it('that are there already are a conflict, with the SQLSTATE at hand', async () => {
    const failed = await database.db
      .asSystem('migrations', async (tx) => {
        await tx.query('create temporary table once (id int primary key) on commit drop')
        await tx.query('insert into once values (1), (1)')
      })
      .catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(AppError)
    expect(failed).toMatchObject({ code: 'conflict', key: 'db.already_there' })
    expect(sqlState(failed)).toBe('23505')
  })
})

describe('every table with rows of people', () => {
  interface Table {
    name: string
    forced: boolean
    policies: string[]
  }
  /** Tables with `user_id`, or with security of their own making, from the catalogue. */
  const tables = (tx: Tx): Promise<Table[]> =>
    tx.query<Table>(
      `select n.nspname || '.' || c.relname as name, c.relforcerowsecurity as forced,
              (select array_agg(p.policyname::text order by p.policyname) from pg_catalog.pg_policies p
                where p.schemaname = n.nspname and p.tablename = c.relname and p.roles && array['app_user', 'public']::name[]
                  and coalesce(p.qual, p.with_check) not like '%user_id = (NULLIF(current_setting(%') as policies
         from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
          and (c.relrowsecurity or exists (select from pg_catalog.pg_attribute a
            where a.attrelid = c.oid and a.attname = 'user_id' and not a.attisdropped))
        order by 1`,
    )

  it('has row-level security forced, and shows a new person nothing', async () => {
    const found = await database.db.asSystem('migrations', tables)
    expect(found.length).toBeGreaterThan(20)
    expect(found.filter(({ forced }) => !forced).map(({ name }) => name)).toEqual([])
    await database.db.withUser(newId(), async (tx) => {
      for (const { name } of found) {
        const [readable] = await tx.query<{ yes: boolean }>(`select has_table_privilege($1, 'select') as yes`, [name])
        if (readable?.yes) expect(await tx.query(`select 1 from ${name} limit 1`), name).toEqual([])
      }
    })
  })

  it('belongs to its person alone; what is shared is shared by the household’s policies and named here', async () => {
    const found = await database.db.asSystem('migrations', tables)
    const own = found.filter(({ policies }) => policies !== null)
    const shared = ['appliance', 'chore', 'list_item', 'pet', 'pet_care', 'reading', 'repair', 'stock']
    expect(Object.fromEntries(own.map(({ name, policies }) => [name, policies]))).toEqual({
      'home.household': ['member'],
      'home.member': ['member', 'named', 'owner'],
      ...Object.fromEntries(shared.map((table) => [`home.${table}`, ['added', 'changed', 'owner', 'seen']])),
    })
  })
})
