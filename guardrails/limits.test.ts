import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../core/errors.ts'
import { newUser, useDatabase } from '../test/harness/database.ts'
import { addUsage, checkMessage, cleanText, MAX_MESSAGE, takeTurn } from './limits.ts'

describe('a message', () => {
  it.each([
    ['\u200bпри\u200dвет\ufeff', 'привет'],
    ['a\u202eb\u2066c', 'abc'],
    ['x\u{e0041}\u{e0042}y', 'xy'],
    ['  кофе\t450 \r\n чай ', 'кофе 450 \n чай'],
    ['й', 'й'],
    ['a\u0000\u001b[31mb', 'a[31mb'],
    ['🎉', '🎉'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
    ['e\u200b\u0301', 'é'],
    ['\ud800x', '\ufffdx'],
  ])('%j is read as %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean)
  })

  it('property: cleaning twice changes nothing, and nothing hidden is left', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const clean = cleanText(text)
        expect(cleanText(clean)).toBe(clean)
        expect(clean).not.toMatch(/[\u200b\u200c\u200e\u200f\u202a-\u202e\ufeff]/u)
      }),
    )
  })

  it.each([[''], ['   \n '], ['\u200b\u200d\ufeff'], [undefined]])('%j says nothing', (message) => {
    expect(() => checkMessage(message === undefined ? {} : { message })).toThrow(
      expect.objectContaining({ code: 'invalid', key: 'guardrails.empty_message', status: 400 }),
    )
  })

  it('may be an emoji, or an answer without words', () => {
    checkMessage({ message: '👍' })
    checkMessage({ decisions: { pendingId: 'x' } })
  })

  it(`has at most ${MAX_MESSAGE} characters`, () => {
    checkMessage({ message: 'я'.repeat(MAX_MESSAGE) })
    expect(() => checkMessage({ message: 'я'.repeat(MAX_MESSAGE + 1) })).toThrow(
      expect.objectContaining({ code: 'invalid', key: 'guardrails.message_too_long', status: 413 }),
    )
  })
})

describe('limits of a person', () => {
  const database = useDatabase()
  const LIMITS = { turnsPerMinute: 3, writesPerDay: 5, tokensPerDay: 1_000 }
  const MORNING = Date.parse('2026-03-18T07:00:10Z')
  const take = (userId: string, wall: number, message = 'привет'): Promise<void> =>
    database.db.withUser(userId, (tx) => takeTurn(tx, { userId, message, wall }, LIMITS))
  const refusal = async (done: Promise<void>): Promise<AppError> => {
    const error: unknown = await done.then(
      () => null,
      (reason: unknown) => reason,
    )
    if (!(error instanceof AppError)) throw new Error('was not refused')
    return error
  }

  it('turns a minute: the next one says when to come again, the next minute is free', async () => {
    const anna = newUser()
    for (let turn = 0; turn < 3; turn++) await take(anna.id, MORNING)
    const error = await refusal(take(anna.id, MORNING))
    expect([error.code, error.key, error.retryAfter]).toEqual(['limited', 'guardrails.turn_limit', 50])
    await refusal(take(anna.id, MORNING + 49_000))
    await take(anna.id, MORNING + 50_000)
  })

  it('a refused turn is not counted', async () => {
    const anna = newUser()
    for (let turn = 0; turn < 3; turn++) await take(anna.id, MORNING)
    for (let turn = 0; turn < 5; turn++) await refusal(take(anna.id, MORNING))
    const rows = await database.db.withUser(anna.id, (tx) =>
      tx.query<{ turns: number }>('select turns from guardrails.usage'),
    )
    expect(rows).toEqual([{ turns: 3 }])
  })

  it('an emergency is never refused', async () => {
    const anna = newUser()
    for (let turn = 0; turn < 3; turn++) await take(anna.id, MORNING)
    await take(anna.id, MORNING, 'у мамы инсульт')
    await refusal(take(anna.id, MORNING, 'потратил 450'))
  })

  it.each([
    ['writes', { writes: 5, tokens: 0 }],
    ['tokens', { writes: 0, tokens: 1_000 }],
  ])('%s a day: refused until midnight UTC', async (_name, spent) => {
    const anna = newUser()
    await take(anna.id, MORNING)
    await database.db.withUser(anna.id, async (tx) => addUsage(tx, { userId: anna.id, wall: MORNING, ...spent }))
    const error = await refusal(take(anna.id, MORNING + 120_000))
    expect([error.key, error.params['hours'], error.retryAfter]).toEqual(['guardrails.day_limit', 17, 61_070])
    await take(anna.id, Date.parse('2026-03-19T00:00:00Z'))
  })

  it('are each person’s own', async () => {
    const [anna, boris] = [newUser(), newUser()]
    for (let turn = 0; turn < 3; turn++) await take(anna.id, MORNING)
    await take(boris.id, MORNING)
    const seen = await database.db.withUser(boris.id, (tx) => tx.query('select 1 from guardrails.usage'))
    expect(seen).toHaveLength(1)
  })
})
