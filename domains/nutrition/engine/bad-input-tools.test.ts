// Bad input at the tools: a clear refusal in the person's language and nothing recorded, whichever tool counts amounts.
import { beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '../../../core/errors.ts'
import { migrate } from '../../../db/index.ts'
import { newUser, useDatabase } from '../../../test/harness/database.ts'
import { messageFolders, migrationSets } from '../../../test/harness/selection.ts'
import { toolRunner } from '../../../test/harness/tools.ts'
import { loadMessages } from '../../../tools/catalog.ts'
import { nutrition } from '../index.ts'
import type { CheckOutput } from '../schema.ts'

const database = useDatabase()
beforeAll(() =>
  migrate(database.db, [
    ...migrationSets(),
    { schema: 'nutrition', folder: new URL('../migrations/', import.meta.url) },
  ]),
)
const tools = toolRunner(database, nutrition)
const messages = loadMessages(messageFolders())

const ITEMS: readonly [what: string, items: readonly object[], refusal: string][] = [
  ['no items', [], 'tools.bad_input'],
  ['500 items', Array.from({ length: 500 }, () => ({ name: 'магний' })), 'tools.bad_input'],
  ['a name of 201 characters', [{ name: 'я'.repeat(201) }], 'tools.bad_input'],
  ['a name of spaces', [{ name: '   ' }], 'tools.bad_input'],
  ['a name with a NUL', [{ name: 'маг\u0000ний' }], 'tools.bad_input'],
  ['no number', [{ name: 'магний', amount: Number.NaN, unit: 'мг' }], 'tools.bad_input'],
  ['an endless amount', [{ name: 'магний', amount: Number.POSITIVE_INFINITY, unit: 'мг' }], 'tools.bad_input'],
  ['a number too large', [{ name: 'магний', amount: 1e308, unit: 'мг' }], 'tools.bad_input'],
  ['times below zero', [{ name: 'магний', amount: 1, unit: 'мг', times: -1 }], 'tools.bad_input'],
  ['below zero', [{ name: 'магний', amount: -0.5, unit: 'мг' }], 'nutrition.bad_negative'],
  ['sacks', [{ name: 'магний', amount: 3, unit: 'три мешка' }], 'nutrition.bad_unit'],
  ['an emoji for a unit', [{ name: 'магний', amount: 3, unit: '💊' }], 'nutrition.bad_unit'],
  ['caffeine by the kilogram', [{ name: 'кофеин 5 кг' }], 'nutrition.bad_implausible'],
  ['coffee by the ton', [{ name: 'кофе', amount: 1e6, unit: 'кг' }], 'nutrition.bad_implausible'],
  ['millilitres of drops', [{ name: 'Аквадетрим', amount: 5, unit: 'мл' }], 'nutrition.bad_unit_misfit'],
]
/** The tool, and what it needs beside the items. */
const TOOLS: readonly [tool: string, more: object][] = [
  ['nutrition_check_stack', {}],
  ['nutrition_propose_dose', { substance: 'креатин', goal: 'сила', subject: { age: 30, sex: 'male', weightKg: 80 } }],
  ['nutrition_select_supplements', { goal: 'сила', subject: { age: 30, sex: 'male', weightKg: 80 } }],
]

describe.each(TOOLS)('%s', (tool, more) => {
  // Nothing taken is a fact where a dose is proposed.
  it.each(tool === 'nutrition_check_stack' ? ITEMS : ITEMS.slice(1))('refuses %s', async (_, items, key) => {
    const user = newUser()
    const run = tools.run(user, tool, { items, ...more })
    const refusal = await run.catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(AppError)
    if (!(refusal instanceof AppError)) return
    expect(refusal.key).toBe(key)
    for (const locale of ['ru-RU', 'en-US'])
      expect(
        messages.render({ key: refusal.key, params: refusal.params }, { ...user, locale, now: new Date() }),
      ).toMatch(/\p{L}{3}/u)
    const runs = await database.db.withUser(user.id, (tx) => tx.query('select id from nutrition.check_run'))
    expect(runs).toEqual([])
  })
})

describe('a check', () => {
  const check = async (name: string, more: object = {}) =>
    await tools.run<CheckOutput>(newUser(), 'nutrition_check_stack', { items: [{ name, ...more }] })
  it.each(['💊💊💊', 'ж'.repeat(200), '%', "'; drop table users; --", '1'])(
    'of «%s» is unknown and says so',
    async (name) => {
      const { output, said } = await check(name)
      expect(output).toMatchObject({ verdict: 'unknown', unknowns: [{ kind: 'item', text: name }] })
      expect(said).toContain(`«${name}»`)
    },
  )
  it('of drops of no product asks how much that is', async () => {
    const { output, said } = await check('магний', { amount: 3, unit: 'капли' })
    expect(output).toMatchObject({ verdict: 'unknown', questions: [{ fact: 'amount', items: ['магний'] }] })
    expect(said).toContain('?')
  })
})
