// What tests stand on: databases, people, tools to be run, servers of the machine. Nothing outside tests imports it.
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import { newId } from '../../core/ids.ts'
import { log } from '../../core/log.ts'
import type { User } from '../../core/user.ts'
import type { Db } from '../../db/contract.ts'
import { openDatabase } from '../../db/index.ts'
import type { TransactionTiming } from '../../db/watch.ts'
import './provided.ts'
import { type Copy, copyTemplate } from './template.ts'

/** Wednesday morning in Moscow: the moment that phrases and tests take for now. */
export const NOW = new Date('2026-03-18T10:00:00+03:00')

/**
 * A transaction on the embedded database blocks everybody: it may wait for nothing but its own statements, and compute
 * little. Waiting is told apart from computing, which takes its time on a busy machine.
 */
const WAITING_LIMIT_MS = 200
const COMPUTING_LIMIT_MS = 2_000

/** A person as other rooms see them; every test makes its own, so tests never meet each other's rows. */
export const newUser = (overrides: Partial<User> = {}): User => ({
  id: newId(),
  role: 'user',
  displayName: null,
  locale: 'ru-RU',
  timeZone: 'Europe/Moscow',
  currency: 'RUB',
  country: 'RU',
  workHours: { start: '09:00', end: '18:00' },
  sleepWindow: { start: '23:00', end: '07:00' },
  quietHours: { start: '22:00', end: '08:00' },
  consents: [],
  ...overrides,
})

export interface TestDatabase {
  readonly db: Db
}

/**
 * The database of this test file: a copy of the migrated template, embedded or on a server as the project says.
 * Call it at the top of the file; `db` is there from `beforeAll` on.
 */
export const useDatabase = (): TestDatabase => {
  let open: { db: Db; copy: Copy } | undefined
  const held: string[] = []
  beforeAll(async () => {
    const copy = await copyDatabase()
    const onTransaction = ({ waiting, withoutStatement }: TransactionTiming): void => {
      if (copy.env.DATABASE_URL !== undefined) return
      if (waiting > WAITING_LIMIT_MS)
        held.push(`waited ${Math.round(waiting)} ms for something else than its statements`)
      else if (withoutStatement > COMPUTING_LIMIT_MS) held.push(`computed for ${Math.round(withoutStatement)} ms`)
    }
    const db = await openDatabase({ DATABASE_URL: undefined, ...copy.env }, log, { onTransaction })
    open = { db, copy }
  }, 120_000)
  afterEach(() => {
    const found = held.splice(0)
    if (found.length > 0) throw new Error(`a transaction ${found.join(', ')}: await only tx inside it`)
  })
  afterAll(async () => {
    await open?.db.close()
    await open?.copy.remove()
  }, 60_000)
  return {
    get db() {
      if (!open) throw new Error('the database opens in beforeAll; use it inside tests and hooks')
      return open.db
    },
  }
}

/** A migrated database that nobody has opened, for a test that starts processes of its own with `env`. */
export const copyDatabase = (): Promise<Copy> => copyTemplate(inject('template'), inject('home'))

/** True in the project that works on real servers. */
export const onServer = (): boolean => inject('template').kind === 'server'
