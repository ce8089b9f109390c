import { describe, expect, it } from 'vitest'
import { NOW, newUser, useDatabase } from '../../test/harness/database.ts'
import { toolRunner } from '../../test/harness/tools.ts'
import { home } from './index.ts'
import type { AddedListItem, AddedStock, Chore, CompletedChore, LoggedMeter, UsedStock } from './schema.ts'

const database = useDatabase()
const tools = toolRunner(database, home)
const DAY_MS = 86_400_000
const later = (days: number): Date => new Date(NOW.getTime() + days * DAY_MS)
const english = () => newUser({ locale: 'en-GB' })

interface Listed {
  items: ({ id: string; status: string } & Record<string, unknown>)[]
  total: number
  nextCursor: string | null
}
const list = async (user: ReturnType<typeof newUser>, tool: string, input: object = {}, now = NOW) =>
  (await tools.run<Listed>(user, tool, input, now)).output

describe('lists', () => {
  it('takes one thing and says where it is, in both languages', async () => {
    const anna = newUser()
    const run = await tools.run<AddedListItem>(anna, 'home_add_list_item', { item: 'молоко', quantity: 2, unit: 'л' })
    expect(run.output).toMatchObject({ list: 'shopping', item: 'молоко', quantity: 2, unit: 'л', checked: false })
    expect(run.output).toMatchObject({ status: 'open', shared: false, addedBy: anna.id, outcome: 'added' })
    expect(run.said).toBe('В списке «покупки»: молоко, 2 л.')
    expect(run.confirms).toBe(false)
    const said = (await tools.run(english(), 'home_add_list_item', { item: 'eggs', quantity: 10, list: 'Dacha' })).said
    expect(said).toBe('On the Dacha list: eggs, 10.')
  })

  it('reads the amount out of the words', async () => {
    const anna = newUser()
    const at = async (item: string) => (await tools.run<AddedListItem>(anna, 'home_add_list_item', { item })).output
    expect(await at('сыр 300 г')).toMatchObject({ item: 'сыр', quantity: 300, unit: 'г' })
    expect(await at('2,5 литра молока')).toMatchObject({ item: 'молока', quantity: 2.5, unit: 'литра' })
    expect(await at('колготки 40 den')).toMatchObject({ item: 'колготки 40 den', quantity: null, unit: null })
  })

  it('adds the same thing up instead of writing it twice', async () => {
    const anna = newUser()
    const add = (input: object) => tools.run<AddedListItem>(anna, 'home_add_list_item', input)
    const first = await add({ item: 'молоко' })
    expect((await add({ item: 'Молока' })).output).toMatchObject({ id: first.output.id, outcome: 'already_there' })
    const two = await add({ item: 'молоко', quantity: 2, unit: 'л' })
    expect(two.output).toMatchObject({ id: first.output.id, quantity: 2, unit: 'л', outcome: 'merged' })
    const more = await add({ item: 'молоко', quantity: 500, unit: 'мл' })
    expect(more.output).toMatchObject({ id: first.output.id, quantity: 2.5, unit: 'л' })
    expect(more.said).toBe('Теперь в списке «покупки»: молоко, 2,5 л.')
    expect((await list(anna, 'home_list_items')).total).toBe(1)
    const packs = await add({ item: 'молоко', quantity: 3, unit: 'упаковки' })
    expect(packs.output).toMatchObject({ outcome: 'added', quantity: 3 })
    await tools.undo(anna, more)
    expect((await list(anna, 'home_list_items')).items[0]).toMatchObject({ quantity: 2, unit: 'л' })
  })

  it('checks off by words or id, keeps what was bought, and says when it is so already', async () => {
    const anna = newUser()
    const { output } = await tools.run<AddedListItem>(anna, 'home_add_list_item', { item: 'молоко 2 литра' })
    await tools.run(anna, 'home_add_list_item', { item: 'хлеб' })
    const run = await tools.run(anna, 'home_check_list_item', { item: 'молока' })
    expect(run.output).toMatchObject({ id: output.id, checked: true, checkedBy: anna.id, already: false })
    expect(run.said).toBe('Вычеркнуто: молоко, 2 л.')
    const again = await tools.run(anna, 'home_check_list_item', { id: output.id })
    expect([again.output, again.said]).toMatchObject([{ already: true }, 'Уже вычеркнуто: молоко, 2 л.'])
    expect((await tools.run(anna, 'home_check_list_item', { item: 'молоко' })).output).toMatchObject({ already: true })
    const shown = await tools.run<Listed>(anna, 'home_list_items', {})
    expect(shown.output.items.map(({ status }) => status)).toEqual(['open', 'checked'])
    expect(shown.said).toBe('В списке «покупки» 1: хлеб.')
    await tools.undo(anna, run)
    expect((await list(anna, 'home_list_items', { status: 'open' })).total).toBe(2)
    await expect(tools.undo(anna, run)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('asks which one, and refuses what is not there', async () => {
    const anna = newUser()
    await tools.run(anna, 'home_add_list_item', { item: 'сыр твёрдый' })
    await tools.run(anna, 'home_add_list_item', { item: 'сыр плавленый' })
    const which = tools.run(anna, 'home_check_list_item', { item: 'сыр' })
    await expect(which).rejects.toMatchObject({ code: 'conflict', key: 'home.which_one' })
    await expect(tools.run(anna, 'home_check_list_item', { item: 'икра' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(tools.run(anna, 'home_check_list_item', {})).rejects.toMatchObject({ code: 'invalid' })
    await expect(tools.run(anna, 'home_add_list_item', { item: 'a\0b' })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('takes a thing off and puts it back, unless somebody changed it', async () => {
    const anna = newUser()
    const added = await tools.run<AddedListItem>(anna, 'home_add_list_item', { item: 'рис', list: 'продукты' })
    const gone = await tools.run(anna, 'home_remove_list_item', { item: 'рис' })
    expect(gone.output).toMatchObject({ status: 'deleted', list: 'shopping' })
    expect((await list(anna, 'home_list_items')).total).toBe(0)
    await tools.undo(anna, gone)
    expect((await list(anna, 'home_list_items')).items).toMatchObject([{ id: added.output.id, item: 'рис' }])
    await tools.run(anna, 'home_check_list_item', { item: 'рис' })
    await expect(tools.undo(anna, added)).rejects.toMatchObject({ code: 'conflict', key: 'home.changed_since' })
  })

  it('undoes an addition, and the same may be written down again', async () => {
    const anna = newUser()
    const added = await tools.run(anna, 'home_add_list_item', { item: 'чай' })
    await tools.undo(anna, added)
    expect((await list(anna, 'home_list_items')).total).toBe(0)
    expect((await tools.run(anna, 'home_add_list_item', { item: 'чай' })).output).toMatchObject({ outcome: 'added' })
  })

  it('turns pages, and names other lists when one is empty', async () => {
    const anna = newUser()
    for (let n = 0; n < 12; n += 1) await tools.run(anna, 'home_add_list_item', { item: `вещь №${n}`, list: 'дача' })
    const first = await list(anna, 'home_list_items', { list: 'Дача', limit: 10 })
    expect([first.items.length, first.nextCursor, first.total]).toEqual([10, '10', 12])
    const rest = await list(anna, 'home_list_items', { list: 'дача', limit: 10, cursor: '10' })
    expect([rest.items.length, rest.nextCursor]).toEqual([2, null])
    expect((await tools.run(anna, 'home_list_items', { list: 'дача' })).said).toMatch(/И ещё 2\.$/)
    expect((await tools.run(anna, 'home_list_items', {})).said).toBe('Список «покупки» пуст. Есть другие: дача (12).')
    await expect(list(anna, 'home_list_items', { cursor: 'x' })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('chores', () => {
  it('counts days from the last time it was done', async () => {
    const anna = newUser()
    const added = await tools.run<Chore>(anna, 'home_add_chore', { title: 'полить цветы', everyDays: 3 })
    expect(added.output).toMatchObject({ nextDueOn: '2026-03-18', lastDoneOn: null, everyDays: 3, status: 'active' })
    expect(added.said).toBe('Домашнее дело: полить цветы, сегодня.')
    const done = await tools.run<CompletedChore>(anna, 'home_complete_chore', { title: 'полил цветы' }, later(2))
    expect(done.output).toMatchObject({ lastDoneOn: '2026-03-20', nextDueOn: '2026-03-23', alreadyDone: false })
    expect(done.said).toBe('Сделано: полить цветы. Следующий раз: пн, 23 марта.')
    const again = await tools.run<CompletedChore>(anna, 'home_complete_chore', { id: done.output.id }, later(2))
    expect(again.output).toMatchObject({ alreadyDone: true, nextDueOn: '2026-03-23' })
    expect(again.said).toContain('Уже сделано (сегодня): полить цветы.')
    await tools.undo(anna, done, later(2))
    expect((await list(anna, 'home_list_chores')).items).toMatchObject([{ lastDoneOn: null, nextDueOn: '2026-03-18' }])
  })

  it('keeps to a rule, whoever does it', async () => {
    const anna = newUser({ displayName: 'Анна' })
    const input = { title: 'пропылесосить', rrule: 'FREQ=WEEKLY;BYDAY=SA', assignee: 'я', durationMinutes: 30 }
    const added = await tools.run<Chore>(anna, 'home_add_chore', input)
    expect(added.output).toMatchObject({ nextDueOn: '2026-03-21', assignee: 'Анна', assigneeId: anna.id })
    expect(added.said).toBe('Домашнее дело: пропылесосить, сб, 21 марта — Анна.')
    const done = await tools.run<Chore>(anna, 'home_complete_chore', { title: 'пропылесосить' }, later(5))
    expect(done.output).toMatchObject({ lastDoneOn: '2026-03-23', nextDueOn: '2026-03-28' })
  })

  it('is not set up twice: what was said anew changes it', async () => {
    const anna = newUser()
    const first = await tools.run<Chore>(anna, 'home_add_chore', { title: 'Вынести мусор', everyDays: 2 })
    const second = await tools.run<Chore>(anna, 'home_add_chore', { title: 'вынести мусор', everyDays: 2 })
    expect(second.output).toMatchObject({ id: first.output.id, outcome: 'already_there' })
    const third = await tools.run<Chore>(anna, 'home_add_chore', {
      title: 'вынести мусор',
      everyDays: 5,
      assignee: 'Боря',
    })
    expect(third.output).toMatchObject({ id: first.output.id, outcome: 'changed', everyDays: 5, assignee: 'Боря' })
    await tools.undo(anna, third)
    expect((await list(anna, 'home_list_chores')).items).toMatchObject([{ everyDays: 2, assignee: null }])
  })

  it('changes and removes, and puts back', async () => {
    const anna = newUser()
    await tools.run(anna, 'home_add_chore', { title: 'мыть окна', everyDays: 90 })
    const changed = await tools.run<Chore>(anna, 'home_update_chore', {
      chore: 'окна',
      title: 'мыть окна и рамы',
      rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
    })
    expect(changed.output).toMatchObject({ title: 'мыть окна и рамы', everyDays: null, nextDueOn: '2026-03-31' })
    const gone = await tools.run(anna, 'home_remove_chore', { title: 'окна' })
    expect(gone.said).toBe('Убрал из домашних дел: мыть окна и рамы.')
    expect((await tools.run(anna, 'home_list_chores', {})).said).toBe('Домашних дел не заведено.')
    await tools.undo(anna, gone)
    expect((await list(anna, 'home_list_chores')).total).toBe(1)
  })

  it('refuses what makes no sense', async () => {
    const anna = newUser()
    const add = (input: object) => tools.run(anna, 'home_add_chore', { title: 'x', ...input })
    await expect(add({ rrule: 'FREQ=HOURLY' })).rejects.toMatchObject({ key: 'home.dense_rule' })
    await expect(add({ rrule: 'всегда' })).rejects.toMatchObject({ key: 'home.bad_rule' })
    await expect(add({ rrule: 'FREQ=DAILY', everyDays: 2 })).rejects.toMatchObject({ key: 'home.one_cadence' })
    await tools.run(anna, 'home_add_chore', { title: 'стирка' })
    const tomorrow = tools.run(anna, 'home_complete_chore', { title: 'стирка', on: '2026-03-19' })
    await expect(tomorrow).rejects.toMatchObject({ code: 'invalid', key: 'home.in_future' })
  })

  it('joins the day: what is late today, what the cadence brings later', async () => {
    const anna = newUser()
    await tools.run(anna, 'home_add_chore', { title: 'цветы', everyDays: 3, startsOn: '2026-03-16' })
    await tools.run(anna, 'home_add_chore', { title: 'полы', rrule: 'FREQ=WEEKLY;BYDAY=SA' })
    const on = async (date: string) => {
      const ctx = { user: anna, now: NOW }
      return database.db.withUser(anna.id, async (tx) =>
        (await home.day?.({ ...ctx, tx } as never, date))?.map((part) => part.title),
      )
    }
    expect(await on('2026-03-18')).toEqual(['цветы'])
    expect(await on('2026-03-19')).toEqual([])
    expect(await on('2026-03-21')).toEqual(['цветы', 'полы'])
    expect(await on('2026-03-28')).toEqual(['полы'])
    expect(await on('2026-03-17')).toEqual([])
    await tools.run(anna, 'home_add_pet', { name: 'Рекс', species: 'dog' })
    await tools.run(anna, 'home_log_pet_care', { kind: 'прививка', nextDueOn: '2026-03-19' })
    expect(await on('2026-03-19')).toEqual(['Рекс: прививка'])
  })
})

describe('stock', () => {
  it('adds up the same, and tells what expires', async () => {
    const anna = newUser()
    const add = (input: object) => tools.run<AddedStock>(anna, 'home_add_stock', input)
    const milk = await add({ item: 'молоко', quantity: 1, unit: 'л', expiresOn: '2026-03-19' })
    expect(milk.said).toBe('В запасах: молоко, 1 л — годно до: завтра.')
    expect((await add({ item: 'молоко', quantity: 500, unit: 'мл', expiresOn: '2026-03-19' })).output).toMatchObject({
      id: milk.output.id,
      quantity: 1.5,
      outcome: 'merged',
    })
    await add({ item: 'сметана', quantity: 1, unit: 'банка', expiresOn: '2026-03-16' })
    await add({ item: 'гречка', quantity: 2, unit: 'кг' })
    await add({ item: 'сыр', expiresOn: '2026-04-20' })
    const soon = await tools.run<Listed & { expired: number }>(anna, 'home_list_expiring', { days: 2 })
    expect(soon.output.items.map(({ item }) => item)).toEqual(['сметана', 'молоко'])
    expect(soon.output).toMatchObject({ expired: 1, total: 2 })
    expect(soon.said).toContain('Срок на исходе у 1, вышел у 1: сметана, 1 банка — срок вышел: пн, 16 марта')
    expect((await list(anna, 'home_list_expiring')).total).toBe(2)
    expect((await list(anna, 'home_list_stock')).total).toBe(4)
    expect((await tools.run(english(), 'home_list_expiring', { days: 1 })).said).toBe('Nothing expires within 1 day.')
  })

  it('is used from what expires first, over several rows, and put back as it was', async () => {
    const anna = newUser()
    await tools.run(anna, 'home_add_stock', { item: 'молоко', quantity: 1, unit: 'л', expiresOn: '2026-03-25' })
    await tools.run(anna, 'home_add_stock', { item: 'молоко', quantity: 1, unit: 'л', expiresOn: '2026-03-20' })
    const used = await tools.run<UsedStock>(anna, 'home_use_stock', { item: 'молоко', quantity: 1500, unit: 'мл' })
    expect(used.output).toMatchObject({ used: 1.5, unit: 'л', left: 0.5 })
    expect(used.output.items).toMatchObject([
      { expiresOn: '2026-03-20', status: 'used', quantity: 0 },
      { expiresOn: '2026-03-25', status: 'in_stock', quantity: 0.5 },
    ])
    expect(used.said).toBe('Ушло: молоко, 1,5 л. Осталось: 0,5 л.')
    await tools.undo(anna, used)
    expect((await list(anna, 'home_list_stock')).items.map(({ quantity }) => quantity)).toEqual([1, 1])
    const all = await tools.run(anna, 'home_use_stock', { item: 'молоко', reason: 'thrown_away' })
    expect(all.said).toBe('Выброшено: молоко, 2 л. Больше нет.')
    await expect(tools.run(anna, 'home_use_stock', { item: 'молоко' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('does not use more than there is, nor kilograms of litres', async () => {
    const anna = newUser()
    await tools.run(anna, 'home_add_stock', { item: 'масло', quantity: 1, unit: 'л' })
    const use = (input: object) => tools.run(anna, 'home_use_stock', { item: 'масло', ...input })
    await expect(use({ quantity: 2, unit: 'л' })).rejects.toMatchObject({ key: 'home.not_so_much' })
    await expect(use({ quantity: 1, unit: 'кг' })).rejects.toMatchObject({ key: 'home.other_unit' })
  })
})

describe('pets', () => {
  it('are known by name or by what they are, with their care', async () => {
    const anna = newUser()
    const pet = await tools.run(anna, 'home_add_pet', { name: 'Барсик', species: 'кот', weightKg: 4.5 })
    expect(pet.output).toMatchObject({ name: 'Барсик', species: 'cat', weightKg: 4.5, outcome: 'added' })
    expect(pet.said).toBe('Питомец: Барсик (кошка, 4,5 кг).')
    const logged = await tools.run(anna, 'home_log_pet_care', {
      pet: 'Барсику',
      kind: 'прививка',
      at: '2026-03-17',
      nextDueOn: '2027-03-17',
    })
    expect(logged.output).toMatchObject({ petName: 'Барсик', kind: 'vaccination', doneOn: '2026-03-17' })
    expect(logged.said).toMatch(/^Записал: Барсик — прививка, вчера\. Следующий раз: .*17 марта 2027/)
    await tools.run(anna, 'home_log_pet_care', { pet: 'коту', kind: 'покормил' })
    const shown = await tools.run<Listed>(anna, 'home_list_pets', {})
    expect(shown.output.items[0]?.['care']).toEqual([
      { kind: 'feeding', doneOn: '2026-03-18', nextDueOn: null },
      { kind: 'vaccination', doneOn: '2026-03-17', nextDueOn: '2027-03-17' },
    ])
    expect((await list(anna, 'home_list_pet_care', { pet: 'Барсик', kind: 'прививки' })).total).toBe(1)
    await tools.undo(anna, logged)
    expect((await list(anna, 'home_list_pet_care')).total).toBe(1)
  })

  it('are corrected and removed', async () => {
    const anna = newUser()
    await tools.run(anna, 'home_add_pet', { name: 'Рекс', species: 'dog' })
    const changed = await tools.run(anna, 'home_update_pet', { pet: 'Рекс', weightKg: 20, birthDate: '2020-05-01' })
    expect(changed.output).toMatchObject({ weightKg: 20, birthDate: '2020-05-01', previous: { weightKg: null } })
    await tools.undo(anna, changed)
    expect((await list(anna, 'home_list_pets')).items).toMatchObject([{ weightKg: null, birthDate: null }])
    const gone = await tools.run(anna, 'home_remove_pet', { name: 'Рекс' })
    expect((await list(anna, 'home_list_pets')).total).toBe(0)
    await tools.undo(anna, gone)
    await tools.run(anna, 'home_add_pet', { name: 'Мурка', species: 'кошка' })
    const either = tools.run(anna, 'home_log_pet_care', { kind: 'прогулка' })
    await expect(either).rejects.toMatchObject({ code: 'invalid', key: 'home.which_one' })
    const born = tools.run(anna, 'home_update_pet', { pet: 'Рекс', birthDate: '2027-01-01' })
    await expect(born).rejects.toMatchObject({ code: 'invalid' })
  })

  it('have their food checked by the knowledge, by their own species and weight', async () => {
    const anna = newUser()
    await tools.run(anna, 'home_add_pet', { name: 'Рекс', species: 'собака', weightKg: 10 })
    const run = await tools.run<{ verdict: string; species: string }>(anna, 'home_check_pet_food', {
      pet: 'Рекс',
      food: 'шоколад',
    })
    expect(run.output.species).toBe('dog')
    expect(['major', 'contraindicated']).toContain(run.output.verdict)
    expect(run.said).toMatch(/^Нельзя/)
    expect(run.said).toContain('Источники:')
    const unknown = await tools.run<{ verdict: string }>(english(), 'home_check_pet_food', {
      species: 'dog',
      food: 'zxqwv',
    })
    expect(unknown.output.verdict).toBe('unknown')
    expect(unknown.said).toContain('I cannot assess it.')
    expect(unknown.said).not.toMatch(/safe/i)
  })
})

describe('appliances, repairs, meters', () => {
  it('keep the warranty to the end of a short month, and the repairs with their cost', async () => {
    const anna = newUser()
    const fridge = await tools.run<{ id: string }>(anna, 'home_add_appliance', {
      name: 'Холодильник Атлант',
      boughtOn: '2024-08-31',
      warrantyMonths: 18,
    })
    expect(fridge.output).toMatchObject({ warrantyUntil: '2026-02-28', warrantyDaysLeft: -18 })
    const repair = await tools.run(anna, 'home_log_repair', {
      appliance: 'холодильник',
      title: 'замена уплотнителя',
      cost: 350000,
      at: '2026-02-20',
    })
    expect(repair.output).toMatchObject({
      applianceId: fridge.output.id,
      cost: { amount: 350000, currency: 'RUB' },
      doneOn: '2026-02-20',
      underWarranty: true,
    })
    await tools.run(anna, 'home_log_repair', { title: 'кран', cost: { amount: 50000 } })
    const repairs = await tools.run<Listed & { totals: unknown[] }>(anna, 'home_list_repairs', {})
    expect(repairs.output.totals).toEqual([{ amount: 400000, currency: 'RUB' }])
    expect((await list(anna, 'home_list_repairs', { appliance: 'холодильник' })).total).toBe(1)
    await tools.undo(anna, repair)
    expect((await list(anna, 'home_list_repairs')).total).toBe(1)
    const gone = await tools.run(anna, 'home_remove_appliance', { name: 'атлант' })
    expect((await list(anna, 'home_list_appliances')).total).toBe(0)
    await tools.undo(anna, gone)
    expect((await list(anna, 'home_list_appliances')).total).toBe(1)
  })

  it('tell the consumption, question a lower value, and count over zero', async () => {
    const anna = newUser()
    const log = (value: number, on: string, more: object = {}) =>
      tools.run<LoggedMeter>(anna, 'home_log_meter', { meter: 'water_cold', value, on, ...more })
    expect((await log(99_990.5, '2026-01-15')).said).toBe('Холодная вода: 99\u00a0990,5 м³.')
    const next = await log(99_997, '2026-02-15')
    expect(next.output).toMatchObject({ consumption: 6.5, days: 31, unit: 'm3' })
    expect(next.said).toBe('Холодная вода: 99\u00a0997 м³. Расход 6,5 м³ за 31 день.')
    await expect(log(4, '2026-03-15')).rejects.toMatchObject({ code: 'conflict', key: 'home.meter_lower' })
    expect((await log(4, '2026-03-15', { reset: 'rollover' })).output).toMatchObject({ consumption: 7, days: 28 })
    await expect(log(99_999, '2026-02-10')).rejects.toMatchObject({ code: 'conflict', key: 'home.meter_higher' })
    expect((await log(4, '2026-03-15', { reset: 'rollover' })).output).toMatchObject({ outcome: 'already_there' })
    const slip = await log(5, '2026-03-15')
    expect(slip.output).toMatchObject({ outcome: 'changed', consumption: 8, previous: { value: 4 } })
    await tools.undo(anna, slip)
    const all = await list(anna, 'home_list_meters', { meter: 'water_cold' })
    expect(all.items.map(({ consumption }) => consumption)).toEqual([7, 6.5, null])
    expect(all).toMatchObject({ totals: [{ meter: 'water_cold', consumption: 13.5 }] })
    const fresh = await log(1, '2026-03-16', { reset: 'replaced' })
    expect(fresh.output).toMatchObject({ consumption: null, days: 1 })
  })
})

describe('advice', () => {
  it('comes from the knowledge, with its sources', async () => {
    const mix = await tools.run<{ verdict: string }>(newUser(), 'home_check_mix', { products: ['белизна', 'уксус'] })
    expect(['major', 'contraindicated']).toContain(mix.output.verdict)
    expect(mix.said).toMatch(/^Не смешивайте/)
    expect(mix.said).toContain('Источники:')
    const tap = await tools.run<{ found: boolean }>(english(), 'home_advise_repair', { topic: 'leaking tap' })
    expect(tap.output.found).toBe(true)
    expect(tap.said).toMatch(/Step by step:\n1\. /)
    const odd = await tools.run<{ found: boolean }>(newUser(), 'home_advise_repair', { topic: 'зюзюка' })
    expect([odd.output.found, odd.said.startsWith('Проверенного совета')]).toEqual([false, true])
  })
})

describe('what home says unasked', () => {
  const check = (user: ReturnType<typeof newUser>, id: string, now = NOW) =>
    database.db.withUser(user.id, async (tx) =>
      home.rules.find((rule) => rule.id === id)?.check({ user, now, tx } as never),
    )

  it('tells chores once a day', async () => {
    const anna = newUser()
    expect(await check(anna, 'home.chores')).toBeNull()
    await tools.run(anna, 'home_add_chore', { title: 'цветы', everyDays: 3 })
    expect(await check(anna, 'home.chores')).toMatchObject({ topic: 'home.chores', cause: 'home.chores:2026-03-18' })
    await tools.run(anna, 'home_complete_chore', { title: 'цветы' })
    expect(await check(anna, 'home.chores')).toBeNull()
  })

  it('tells what expires within two days, and again only when something came near', async () => {
    const anna = newUser()
    await tools.run(anna, 'home_add_stock', { item: 'сыр', expiresOn: '2026-03-20' })
    await tools.run(anna, 'home_add_stock', { item: 'йогурт', expiresOn: '2026-03-21' })
    expect(await check(anna, 'home.stock')).toMatchObject({
      cause: 'home.stock:2026-03-20',
      text: { params: { n: 1 } },
    })
    expect(await check(anna, 'home.stock', later(1))).toMatchObject({ cause: 'home.stock:2026-03-21' })
    expect(await check(anna, 'home.stock', later(2))).toMatchObject({ cause: 'home.stock:2026-03-21' })
  })

  it('tells care that is due and a warranty that ends', async () => {
    const anna = newUser()
    await tools.run(anna, 'home_add_pet', { name: 'Рекс', species: 'dog' })
    await tools.run(anna, 'home_log_pet_care', { kind: 'от глистов', at: '2025-12-18', nextDueOn: '2026-03-18' })
    expect(await check(anna, 'home.pets')).toMatchObject({ topic: 'home.pets' })
    await tools.run(anna, 'home_log_pet_care', { kind: 'от глистов', nextDueOn: '2026-06-18' })
    expect(await check(anna, 'home.pets')).toBeNull()
    await tools.run(anna, 'home_add_appliance', { name: 'чайник', warrantyUntil: '2026-04-18' })
    expect(await check(anna, 'home.warranty')).toBeNull()
    expect(await check(anna, 'home.warranty', later(1))).toMatchObject({ text: { params: { n: 30 } } })
    expect(await check(anna, 'home.warranty', later(60))).toBeNull()
  })
})
