import { describe, expect, it } from 'vitest'
import { currencyAfter, ratesIn } from './currency.ts'
import { gradeIn } from './onset.ts'
import { hundredsIn, markIn } from './spoken.ts'

describe('figures as they are spoken', () => {
  it.each([
    ['max is one ninety one', [191]],
    ['bp one sixty four over one oh seven', [164, 107]],
    ['at three fifteen pounds', [315]],
    ['one apple', []],
  ])('%s', (text, values) => {
    expect(hundredsIn(text).map(({ value }) => value)).toEqual(values)
  })

  it('reads a mark of ten', () => {
    expect(markIn('mood on a scale of ten, seven')).toBe(7)
    expect(gradeIn('зуб, восьмерка')).toBe(8)
  })
})

describe('currencies', () => {
  it.each([
    ['прогноз на полгода, евро по 105,7', [{ currency: 'EUR', rate: 105.7 }]],
    ['курс доллара 83', [{ currency: 'USD', rate: 83 }]],
    ['balance if a yen is 0.0067', [{ currency: 'JPY', rate: 0.0067 }]],
    ['could i spare $185', []],
  ])('%s', (text, rates) => {
    expect(ratesIn(text).rates).toEqual(rates)
  })

  it('stand after their sum', () => {
    expect(currencyAfter(' swiss francs for fondue')).toBe('CHF')
    expect(currencyAfter(' for lunch')).toBeUndefined()
  })
})
