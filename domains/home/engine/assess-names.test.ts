import { describe, expect, it } from 'vitest'
import { NameIndex, wordsIn } from './assess-names.ts'

const index = new NameIndex(
  [
    { id: 'onion', name: { ru: 'лук', en: 'onion' }, aliases: ['зелёный лук'] },
    { id: 'soap', name: { ru: 'мыло', en: 'soap' }, aliases: [] },
    { id: 'banana', name: { ru: 'банан', en: 'banana' }, aliases: [] },
    { id: 'milk', name: { ru: 'молоко', en: 'milk' }, aliases: [] },
    { id: 'milk_chocolate', name: { ru: 'молочный шоколад', en: 'milk chocolate' }, aliases: [] },
    { id: 'chocolate', name: { ru: 'шоколад', en: 'chocolate' }, aliases: [] },
  ],
  ['my', 'мой', 'домашний'],
)
const ids = (text: string) => index.read(text).hits.map(({ id }) => id)

describe('names', () => {
  it.each(['лук', 'лука', 'луком', 'Луку', 'зелёного лука', 'onions', 'my onion'])('reads %s', (text) => {
    expect(ids(text)).toEqual(['onion'])
  })

  it.each(['лукум', 'мыльница', 'лукошко', 'soapbox', 'onionskin'])('does not read %s by a part of it', (text) => {
    expect(index.read(text)).toMatchObject({ hits: [], unknowns: [text] })
  })

  it('takes the longest name, in any order, with neutral words inside', () => {
    expect(ids('шоколад молочный')).toEqual(['milk_chocolate'])
    expect(ids('молочного домашнего шоколада')).toEqual(['milk_chocolate'])
  })

  it('lets no name reach from one thing to the next', () => {
    expect(ids('milk and chocolate')).toEqual(['milk', 'chocolate'])
    expect(ids('milk, chocolate')).toEqual(['milk', 'chocolate'])
  })

  it.each([
    ['банан', 'бананом'],
    ['щенок', 'щенка'],
    ['косточек', 'косточки'],
    ['огурец', 'огурцами'],
    ['тюльпан', 'тюльпанов'],
  ])('holds %s and %s for one word', (one, other) => {
    expect(wordsIn(one)[0]?.stem).toBe(wordsIn(other)[0]?.stem)
  })

  it.each([
    ['сыр', 'сырой'],
    ['печень', 'печенье'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(wordsIn(one)[0]?.stem).not.toBe(wordsIn(other)[0]?.stem)
  })

  it('leaves out one thing after "without" and reads on', () => {
    expect(ids('шоколад без лука и молоко')).toEqual(['chocolate', 'milk'])
  })
})
