import { describe, expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import type { User } from '../../core/user.ts'
import { NOW, useDatabase } from '../../test/harness/database.ts'
import { toolRunner } from '../../test/harness/tools.ts'
import { register, userById } from './auth.ts'
import type { Explanation } from './contract.ts'
import { eraseAll, exportAll } from './holdings.ts'
import { account } from './index.ts'
import type { Consent, Note, Profile } from './schema.ts'
import { signingKey } from './tokens.ts'

const database = useDatabase()
const DECISION: Explanation = {
  id: newId(),
  at: NOW.toISOString(),
  tool: 'finance_add_transaction',
  outcome: 'refused',
  reason: null,
  rules: [{ id: 'policy.limit', version: '1' }],
  inputs: [],
  versions: {},
}
const explained = new Map<string, Explanation>()
const { run, ask, undo } = toolRunner(
  database,
  account({
    undoLast: async () => ({ undone: [{ tool: 'x', id: null, summary: 'трата 450 ₽' }], notUndone: [] }),
    exportAll,
    eraseAll,
    explain: async (ctx, id) => (id === undefined || id === DECISION.id ? (explained.get(ctx.user.id) ?? null) : null),
  }),
)

const person = async (more: object = {}): Promise<User> => {
  const signed = await register(
    { db: database.db, key: signingKey('test-'.repeat(10)) },
    { email: `p${newId()}@example.com`, password: 'long-enough', ...more },
    NOW,
  )
  const user = await userById(database.db, signed.user.id)
  if (!user) throw new Error('the person is there')
  return user
}

type Updated = Profile & { changed: string[]; previous: Partial<Profile> }
interface Page<Item> {
  items: Item[]
  nextCursor: string | null
}

describe('profile', () => {
  it('changes what was named, says it, and is put back by undo', async () => {
    const user = await person()
    const done = await run<Updated>(user, 'account_update_profile', { timeZone: 'белград', displayName: 'Миша' })
    expect(done.output).toMatchObject({
      timeZone: 'Europe/Belgrade',
      changed: ['displayName', 'timeZone'],
      previous: { timeZone: 'Europe/Moscow' },
    })
    expect(done.said).toBe('Имя: Миша.\nЧасовой пояс: Europe/Belgrade. Встречи остаются в те же моменты.')
    expect(done.events).toEqual([
      { type: 'account.profile_updated', payload: { changed: ['displayName', 'timeZone'] } },
    ])
    await undo(user, done)
    const { output } = await run<Profile>(user, 'account_get_profile', {})
    expect(output).toMatchObject({ timeZone: 'Europe/Moscow', displayName: null })
  })

  it('says that nothing changed, and writes nothing', async () => {
    const user = await person()
    const done = await run<Updated>(user, 'account_update_profile', { currency: 'рубли' })
    expect(done).toMatchObject({ said: 'Так уже и записано.', events: [] })
  })

  it.each([
    {},
    { timeZone: 'Нарния' },
    { weightKg: 0 },
    { heightCm: 1e18 },
    { birthDate: '2026-02-31' },
    { role: 'admin' },
    { workHours: { start: '9', end: '18:00' } },
    { displayName: 'a\u0000b' },
  ])('refuses %j', async (input) => {
    await expect(run(await person(), 'account_update_profile', input)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('is read in the language of the person', async () => {
    const user = await person({ locale: 'en-US', birthDate: '1990-05-12' })
    expect((await run(user, 'account_get_profile', {})).said).toContain('Birth date: 12 May 1990.')
  })

  it('gives age and sex to advice', async () => {
    const user = await person({ birthDate: '2010-03-18', sex: 'female' })
    const domain = account({
      undoLast: async () => ({ undone: [], notUndone: [] }),
      exportAll,
      eraseAll,
      explain: async () => null,
    })
    const facts = await database.db.withUser(user.id, async (tx) => domain.safety?.({ tx, user, now: NOW } as never))
    expect(facts?.map((fact) => [fact.kind, fact.name])).toEqual([
      ['age', '16'],
      ['sex', 'female'],
    ])
  })
})

describe('consents', () => {
  const granted = async (user: User): Promise<string[]> =>
    (await run<Page<Consent>>(user, 'account_list_consents', {})).output.items
      .filter((c) => c.granted)
      .map((c) => c.purpose)

  it('are not given until given; the journal keeps every decision', async () => {
    const user = await person()
    expect(await granted(user)).toEqual([])
    const given = await run(user, 'account_set_consent', { purpose: 'health', granted: true })
    expect(given.said).toBe('Данные о здоровье: можно.')
    expect(await granted(user)).toEqual(['health'])
    expect(await userById(database.db, user.id)).toMatchObject({ consents: ['health'] })
    await undo(user, given)
    expect(await granted(user)).toEqual([])
    const rows = await database.db.withUser(user.id, (tx) =>
      tx.query<{ granted: boolean }>('select granted from account.consent order by seq'),
    )
    expect(rows.map((row) => row.granted)).toEqual([true, false])
    await expect(
      database.db.withUser(user.id, (tx) => tx.query('update account.consent set granted = true')),
    ).rejects.toThrow()
  })

  it('know their purposes', async () => {
    await expect(run(await person(), 'account_set_consent', { purpose: 'ads', granted: true })).rejects.toMatchObject({
      code: 'invalid',
    })
  })
})

describe('notes', () => {
  it('are kept, found in any form of a word, paged, deleted after asking, and brought back', async () => {
    const user = await person()
    for (const text of ['подарок маме — шарф', 'идеи для отпуска', 'плитку брать с запасом'])
      await run(user, 'account_add_note', { text, tags: text.startsWith('идеи') ? ['#Отпуск'] : [] })
    const list = async (input: object) => (await run<Page<Note>>(user, 'account_list_notes', input)).output
    expect((await list({})).items.map((n) => n.text)).toEqual([
      'плитку брать с запасом',
      'идеи для отпуска',
      'подарок маме — шарф',
    ])
    expect((await list({ query: 'идей' })).items.map((n) => n.text)).toEqual(['идеи для отпуска'])
    expect((await list({ tag: 'отпуск' })).items).toHaveLength(1)
    const first = await list({ limit: 2 })
    const rest = await list({ limit: 2, cursor: first.nextCursor ?? '' })
    expect([...first.items, ...rest.items].map((n) => n.text)).toEqual((await list({})).items.map((n) => n.text))
    expect(rest.nextCursor).toBeNull()

    const id = (await list({ query: 'шарф' })).items[0]?.id ?? ''
    expect(await ask(user, 'account_delete_note', { id })).toBe('Удалить заметку «подарок маме — шарф»?')
    const deleted = await run<Note>(user, 'account_delete_note', { id })
    expect(deleted).toMatchObject({
      confirms: true,
      output: { status: 'deleted', deletedAt: '2026-03-18T10:00:00+03:00' },
    })
    expect((await list({ query: 'шарф' })).items).toEqual([])
    expect((await list({ query: 'шарф', includeDeleted: true })).items).toHaveLength(1)
    await expect(run(user, 'account_delete_note', { id })).rejects.toMatchObject({ code: 'not_found' })
    await undo(user, deleted)
    expect((await list({ query: 'шарф' })).items).toHaveLength(1)
  })

  it('are taken back by undo, and keep SQL, emoji and right-to-left text as text', async () => {
    const user = await person()
    for (const text of ["'; drop table account.note; --", '🙂🙂', 'שלום עולם', '%_\\']) {
      const added = await run<Note>(user, 'account_add_note', { text })
      expect(added.output.text).toBe(text)
      await undo(user, added)
    }
    expect((await run<Page<Note>>(user, 'account_list_notes', {})).output.items).toEqual([])
  })

  it.each([{ text: '' }, { text: ' ' }, { text: 'x'.repeat(10_001) }, { text: 'a\u0000' }, {}])(
    'refuses %j',
    async (input) => {
      await expect(run(await person(), 'account_add_note', input)).rejects.toMatchObject({ code: 'invalid' })
    },
  )

  it('are invisible to anybody else', async () => {
    const [owner, stranger] = [await person(), await person()]
    const { output } = await run<Note>(owner, 'account_add_note', { text: 'тайна' })
    expect((await run<Page<Note>>(stranger, 'account_list_notes', { includeDeleted: true })).output.items).toEqual([])
    await expect(run(stranger, 'account_delete_note', { id: output.id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(ask(stranger, 'account_delete_note', { id: output.id })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('rights over one’s data', () => {
  it('says what was undone', async () => {
    expect((await run(await person(), 'account_undo_last', {})).said).toBe('Взял обратно: «трата 450 ₽»')
  })

  it('exports every row without what proves who they are', async () => {
    const user = await person()
    await run(user, 'account_add_note', { text: 'моё' })
    const { output, said } = await run(user, 'account_export', {})
    expect(output).toMatchObject({ account: { note: [{ text: 'моё' }] } })
    expect(said).toMatch(/^\d+ запис\p{L}+ — всё, что о вас хранится:/u)
    expect(JSON.stringify(output)).not.toMatch(/argon2|token_hash|password_hash/)
  })

  it('erases the person for good, after asking, and nobody else', async () => {
    const [user, other] = [await person(), await person()]
    await run(user, 'account_add_note', { text: 'моё' })
    await run(other, 'account_add_note', { text: 'чужое' })
    expect(await ask(user, 'account_delete', {})).toContain('Отменить это будет нельзя')
    const erased = await run<{ counts: Record<string, number>; total: number }>(user, 'account_delete', {})
    expect(erased).toMatchObject({ confirms: true, output: { counts: { 'account.users': 1, 'account.note': 1 } } })
    expect(await userById(database.db, user.id)).toBeNull()
    expect((await run<Page<Note>>(other, 'account_list_notes', {})).output.items).toHaveLength(1)
  })

  it('explains the latest decision of this person only', async () => {
    const [user, other] = [await person(), await person()]
    explained.set(user.id, DECISION)
    expect((await run(user, 'account_explain_decision', {})).said).toContain('policy.limit (1)')
    expect((await run(other, 'account_explain_decision', {})).said).toBe('Отказов и предупреждений не было.')
    await expect(run(other, 'account_explain_decision', { id: DECISION.id })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
