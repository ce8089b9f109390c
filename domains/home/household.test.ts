import { describe, expect, it } from 'vitest'
import { NOW, newUser, useDatabase } from '../../test/harness/database.ts'
import { toolRunner } from '../../test/harness/tools.ts'
import { eraseAll, exportAll } from '../account/holdings.ts'
import { CODE_SIGNS } from './engine/codes.ts'
import { home } from './index.ts'
import type { CheckedListItem, GotHousehold, Invite, Joined, Left, ListItem } from './schema.ts'

const database = useDatabase()
const tools = toolRunner(database, home)
const DAY_MS = 86_400_000
type Person = ReturnType<typeof newUser>
const person = (displayName: string, more: Partial<Person> = {}): Person =>
  newUser({ displayName, consents: ['household'], ...more })

const invite = async (who: Person): Promise<Invite> => (await tools.run<Invite>(who, 'home_create_invite', {})).output
const join = async (who: Person, code: string, now = NOW): Promise<Joined> =>
  (await tools.run<Joined>(who, 'home_join_household', { code }, now)).output
const items = async (who: Person, input: object = {}): Promise<ListItem[]> =>
  (await tools.run<{ items: ListItem[] }>(who, 'home_list_items', input)).output.items
const names = async (who: Person): Promise<string[]> => (await items(who)).map(({ item }) => item).sort()
const add = async (who: Person, item: string, more: object = {}): Promise<ListItem> =>
  (await tools.run<ListItem>(who, 'home_add_list_item', { item, ...more })).output
/** Anna and Boris in one household. */
const couple = async (): Promise<[Person, Person]> => {
  const [anna, boris] = [person('Анна'), person('Борис')]
  await join(boris, (await invite(anna)).code)
  return [anna, boris]
}
const erase = (who: Person) => database.db.withUser(who.id, (tx) => eraseAll({ tx, user: who, now: NOW } as never))
const exported = (who: Person) =>
  database.db.withUser(who.id, (tx) => exportAll({ tx, user: who, now: NOW } as never)) as Promise<
    Record<string, Record<string, Record<string, unknown>[]>>
  >

describe('an invitation', () => {
  it('founds the household, shares what was there, and is told as a code that can be read aloud', async () => {
    const anna = person('Анна')
    await add(anna, 'молоко')
    expect(await tools.ask(anna, 'home_create_invite', {})).toContain('Здоровье и финансы — нет.')
    const run = await tools.run<Invite>(anna, 'home_create_invite', {})
    expect(run.confirms).toBe(true)
    expect(run.output).toMatchObject({ created: true, sharedRows: 1, expiresAt: '2026-03-25T07:00:00.000Z' })
    expect(run.output.code).toMatch(new RegExp(`^[${CODE_SIGNS}]{4}-[${CODE_SIGNS}]{4}$`))
    expect(run.said).toContain(run.output.code)
    expect((await items(anna))[0]).toMatchObject({ item: 'молоко', shared: true, addedBy: anna.id })
    const second = await invite(anna)
    expect(second).toMatchObject({ created: false, householdId: run.output.householdId })
    const kept = JSON.stringify((await exported(anna))['home']?.['invite'])
    expect(kept).not.toContain(run.output.code.replace('-', ''))
  })

  it('wants the consent, and names it', async () => {
    const anna = newUser()
    for (const [tool, input] of [
      ['home_create_invite', {}],
      ['home_join_household', { code: 'ACDE-FHJK' }],
    ] as const) {
      const refused = tools.run(anna, tool, input)
      await expect(refused).rejects.toMatchObject({ code: 'refused', type: '/problems/consent-required' })
      await expect(refused).rejects.toMatchObject({ key: 'home.needs_consent' })
    }
  })

  it('is accepted once, by whoever types it, with a Russian keyboard too', async () => {
    const [anna, boris, vera] = [person('Анна'), person('Борис'), person('Вера')]
    const { code, householdId } = await invite(anna)
    const typed = code.toLowerCase().replace('-', ' ').replaceAll('a', 'а').replaceAll('c', 'с').replaceAll('h', 'н')
    const run = await tools.run<Joined>(boris, 'home_join_household', { code: ` ${typed} ` })
    expect(run.output).toMatchObject({ outcome: 'joined', household: { id: householdId } })
    expect(run.said).toBe('Вы в одном хозяйстве. В нём ещё: Анна.')
    const late = await tools.run<Joined>(vera, 'home_join_household', { code })
    expect(late.output).toMatchObject({ outcome: 'wrong_code', household: null, attemptsLeft: 4 })
    const { household } = (await tools.run<GotHousehold>(anna, 'home_get_household', {})).output
    expect(household?.members.map(({ name, you }) => [name, you])).toEqual([
      ['Анна', true],
      ['Борис', false],
    ])
    await expect(join(boris, (await invite(anna)).code)).rejects.toMatchObject({ key: 'home.in_household' })
  })

  it('expires after seven days', async () => {
    const anna = person('Анна')
    const { code } = await invite(anna)
    expect(await join(person('Борис'), code, new Date(NOW.getTime() + 7 * DAY_MS))).toMatchObject({
      outcome: 'wrong_code',
    })
    const last = await join(person('Вера'), code, new Date(NOW.getTime() + 7 * DAY_MS - 1000))
    expect(last.outcome).toBe('joined')
  })

  it('cannot be guessed: five tries an hour, also all at once', async () => {
    const boris = person('Борис')
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => join(boris, 'ACDE-FHJK')))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    await expect(join(boris, 'ACDE-FHJM')).rejects.toMatchObject({ code: 'limited', retryAfter: 3600 })
    const next = await join(boris, 'ACDE-FHJM', new Date(NOW.getTime() + 3_600_001))
    expect(next).toMatchObject({ outcome: 'wrong_code', attemptsLeft: 4 })
  })

  it('lets one in when two come with the same code at once', async () => {
    const anna = person('Анна')
    const { code } = await invite(anna)
    const both = await Promise.all([join(person('Борис'), code), join(person('Вера'), code)])
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['joined', 'wrong_code'])
  })

  it('is taken back while nobody has used it', async () => {
    const anna = person('Анна')
    await add(anna, 'молоко')
    const run = await tools.run<Invite>(anna, 'home_create_invite', {})
    await tools.undo(anna, run)
    expect((await tools.run<GotHousehold>(anna, 'home_get_household', {})).output.household).toBeNull()
    expect((await items(anna))[0]).toMatchObject({ item: 'молоко', shared: false })
    expect(await join(person('Борис'), run.output.code)).toMatchObject({ outcome: 'wrong_code' })
    const used = await tools.run<Invite>(anna, 'home_create_invite', {})
    await join(person('Вера'), used.output.code)
    await expect(tools.undo(anna, used)).rejects.toMatchObject({ code: 'conflict', key: 'home.invite_used' })
  })
})

describe('two people of one household', () => {
  it('see and change the same rows, and nobody else does', async () => {
    const [anna, boris] = [person('Анна'), person('Борис')]
    await add(boris, 'подарок Анне')
    await join(boris, (await invite(anna)).code)
    const milk = await add(anna, 'молоко')
    const bread = await add(boris, 'хлеб')
    expect(await names(anna)).toEqual(['молоко', 'хлеб'])
    // What Boris had before he joined stays his alone.
    expect(await names(boris)).toEqual(['молоко', 'подарок Анне', 'хлеб'])
    expect((await items(anna)).map(({ addedBy }) => addedBy)).toEqual([anna.id, boris.id])
    const checked = await tools.run<CheckedListItem>(boris, 'home_check_list_item', { id: milk.id })
    expect(checked.output).toMatchObject({ checkedBy: boris.id, addedBy: anna.id })
    const stranger = person('Чужой')
    expect(await names(stranger)).toEqual([])
    for (const [tool, input] of [
      ['home_check_list_item', { id: bread.id }],
      ['home_remove_list_item', { id: bread.id }],
      ['home_check_list_item', { item: 'хлеб' }],
    ] as const)
      await expect(tools.run(stranger, tool, input)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('share every kind of row through every tool, and nothing of before', async () => {
    const [anna, boris] = [person('Анна'), person('Борис')]
    const fill = async (who: Person, mark: string) => {
      await add(who, `вещь ${mark}`)
      await tools.run(who, 'home_add_chore', { title: `дело ${mark}`, everyDays: 7 })
      await tools.run(who, 'home_add_stock', { item: `крупа ${mark}`, expiresOn: '2026-03-19' })
      await tools.run(who, 'home_add_pet', { name: `Зверь${mark}`, species: 'cat' })
      await tools.run(who, 'home_log_pet_care', { pet: `Зверь${mark}`, kind: 'feeding', note: mark })
      await tools.run(who, 'home_add_appliance', { name: `прибор ${mark}`, warrantyUntil: '2027-01-01' })
      await tools.run(who, 'home_log_repair', { title: `ремонт ${mark}`, appliance: `прибор ${mark}` })
      await tools.run(who, 'home_log_meter', { meter: 'gas', value: 10, label: mark })
    }
    await fill(boris, 'тайна')
    await join(boris, (await invite(anna)).code)
    await fill(boris, 'общее')
    const reads = home.tools.filter(({ risk, name }) => risk === 'read' && name.startsWith('home_list'))
    expect(reads).toHaveLength(9)
    for (const { name } of reads) {
      const hers = JSON.stringify((await tools.run(anna, name, {})).output)
      expect(hers, name).toMatch(/общее/i)
      expect(hers, name).not.toMatch(/тайна/i)
      expect(JSON.stringify((await tools.run(boris, name, {})).output), name).toMatch(/тайна/i)
    }
    expect(JSON.stringify(await exported(anna))).not.toContain('тайна')
  })

  it('are the only ones who can touch a row by its id', async () => {
    const [anna] = await couple()
    const stranger = person('Чужой')
    const made = async (tool: string, input: object) => (await tools.run<{ id: string }>(anna, tool, input)).output.id
    const chore = await made('home_add_chore', { title: 'полы', everyDays: 7 })
    const stock = await made('home_add_stock', { item: 'рис' })
    const pet = await made('home_add_pet', { name: 'Рекс', species: 'dog' })
    const appliance = await made('home_add_appliance', { name: 'чайник' })
    for (const [tool, input] of [
      ['home_complete_chore', { id: chore }],
      ['home_update_chore', { id: chore, title: 'x' }],
      ['home_remove_chore', { id: chore }],
      ['home_use_stock', { id: stock }],
      ['home_update_pet', { id: pet, name: 'x' }],
      ['home_remove_pet', { id: pet }],
      ['home_log_pet_care', { petId: pet, kind: 'walk' }],
      ['home_list_pet_care', { petId: pet }],
      ['home_check_pet_food', { petId: pet, food: 'лук' }],
      ['home_remove_appliance', { id: appliance }],
      ['home_log_repair', { applianceId: appliance, title: 'x' }],
      ['home_list_repairs', { applianceId: appliance }],
    ] as const)
      await expect(tools.run(stranger, tool, input), tool).rejects.toMatchObject({ code: 'not_found' })
  })

  it('tick the same thing at once: one did it, the other is told it is done', async () => {
    const [anna, boris] = await couple()
    const { id } = await add(anna, 'молоко')
    const both = await Promise.all(
      [anna, boris].map((who) => tools.run<CheckedListItem>(who, 'home_check_list_item', { id })),
    )
    expect(both.map(({ output }) => output.already).sort()).toEqual([false, true])
    const first = both.find(({ output }) => !output.already)
    for (const { output } of both) expect(output.checkedBy).toBe(first?.output.checkedBy)
  })

  it('add the same thing at once: one row, and no amount is lost', async () => {
    const [anna, boris] = await couple()
    await Promise.all([anna, boris, anna, boris].map((who) => add(who, 'яйца', { quantity: 10 })))
    expect(await items(anna)).toMatchObject([{ item: 'яйца', quantity: 40 }])
    await Promise.all([anna, boris].map((who) => tools.run(who, 'home_add_chore', { title: 'полы', everyDays: 7 })))
    const chores = await tools.run<{ total: number }>(anna, 'home_list_chores', {})
    expect(chores.output.total).toBe(1)
  })

  it('do not take each other’s work back unknowingly', async () => {
    const [anna, boris] = await couple()
    const added = await tools.run<ListItem>(anna, 'home_add_list_item', { item: 'молоко' })
    await tools.run(boris, 'home_check_list_item', { item: 'молоко' })
    await expect(tools.undo(anna, added)).rejects.toMatchObject({ code: 'conflict' })
    await expect(tools.undo(boris, added)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('assign chores to each other, and only who has to do it is told', async () => {
    const [anna, boris] = await couple()
    const run = await tools.run(anna, 'home_add_chore', { title: 'мусор', everyDays: 1, assignee: 'Борису' })
    expect(run.output).toMatchObject({ assignee: 'Борис', assigneeId: boris.id })
    const nudge = (user: Person) =>
      database.db.withUser(user.id, async (tx) => home.rules[0]?.check({ user, now: NOW, tx } as never))
    expect(await nudge(anna)).toBeNull()
    expect(await nudge(boris)).toMatchObject({ topic: 'home.chores' })
  })
})

describe('leaving', () => {
  it('leaves the rows to the others without the name, and can be undone', async () => {
    const [anna, boris] = await couple()
    await add(boris, 'хлеб')
    await tools.run(boris, 'home_add_chore', { title: 'мусор', everyDays: 1, assignee: 'me' })
    await tools.run(boris, 'home_complete_chore', { title: 'мусор' })
    expect(await tools.ask(boris, 'home_leave_household', {})).toContain('останутся у других')
    const run = await tools.run<Left>(boris, 'home_leave_household', {})
    expect(run.output).toMatchObject({ dissolved: false, status: 'left' })
    expect([await names(boris), await names(anna)]).toEqual([[], ['хлеб']])
    expect((await items(anna))[0]).toMatchObject({ addedBy: null, shared: true })
    const chores = await tools.run<{ items: object[] }>(anna, 'home_list_chores', {})
    expect(chores.output.items).toMatchObject([{ addedBy: null, assignee: null, assigneeId: null, lastDoneBy: null }])
    expect(JSON.stringify(await exported(anna))).not.toContain(boris.id)
    await tools.undo(boris, run)
    expect(await names(boris)).toEqual(['хлеб'])
    await expect(tools.undo(boris, run)).rejects.toMatchObject({ code: 'conflict' })
    await expect(tools.run(person('Никто'), 'home_leave_household', {})).rejects.toMatchObject({ code: 'not_found' })
  })

  it('forgets the name in what another may still put back', async () => {
    const [anna, boris] = await couple()
    const { id } = await add(boris, 'хлеб')
    await tools.run(boris, 'home_check_list_item', { id })
    const back = await tools.run(anna, 'home_check_list_item', { id, checked: false })
    await tools.run(anna, 'home_add_chore', { title: 'мусор', everyDays: 1, assignee: 'Борис' })
    await tools.run(anna, 'home_update_chore', { chore: 'мусор', everyDays: 2 })
    await erase(boris)
    expect(JSON.stringify(await exported(anna))).not.toContain(boris.id)
    await tools.undo(anna, back)
    expect(await items(anna)).toMatchObject([{ id, checked: true, checkedBy: null, addedBy: null }])
  })

  it('is taken back by whom it concerns: a joining, and the end of a household of one', async () => {
    const [anna, boris] = [person('Анна'), person('Борис')]
    await add(anna, 'молоко')
    const { code } = await invite(anna)
    const joining = await tools.run<Joined>(boris, 'home_join_household', { code })
    expect(await names(boris)).toEqual(['молоко'])
    await tools.undo(boris, joining)
    expect([await names(boris), await names(anna)]).toEqual([[], ['молоко']])
    expect(await join(boris, code)).toMatchObject({ outcome: 'wrong_code' })
    const alone = await tools.run<Left>(anna, 'home_leave_household', {})
    await tools.undo(anna, alone)
    expect((await items(anna))[0]).toMatchObject({ item: 'молоко', shared: true })
  })

  it('shows a member under the name they have now', async () => {
    const [anna, boris] = await couple()
    const renamed = { ...boris, displayName: 'Боря' }
    const event = { type: 'account.profile_updated', payload: { changed: ['displayName'] } }
    await database.db.withUser(boris.id, async (tx) =>
      home.on?.[event.type]?.({ tx, user: renamed, now: NOW, emit: () => undefined } as never, event),
    )
    expect((await tools.run(anna, 'home_get_household', {})).said).toContain('вы и Боря')
  })

  it('gives the last one everything, two things of one name included', async () => {
    const [anna, boris] = [person('Анна'), person('Борис')]
    await add(boris, 'молоко')
    await join(boris, (await invite(anna)).code)
    await add(anna, 'молоко')
    await tools.run(anna, 'home_leave_household', {})
    const run = await tools.run<Left>(boris, 'home_leave_household', {})
    expect([run.output.dissolved, run.said]).toEqual([true, 'Хозяйства больше нет, всё осталось вашим.'])
    expect((await items(boris)).map(({ item, shared }) => [item, shared])).toEqual([
      ['молоко', false],
      ['молоко', false],
    ])
    expect(await names(anna)).toEqual([])
  })

  it('happens by itself when the consent is withdrawn', async () => {
    const [anna, boris] = await couple()
    await add(anna, 'молоко')
    const event = { type: 'account.consent_changed', payload: { purpose: 'household', granted: false } }
    await database.db.withUser(boris.id, async (tx) =>
      home.on?.[event.type]?.({ tx, user: boris, now: NOW, emit: () => undefined } as never, event),
    )
    expect([await names(boris), await names(anna)]).toEqual([[], ['молоко']])
  })

  it('is erased with an account: the others keep what is shared, the last one’s goes', async () => {
    const [anna, boris] = [person('Анна'), person('Борис')]
    await add(boris, 'своё')
    await join(boris, (await invite(anna)).code)
    await add(boris, 'общее')
    await add(anna, 'молоко')
    await tools.run(boris, 'home_add_pet', { name: 'Рекс', species: 'dog' })
    await tools.run(boris, 'home_log_pet_care', { kind: 'walk' })
    expect(JSON.stringify((await exported(boris))['home']?.['list_item'])).toContain('общее')
    await erase(boris)
    expect(await names(anna)).toEqual(['молоко', 'общее'])
    expect(JSON.stringify(await exported(anna))).not.toContain(boris.id)
    expect(Object.values((await exported(boris))['home'] ?? {}).flat()).toEqual([])
    const { household } = (await tools.run<GotHousehold>(anna, 'home_get_household', {})).output
    expect(household?.members).toHaveLength(1)
    await erase(anna)
    expect(Object.values((await exported(anna))['home'] ?? {}).flat()).toEqual([])
    const again = await database.db.withUser(anna.id, (tx) => tx.query('select * from home.household'))
    expect(again).toEqual([])
  })
})

describe('the database', () => {
  const INSERT = `insert into home.list_item (id, space_id, user_id, version, list, list_key, item, item_key, words,
      unit_key, created_at, updated_at)
    values (gen_random_uuid(), $1, $2, 1, 'shopping', 'shopping', 'x', 'x', '{x}', '', $3, $3)`
  const as = (who: Person, text: string, params: unknown[] = []) =>
    database.db.withUser(who.id, (tx) => tx.query(text, params))

  it('lets nobody in but by a code', async () => {
    const [anna, boris] = await couple()
    const thief = person('Чужой')
    const { household } = (await tools.run<GotHousehold>(anna, 'home_get_household', {})).output
    const member = 'insert into home.member (user_id, household_id, created_at) values ($1, $2, $3)'
    await expect(as(thief, member, [thief.id, household?.id, NOW])).rejects.toThrow(/row-level security/)
    await expect(as(thief, INSERT, [household?.id, thief.id, NOW])).rejects.toThrow(/row-level security/)
    await expect(
      as(thief, 'insert into home.household (id, created_at) values ($1, $2)', [thief.id, NOW]),
    ).rejects.toThrow(/permission denied/)
    const guess = await as(thief, "select home.join_household('', null, $1) as id", [NOW])
    expect(guess).toEqual([{ id: null }])
    await tools.run<Left>(boris, 'home_leave_household', {})
    const [departure] = await as(boris, 'select id from home.departure')
    const back = await as(thief, 'select home.rejoin_household($1, null, $2) as id', [departure?.['id'], NOW])
    expect(back).toEqual([{ id: null }])
    expect(await as(thief, 'select * from home.departure')).toEqual([])
  })

  it('lets a member neither write as another nor delete what is shared, nor move into another household', async () => {
    const [anna, boris] = await couple()
    const [vera] = await couple()
    const bread = await add(anna, 'хлеб')
    const { household } = (await tools.run<GotHousehold>(vera, 'home_get_household', {})).output
    const space = (await as(boris, 'select space_id from home.list_item'))[0]?.['space_id']
    await expect(as(boris, INSERT, [space, anna.id, NOW])).rejects.toThrow(/row-level security/)
    expect(await as(boris, 'delete from home.list_item returning id')).toEqual([])
    await expect(as(boris, 'update home.list_item set space_id = $1', [household?.id])).rejects.toThrow(
      /row-level security/,
    )
    await expect(
      as(boris, 'update home.member set household_id = $1 where user_id = $2', [household?.id, boris.id]),
    ).rejects.toThrow(/row-level security/)
    expect(
      await as(boris, 'update home.member set name = $1 where user_id = $2 returning name', ['x', anna.id]),
    ).toEqual([])
    expect(await as(boris, 'delete from home.member where user_id = $1 returning user_id', [anna.id])).toEqual([])
    expect((await items(anna)).map(({ id }) => id)).toEqual([bread.id])
  })

  it('asks for the spaces once in a statement, however many rows there are', async () => {
    const [anna] = await couple()
    const plan = await as(
      anna,
      `explain (costs off) select id from home.list_item where space_id = any((select home.spaces())::uuid[])`,
    )
    const text = plan.map((line) => line['QUERY PLAN']).join('\n')
    expect(text).toMatch(/InitPlan/)
    expect(text).not.toMatch(/Filter:.*spaces\(\)/)
  })
})
