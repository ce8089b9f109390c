// Figures in English as they are spoken without "hundred": "one ninety two", "three fifteen", "one oh seven".

const UNITS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const UNIT = UNITS.join('|')
const HUNDREDS = new RegExp(
  `(?<!\\p{L})(?<hundred>${UNIT}) (?:oh (?<low>${UNIT})|(?<teen>${TEENS.join('|')})|(?<ten>${TENS.join('|')})(?:[ -](?<unit>${UNIT}))?)(?!\\p{L}| ?(?:am|pm|o.clock|percent))`,
  'gu',
)

export interface Figure {
  value: number
  start: number
  end: number
}
const place = (names: readonly string[], name: string | undefined): number =>
  name === undefined ? 0 : names.indexOf(name) + 1

/** Every such figure of a sentence. */
export const hundredsIn = (plain: string): Figure[] =>
  [...plain.matchAll(HUNDREDS)].map(({ index, 0: said, groups = {} }) => {
    const { hundred, low, teen, ten, unit } = groups
    const rest =
      teen === undefined
        ? place(UNITS, low ?? unit) + (ten === undefined ? 0 : (place(TENS, ten) + 1) * 10)
        : place(TEENS, teen) + 9
    return { value: place(UNITS, hundred) * 100 + rest, start: index, end: index + said.length }
  })

const SMALL = new RegExp(`(?<!\\p{L}|of )(${UNIT}|ten)(?!\\p{L}| (?:of|out|more|day))`, 'u')
/** "mood seven": a mark of ten in words. */
export const markIn = (plain: string): number | undefined => {
  const said = SMALL.exec(plain)?.[1]
  return said === undefined ? undefined : place([...UNITS, 'ten'], said)
}
