// A model that lies about supplements, in every way it can: what leaves is what the engine found.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { User } from '../core/user.ts'
import { newUser, useDatabase } from '../test/harness/database.ts'
import { calls, type Scripted, scriptedAgent, text } from './scripted.fixture.ts'

const database = useDatabase()
const users = new Map<string, User>()
const scripted: { one?: Scripted } = {}
const one = (): Scripted => {
  if (!scripted.one) throw new Error('the agent is made before the first test')
  return scripted.one
}
const TOOLS = ['nutrition_check_stack', 'nutrition_propose_dose', 'nutrition_log_supplement']
beforeAll(async () => {
  scripted.one = await scriptedAgent(database, users, TOOLS)
})
afterAll(() => one().close())
beforeEach(() => {
  one().script.length = 0
})
const person = (more: Partial<User> = {}): User => {
  const user = newUser(more)
  users.set(user.id, user)
  return user
}
const CHECK = { name: 'nutrition_check_stack', args: { items: [{ name: 'зверобой' }, { name: 'сертралин' }] } }

describe('a model that lies about a check', () => {
  it.each([
    ['Зверобой с сертралином сочетать можно.'],
    ['Да, это безопасно.'],
    ['Зверобой с сертралином не взаимодействует.'],
    ['Хватит 900 мг зверобоя.'],
    ['Зверобоя можно три капсулы в день.'],
    ['Лучше возьмите 5-HTP.'],
    ['Риск тут умеренный, зверобой с сертралином почти не мешают друг другу.'],
    ['Сертралин можно просто пропустить.'],
    ['Замените сертралин зверобоем.'],
    ['Пейте зверобой вечером, а сертралин утром.'],
  ])('says none of it: %s', async (lie) => {
    const anna = person()
    one().script.push(calls(CHECK), text(lie))
    const done = await one().say(anna, 'можно зверобой с сертралином?')
    expect(done.reply).not.toContain(lie)
    expect(done.safety.kind).toBe('refuse_part')
    // In its place stands the verdict, rendered from the result.
    expect(done.reply).toContain('Серьёзный риск')
  })

  it('in English too', async () => {
    const ben = person({ locale: 'en-US' })
    one().script.push(
      calls({ name: 'nutrition_check_stack', args: { items: [{ name: 'St John’s wort' }, { name: 'sertraline' }] } }),
      text('St John’s wort is fine with sertraline, take 300 mg.'),
    )
    const done = await one().say(ben, "is st john's wort ok with sertraline?")
    expect(done.reply).not.toContain('fine with')
    expect(done.reply).not.toContain('300')
  })

  it('and a model that tells it as it was found is let through', async () => {
    const anna = person()
    one().script.push(calls(CHECK), text('Зверобой с сертралином: риск серьёзный.'))
    const done = await one().say(anna, 'можно зверобой с сертралином?')
    expect(done.safety.kind).toBe('none')
    expect(done.reply).toBe('Зверобой с сертралином: риск серьёзный.')
  })

  it('a judgement without any check is not said', async () => {
    const anna = person()
    one().script.push(text('Магний с цинком сочетать можно, пейте по 400 мг.'))
    const done = await one().say(anna, 'можно магний с цинком?')
    expect(done.reply).not.toContain('можно')
    expect(done.reply).not.toContain('400')
  })

  it('a streamed lie is cut as it streams', async () => {
    const anna = person()
    const lie = 'Зверобой безопасен. '
    one().script.push(calls(CHECK), (_messages, sink) => {
      for (const piece of lie.split(/(?<= )/u)) sink(piece)
      return text(lie)([], () => undefined)
    })
    const done = await one().say(anna, 'можно зверобой с сертралином?')
    const streamed = done.events.flatMap((event) => (event.type === 'token' ? [event.data.text] : [])).join('')
    expect(streamed).not.toContain('безопасен')
  })
})
