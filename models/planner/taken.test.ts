// What is taken is asked about in one breath; facts said in passing are offered, never written unasked.
import { describe, expect, it } from 'vitest'
import { conversation, trainedPlanner } from './planner.fixture.ts'

const planner = trainedPlanner()
const CHECK = 'nutrition_check_stack'

describe('a check', () => {
  it.each([
    [
      'можно мне магний 400 мг и цинк 50, если я пью эутирокс?',
      {
        items: [
          { name: 'магний', amount: 400, unit: 'мг' },
          { name: 'цинк', amount: 50, unit: 'мг' },
        ],
        medications: ['эутирокс'],
      },
    ],
    ['я беременна, можно Аевит?', { items: [{ name: 'Аевит' }], subject: { self: true, pregnant: true } }],
    ['можно ли сочетать ибупрофен и варфарин?', { items: [{ name: 'ибупрофен' }, { name: 'варфарин' }] }],
    [
      'is 2 capsules of omega-3 ok with eliquis?',
      { items: [{ name: 'omega-3', amount: 2, unit: 'capsules' }], medications: ['eliquis'] },
    ],
    [
      'маме 70, она пьёт варфарин, можно ей гинкго?',
      { items: [{ name: 'гинкго' }], medications: ['варфарин'], subject: { age: 70, sex: 'female' } },
    ],
    ['можно омегу 3 500 мг?', { items: [{ name: 'омегу 3', amount: 500, unit: 'мг' }] }],
    ['с моей гипертонией можно солодку?', { items: [{ name: 'солодку' }], conditions: ['гипертонией'] }],
    ['у меня аллергия на рыбу, можно омега-3?', { items: [{ name: 'омега-3' }], allergies: ['рыбу'] }],
    [
      'через две недели операция, можно гинкго?',
      { items: [{ name: 'гинкго' }], subject: { self: true, surgeryInDays: 14 } },
    ],
  ] as const)('reads %s', (text, args) => {
    expect(conversation(planner, /[а-я]/u.test(text) ? 'ru' : 'en').say(text).calls).toEqual([{ name: CHECK, args }])
  })
  it.each([
    ['можно тёте 55 лет куркумин?'],
    ['my son, 17: is ashwagandha ok?'],
    ['мне сорок пять, можно дгэа?'],
    ['is ginseng ok at stage 3 ckd?'],
  ])('takes no age and no stage for a dose: %s', (text) => {
    const [call] = conversation(planner, /[а-я]/u.test(text) ? 'ru' : 'en').say(text).calls
    expect(call?.name).toBe(CHECK)
    expect(JSON.stringify(call?.args['items'])).not.toContain('amount')
  })
})

describe('a fact said in passing', () => {
  it('is offered to the profile and written on yes', () => {
    const talk = conversation(planner, 'ru')
    const asked = talk.say('можно гинкго, если я пью варфарин?')
    expect(asked.calls.map(({ name }) => name)).toEqual([CHECK])
    expect(asked.text).toContain('Запомнить для следующих проверок: варфарин?')
    expect(talk.say('да').calls).toEqual([{ name: 'health_add_medication', args: { name: 'варфарин' } }])
  })
  it('is not written on no', () => {
    const talk = conversation(planner, 'en')
    talk.say("i'm on warfarin, can i take ginkgo?")
    expect(talk.say('no').calls).toEqual([])
  })
  it('of somebody else is not offered', () => {
    expect(conversation(planner, 'ru').say('мама пьёт варфарин, можно ей гинкго?').text).not.toContain('Запомнить')
  })
})

describe('entries', () => {
  it('of several things are one each', () => {
    expect(conversation(planner, 'ru').say('выпил омегу 2 капсулы и витамин д 2000 МЕ').calls).toEqual([
      { name: 'nutrition_log_supplement', args: { name: 'омегу', amount: 2, unit: 'капсулы' } },
      { name: 'nutrition_log_supplement', args: { name: 'витамин д', amount: 2000, unit: 'МЕ' } },
    ])
  })
  it.each([
    ['сегодня магний не пил'],
    ['забыл выпить магний'],
    ["i haven't taken my creatine"],
    ['надо бы выпить магний'],
  ])('of what was not taken are none: %s', (text) => {
    const { calls } = conversation(planner, /[а-я]/u.test(text) ? 'ru' : 'en').say(text)
    expect(calls.filter(({ name }) => name.startsWith('nutrition_log'))).toEqual([])
  })
  it('of food keep each figure with its food', () => {
    expect(conversation(planner, 'ru').say('съел омлет 200 г, 300 ккал, и творог, белка 30 г').calls).toEqual([
      {
        name: 'nutrition_log_meal',
        args: {
          items: [
            { name: 'омлет', grams: 200, kcal: 300 },
            { name: 'творог', protein: 30 },
          ],
        },
      },
    ])
  })
})
