import { describe, expect, it } from 'vitest'
import { nameStems } from './stems.ts'

describe('stems of names', () => {
  it.each([
    ['сметана', 'сметану', 'сметаны', 'сметаной'],
    ['банан', 'бананы', 'бананов'],
    ['диван', 'диваном', 'дивана'],
    ['Диана', 'Диане', 'Диану'],
    ['спички', 'спичек'],
    ['батарейки', 'батареек'],
    ['огурец', 'огурцы', 'огурцов'],
    ['перец', 'перца'],
    ['яблоко', 'яблок', 'яблоки'],
    ['чеснок', 'чеснока'],
    ['молоко', 'молока'],
    ['стиральная машина', 'стиральной машины'],
    ['Ёлочные игрушки', 'елочных игрушек'],
    ['light bulbs', 'light bulb'],
  ])('are the same in every form: %s', (...forms) => {
    expect(new Set(forms.map((form) => nameStems(form).join(' '))).size).toBe(1)
  })

  it.each([
    ['сметана', 'смета'],
    ['булка', 'бульон'],
    ['кран', 'краска'],
    ['курица', 'курага'],
  ])('keep %s and %s apart', (one, other) => {
    expect(nameStems(one)).not.toEqual(nameStems(other))
  })
})
