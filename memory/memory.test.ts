import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../core/errors.ts'
import { isHeldOut, loadPhrases } from '../models/planner/classifier/phrases.ts'
import { findSecret } from './secrets.ts'
import { bareText, correctedText, matchesAll, readFact, replacedBy, restate } from './service.ts'
import { toPgVector } from './vectors.ts'
import { searchWords } from './words.ts'

describe('reading a fact', () => {
  it.each([
    ['запомни: у меня аллергия на арахис', 'у меня аллергия на арахис'],
    ['remember my allergy is to wasps not bees', 'my allergy is to wasps not bees'],
    ['запомни, пожалуйста, что я не ем мясо!', 'я не ем мясо'],
    ['имей в виду, что по вторникам я забираю сына', 'по вторникам я забираю сына'],
    ['Remember that I work from home.', 'I work from home'],
    ['что у меня астма', 'у меня астма'],
    ['чтобы заснуть, пью молоко', 'чтобы заснуть, пью молоко'],
    ['knowledge is my hobby', 'knowledge is my hobby'],
    ['заруби себе на носу: я не ем лук', 'я не ем лук'],
    ['держи в голове, что в августе мы на даче', 'в августе мы на даче'],
    ['на всякий случай запомни, соседку зовут Люба', 'соседку зовут Люба'],
    ['отметь себе: брат служит на флоте', 'брат служит на флоте'],
    ['зопомни я живу в общаге', 'я живу в общаге'],
    ['я левша, учти', 'я левша'],
    ['муж моряк запомни', 'муж моряк'],
    ['у меня аритмия, держи это в памяти', 'у меня аритмия'],
    ['bear in mind that I’m a pastor', 'I’m a pastor'],
    ['fyi, my sister is deaf', 'my sister is deaf'],
    ['can you remember that i park on level 2', 'i park on level 2'],
    ['remmeber we have three parrots', 'we have three parrots'],
    ['my boss is Ann, keep it in mind', 'my boss is Ann'],
    ['i drink tea without sugar, for future reference', 'i drink tea without sugar'],
    ['всегда беру место у прохода', 'всегда беру место у прохода'],
    ['плохо помню имена, не могу их запомнить', 'плохо помню имена, не могу их запомнить'],
    ['храню документы в банке', 'храню документы в банке'],
    ['напомни мне про маму', 'напомни мне про маму'],
    ['прошу запомнить сведения: супруга преподаёт химию', 'супруга преподаёт химию'],
    ['мой девиз «меньше слов», это тоже запомни', 'мой девиз «меньше слов»'],
    ['i know two languages: tamil and english', 'i know two languages: tamil and english'],
    ['помню наизусть: онегина', 'помню наизусть: онегина'],
    ['мама помнит всех: и соседей, и врачей', 'мама помнит всех: и соседей, и врачей'],
    ['always take an aisle seat', 'always take an aisle seat'],
    ["learn german on fridays, names I can't remember", "learn german on fridays, names I can't remember"],
    ['note-taking is my habit', 'note-taking is my habit'],
    ['well-behaved dogs are welcome at our place', 'well-behaved dogs are welcome at our place'],
  ])('%s', (said, text) => expect(bareText(said)).toBe(text))

  it.each([
    ['у меня аллергия на арахис', 'me', 'allergy', 'арахис'],
    ['у мамы аллергия на кошек', 'мам', 'allergy', 'кошек'],
    ['i am allergic to cats', 'me', 'allergy', 'cats'],
    ['my son has a nut allergy', 'son', 'allergy', 'nut'],
    ['я живу в Белграде', 'me', 'lives_in', 'Белграде'],
    ['живу в Новосибирске', 'me', 'lives_in', 'Новосибирске'],
    ['переехала в Тверь', 'me', 'lives_in', 'Тверь'],
    ['живу в двух шагах от метро', 'me', null, null],
    ['живу на пятом этаже', 'me', null, null],
    ['меня зовут Миша', 'me', 'name', 'Миша'],
    ['мою кошку зовут Муся', 'кошк', 'name', 'Муся'],
    ["my dog's name is Rex", 'dog', 'name', 'Rex'],
    ['работаю дизайнером', 'me', 'works_as', 'дизайнером'],
    ['работаю всей командой по ночам', 'me', null, null],
    ['у мамы день рождения 5 мая', 'мам', 'birthday', '5 мая'],
    ['мой день рождения 5 мая', 'me', 'birthday', '5 мая'],
    ['размер обуви 42', 'me', 'shoe_size', '42'],
    ['люблю кофе', 'me', null, null],
  ])('%s', (text, subject, attribute, value) => expect(readFact(text)).toMatchObject({ subject, attribute, value }))

  it('is the same fact in another form, and another one with "not"', () => {
    const hash = (text: string) => readFact(text).hash
    expect(hash('что у меня аллергия на арахис')).toBe(hash('Аллергия на Арахис!'))
    expect(hash('ем мёд')).toBe(hash('я ем мед'))
    expect(hash('не ем мясо')).not.toBe(hash('ем мясо'))
    expect(readFact('не ем мясо').topic).toBe(readFact('ем мясо').topic)
    expect(hash('мама любит папу')).not.toBe(hash('папа любит маму'))
    expect(hash("i don't eat meat")).not.toBe(hash('i eat meat'))
  })

  it('replaces its opposite and the old value of what has one value only', () => {
    const old = (text: string) => readFact(text)
    const names = (fresh: string, ...known: string[]) =>
      replacedBy(readFact(fresh), known.map(old)).map((fact) => fact.text)
    expect(names('ем мясо', 'не ем мясо', 'ем рыбу')).toEqual(['не ем мясо'])
    expect(names('теперь живу в белграде', 'живу в Москве', 'мама живёт в Москве')).toEqual(['живу в Москве'])
    expect(names('у меня аллергия на мёд', 'у меня аллергия на арахис')).toEqual([])
    expect(names('моего кота зовут Том', 'меня зовут Миша')).toEqual([])
    expect(names('не живу в Москве', 'живу в Туле')).toEqual([])
  })

  it('refuses what says nothing', () => {
    for (const text of ['что', 'запомни', 'не', '...', '🙂']) expect(() => readFact(text), text).toThrow(AppError)
  })

  it('puts a bare new value in place of the old one', () => {
    expect(correctedText(readFact('размер обуви 42'), '43')).toBe('размер обуви 43')
    expect(correctedText(readFact('меня зовут Миша'), 'Михаил')).toBe('меня зовут Михаил')
    expect(correctedText(readFact('меня зовут Миша'), 'меня зовут Лев')).toBe('меня зовут Лев')
    expect(correctedText(readFact('люблю кофе'), 'люблю чай с мятой')).toBe('люблю чай с мятой')
  })

  it('takes any text without failing in another way than refusing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        try {
          const fact = readFact(text)
          expect(readFact(fact.text).hash.length).toBe(32)
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
          expect(['invalid', 'refused']).toContain((error as AppError).code)
        }
      }),
    )
  })
})

it('reads a long text without a request as fast as a short one', () => {
  const started = performance.now()
  for (const word of ['и ', 'запомни это ', 'a fact about me, ', 'можешь это ', 'keep it down ', ', запомни это '])
    bareText(`${word.repeat(600)}кот`)
  expect(performance.now() - started).toBeLessThan(1_000)
})

describe('telling a fact back', () => {
  it.each([
    ['у меня аллергия на арахис', 'ru', 'Аллергия на арахис'],
    ['мой кот рыжий', 'ru', 'Ваш кот рыжий'],
    ['меня зовут Миша', 'ru', 'Вас зовут Миша'],
    ['люблю кофе', 'ru', null],
    ['мой брат старше, чем я', 'ru', null],
    ["i'm allergic to cats", 'en', "You're allergic to cats"],
    ['my wife was late', 'en', 'Your wife was late'],
    ['I was late', 'en', 'You were late'],
  ] as const)('%s', (text, lang, told) => expect(restate(text, lang)).toBe(told))
})

describe('secrets', () => {
  it.each([
    ['моя карта 4111 1111 1111 1111', 'card'],
    ['карта 4111-1111-1111-1111 сбер', 'card'],
    ['cvv 123', 'code'],
    ['пин от карты 4821', 'code'],
    ['пароль от вайфая: qwerty12', 'password'],
    ['my password is hunter2', 'password'],
    ['пароль от почты vasya2020', 'password'],
    ['ключ sk-abcdefghijklmnopqrstuv', 'key'],
    ['-----BEGIN RSA PRIVATE KEY-----', 'key'],
    ['паспорт 4509 123456', 'passport'],
    ['мой снилс 112-233-445 95', 'personal_number'],
    ['jmbg 0101990710008', 'personal_number'],
  ])('%s', (text, kind) => expect(findSecret(text)).toBe(kind))

  it.each([
    'телефон мамы +7 916 123-45-67',
    'пароли я храню у мамы',
    'номер заказа 4111111111111112',
    'загранпаспорт лежит в столе',
    'я родился 12.05.1990',
    'кот весит 4 килограмма 300 граммов',
    'the pin on my jacket is green',
  ])('%s is none', (text) => expect(findSecret(text)).toBeNull())

  it('are found in every card number, however it is spaced', () => {
    const card = fc.tuple(fc.constantFrom('4', '51', '2200'), fc.stringMatching(/^\d{15}$/)).map(([head, tail]) => {
      const body = (head + tail).slice(0, 15)
      const sum = [...body].reverse().reduce((total, digit, i) => {
        const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1)
        return total + (doubled > 9 ? doubled - 9 : doubled)
      }, 0)
      return body + String((10 - (sum % 10)) % 10)
    })
    fc.assert(
      fc.property(card, fc.constantFrom('', ' ', '-'), (number, gap) => {
        const spaced = number.match(/\d{4}/g)?.join(gap) ?? ''
        expect(() => readFact(`запомни мою карту ${spaced}`)).toThrow(expect.objectContaining({ code: 'refused' }))
      }),
    )
  })
})

describe('search words', () => {
  it('leave out what only asks', () => {
    expect(searchWords('помнишь, на что у меня аллергия?')).toEqual(['на', 'аллергия'])
    expect(searchWords('what do you know about my diet')).toEqual(['diet'])
    expect(searchWords('что ты помнишь?').length).toBeGreaterThan(0)
  })
  it('match whole facts in any form', () => {
    expect(matchesAll('аллергию на арахис', 'у меня аллергия на арахис')).toBe(true)
    expect(matchesAll('аллергия на кошек', 'у меня аллергия на арахис')).toBe(false)
    expect(matchesAll('', 'что угодно')).toBe(false)
  })
})

it('writes vectors in the form that pgvector reads', () => {
  const bytes = toPgVector(new Float32Array([1, -0.5]))
  expect([bytes.readInt16BE(0), bytes.readInt16BE(2), bytes.readFloatBE(4), bytes.readFloatBE(8)]).toEqual([
    2, 0, 1, -0.5,
  ])
})

it('remembers every phrase that is meant to be remembered', () => {
  const asked = loadPhrases([new URL('.', import.meta.url)]).filter(({ tool }) => tool === 'memory_remember_fact')
  const said = asked.filter(({ text }) => findSecret(text) === null)
  expect(said.length).toBeGreaterThan(90)
  // A secret is refused, whoever asks.
  for (const { text } of asked.filter((phrase) => !said.includes(phrase)))
    expect(() => readFact(text)).toThrow(AppError)
  // The whole message, sent as the fact by a careless model, is the same fact as the part that was meant.
  const apart = (phrases: typeof said): number =>
    phrases.filter(({ text, args }) => readFact(text).hash !== readFact(String(args.text)).hash).length / phrases.length
  expect(apart(said)).toBeLessThan(0.2)
  // No rule was written from these; what nobody foresaw is kept with the request around it.
  expect(apart(said.filter(({ text }) => isHeldOut(text)))).toBeLessThan(0.33)
})
