import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mention, ReadContext } from '../mention.ts'
import { en } from './cases/en.ts'
import { ru } from './cases/ru.ts'
import { comparable, detectLang, normaliseText, readMentions, restOf, stemWords } from './index.ts'

const NOW = new Date('2026-03-18T10:00:00+03:00')
const context = (lang: 'ru' | 'en', more: Partial<ReadContext> = {}): ReadContext => ({
  now: NOW,
  timeZone: 'Europe/Moscow',
  lang,
  currency: lang === 'ru' ? 'RUB' : 'USD',
  ...more,
})

const show = (m: Mention): string => {
  switch (m.kind) {
    case 'money':
      return `money ${m.amount} ${m.currency}`
    case 'number':
    case 'percent':
      return `${m.kind} ${m.value}`
    case 'date':
      return `date ${m.date}`
    case 'time':
      return `time${m.exact ? '' : '~'} ${m.time}`
    case 'instant':
      return `instant${m.exact ? '' : '~'} ${m.at.slice(0, 16)}`
    case 'range':
      return `range ${m.from}..${m.to}`
    case 'window':
      return `window ${m.from}-${m.to}`
    case 'rrule':
      return `rrule ${m.rrule}${m.time === null ? '' : ` @${m.time}`}`
    case 'invalid':
      return `invalid ${m.what}`
    case 'measure':
      return `measure ${m.value} ${m.unit} ${m.base}`
    case 'pair':
      return `pair ${m.first}/${m.second}`
    case 'sets':
      return `sets ${m.sets}x${m.reps}${m.weightKg === null ? '' : ` @${m.weightKg}`}`
    default:
      return `${m.kind} ${m.minutes}`
  }
}

const parse = (table: string): [string, string, 'past' | 'future'][] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [text = '', expected = ''] = line.split(' => ')
      return text.startsWith('<') ? [text.slice(1), expected, 'past'] : [text, expected, 'future']
    })

const read = (text: string, lang: 'ru' | 'en', prefer: 'past' | 'future' = 'future'): string =>
  readMentions(text, context(lang), { prefer }).map(show).join('; ') || '-'

describe('readMentions', () => {
  it.each(parse(ru))('ru: %s', (text, expected, prefer) => {
    expect(read(text, 'ru', prefer)).toBe(expected)
  })
  it.each(parse(en))('en: %s', (text, expected, prefer) => {
    expect(read(text, 'en', prefer)).toBe(expected)
  })
})

describe('clock changes', () => {
  const at = (text: string, timeZone: string, now: string, lang: 'ru' | 'en' = 'en'): string => {
    const [found] = readMentions(text, context(lang, { timeZone, now: new Date(now) }))
    return found?.kind === 'instant' ? found.at : JSON.stringify(found)
  }
  it.each([
    // Clocks go forward on 29 March 2026 in Europe at 01:00 UTC, on 8 March in New York at 02:00 local time.
    ['tomorrow at 02:30', 'Europe/Belgrade', '2026-03-28T12:00:00Z', '2026-03-29T03:30:00+02:00'],
    ['tomorrow at 3:30 am', 'Europe/Belgrade', '2026-03-28T12:00:00Z', '2026-03-29T03:30:00+02:00'],
    ['tomorrow at 01:30', 'Europe/London', '2026-03-28T12:00:00Z', '2026-03-29T02:30:00+01:00'],
    ['tomorrow at 9', 'Europe/London', '2026-03-28T12:00:00Z', '2026-03-29T09:00:00+01:00'],
    ['tomorrow at 2:30 am', 'America/New_York', '2026-03-07T17:00:00Z', '2026-03-08T03:30:00-04:00'],
    ['tomorrow at 8', 'America/New_York', '2026-03-07T17:00:00Z', '2026-03-08T08:00:00-04:00'],
    // They go back on 25 October and 1 November: the earlier of the two is meant.
    ['tomorrow at 2:30 am', 'Europe/Belgrade', '2026-10-24T12:00:00Z', '2026-10-25T02:30:00+02:00'],
    ['tomorrow at 1:30 am', 'America/New_York', '2026-10-31T16:00:00Z', '2026-11-01T01:30:00-04:00'],
    ['24 hours ago', 'Europe/Belgrade', '2026-03-29T12:00:00Z', '2026-03-28T13:00:00+01:00'],
  ])('%s in %s at %s', (text, zone, now, expected) => {
    expect(at(text, zone, now)).toBe(expected)
  })
  it('takes yesterday from the local calendar on the day of a change', () => {
    const [found] = readMentions(
      'вчера',
      context('ru', { timeZone: 'Europe/Belgrade', now: new Date('2026-03-29T22:30:00Z') }),
    )
    expect(found).toMatchObject({ kind: 'date', date: '2026-03-29' })
  })
})

describe('money of the person', () => {
  it('uses the minor digits of what was said, else of their own currency', () => {
    expect(read('1000 yen', 'en')).toBe('money 1000 JPY')
    const [own] = readMentions('два косаря', context('ru', { currency: 'JPY' }))
    expect(own).toMatchObject({ kind: 'money', amount: 2000, currency: null })
  })
})

describe('restOf', () => {
  const rest = (text: string, lang: 'ru' | 'en' = 'ru') => restOf(text, readMentions(text, context(lang)))
  it.each([
    ['поставь созвон с Леной завтра в три часа дня на полчаса', 'поставь созвон с Леной'],
    ['завтра в 15:00 созвон с Леной', 'созвон с Леной'],
    ['напомни в пятницу оплатить интернет', 'напомни оплатить интернет'],
    ['перенеси его на час позже', 'перенеси его'],
    ['такси, 450 руб., вчера', 'такси'],
    ['каждый понедельник в 9 — планёрка', 'планёрка'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(rest(text)).toBe(expected)
  })
  it('cuts English ones too', () => {
    expect(rest('remind me in 20 minutes to turn off the oven', 'en')).toBe('remind me to turn off the oven')
    expect(rest('dentist tomorrow at 3pm for 45 minutes', 'en')).toBe('dentist')
  })
})

describe('text', () => {
  it('repairs what cannot be seen', () => {
    expect(normaliseText('  по\u200bтратил\u00a0450\u2009на   такси\r\n ')).toBe('потратил 450 на такси')
    expect(normaliseText('и\u0306од')).toBe('йод')
    expect(normaliseText('зaвтpa')).toBe('завтра')
    expect(normaliseText('tахi')).toBe('taxi')
    expect(normaliseText('ёлка')).toBe('ёлка')
  })
  it('compares without case and ё', () => {
    expect(comparable('ПятЁрочка')).toBe('пятерочка')
  })
  it('tells the languages apart', () => {
    expect(detectLang('потратил 450', 'en')).toBe('ru')
    expect(detectLang('spent 450', 'ru')).toBe('en')
    expect(detectLang('купил iPhone', 'en')).toBe('ru')
    expect(detectLang('450 🎉', 'ru')).toBe('ru')
    expect(detectLang('', 'en')).toBe('en')
  })
  it('gives the same stems for inflected words', () => {
    expect(stemWords('созвона')).toEqual(stemWords('созвоном'))
    expect(stemWords('Meetings, 2!')).toEqual([...stemWords('meeting'), '2'])
    expect(stemWords('Пятёрочка')).toEqual(stemWords('пятерочке'))
  })
})

const UNITS =
  'ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'.split(
    ' ',
  )
const TENS = '- - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'.split(' ')
const HUNDREDS = '- сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'.split(' ')
const inRussian = (n: number): string => {
  if (n >= 1000) {
    const thousands = Math.floor(n / 1000)
    const last = thousands % 100 > 10 && thousands % 100 < 20 ? 0 : thousands % 10
    const counted = inRussian(thousands).replace(/один$/u, 'одна').replace(/два$/u, 'две')
    const word = last === 1 ? 'тысяча' : last > 1 && last < 5 ? 'тысячи' : 'тысяч'
    return `${counted} ${word}${n % 1000 ? ` ${inRussian(n % 1000)}` : ''}`
  }
  if (n >= 100) return `${HUNDREDS[Math.floor(n / 100)]}${n % 100 ? ` ${inRussian(n % 100)}` : ''}`
  if (n >= 20) return `${TENS[Math.floor(n / 10)]}${n % 10 ? ` ${inRussian(n % 10)}` : ''}`
  return UNITS[n] ?? ''
}
const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TIES = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const inEnglish = (n: number): string => {
  if (n >= 1000) return `${inEnglish(Math.floor(n / 1000))} thousand${n % 1000 ? ` ${inEnglish(n % 1000)}` : ''}`
  if (n >= 100) return `${ONES[Math.floor(n / 100)]} hundred${n % 100 ? ` and ${inEnglish(n % 100)}` : ''}`
  if (n >= 20) return `${TIES[Math.floor(n / 10)]}${n % 10 ? `-${ONES[n % 10]}` : ''}`
  return ONES[n] ?? ''
}

const isSound = (m: Mention): boolean => {
  if (m.kind === 'range') return m.from <= m.to
  if (m.kind === 'money') return Number.isSafeInteger(m.amount) && m.amount >= 0
  if (m.kind === 'duration') return m.minutes > 0 && Number.isFinite(m.minutes)
  if (m.kind === 'delay' || m.kind === 'shift') return Number.isFinite(m.minutes)
  return m.kind !== 'instant' || !Number.isNaN(Date.parse(m.at))
}

const WORDS = [...parse(ru), ...parse(en)].flatMap(([text]) => text.split(' '))
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.array(fc.constantFrom(...WORDS, ',', '-', '.', ':', '\n'), { maxLength: 14 }).map((words) => words.join(' ')),
  fc.array(fc.constantFrom(...WORDS, '-', '.', ':', '/'), { maxLength: 8 }).map((words) => words.join('')),
)

describe('properties', () => {
  it('reads back any amount written in Russian or English words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (n) => {
        expect(read(`${inRussian(n)} рублей`, 'ru')).toBe(`money ${n * 100} RUB`)
        expect(read(`${inEnglish(n)} dollars`, 'en')).toBe(`money ${n * 100} USD`)
      }),
      { numRuns: 600 },
    )
  })
  it('reads back any amount written in digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (minor) => {
        const digits = (minor / 100).toFixed(2)
        expect(read(`$${digits}`, 'en')).toBe(`money ${minor} USD`)
        expect(read(`${digits.replace('.', ',')} ₽`, 'ru')).toBe(`money ${minor} RUB`)
        const grouped = new Intl.NumberFormat('en', { minimumFractionDigits: 2 }).format(minor / 100)
        expect(read(`${grouped} dollars`, 'en')).toBe(`money ${minor} USD`)
        const spaced = new Intl.NumberFormat('ru', { minimumFractionDigits: 2 }).format(minor / 100)
        expect(read(`${spaced} руб`, 'ru')).toBe(`money ${minor} RUB`)
      }),
      { numRuns: 300 },
    )
  })
  it('never throws; mentions are sorted, apart and inside the text; the same text gives the same mentions', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('ru' as const, 'en' as const),
        fc.constantFrom('past' as const, 'future' as const),
        (text, lang, prefer) => {
          const mentions = readMentions(text, context(lang), { prefer })
          let from = 0
          for (const mention of mentions) {
            expect(mention.start).toBeGreaterThanOrEqual(from)
            expect(mention.end).toBeGreaterThan(mention.start)
            from = mention.end
            expect(isSound(mention)).toBe(true)
          }
          expect(from).toBeLessThanOrEqual(text.length)
          expect(readMentions(text, context(lang), { prefer })).toEqual(mentions)
          restOf(text, mentions)
          stemWords(text)
          expect(normaliseText(normaliseText(text))).toBe(normaliseText(text))
        },
      ),
      { numRuns: 3_000 },
    )
  })
  it('names every clock minute of a day the same way back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        expect(read(`завтра в ${time}`, 'ru')).toBe(`instant 2026-03-19T${time}`)
      }),
    )
  })
})

describe('cost', () => {
  const sentence =
    'поставь созвон с Леной и Петром Ивановичем из бухгалтерии завтра в три часа дня на полчаса, напомни за 15 минут, потом запиши 1 450 рублей на такси и ещё две с половиной тысячи в пятёрочке за прошлую неделю'
  it('reads 200 characters within 2 ms', () => {
    const times: number[] = []
    for (let i = 0; i < 300; i++) {
      const from = performance.now()
      readMentions(sentence, context('ru'))
      times.push(performance.now() - from)
    }
    times.sort((a, b) => a - b)
    // The median: a shared machine's own pauses are not the reader's.
    expect(times[Math.floor(times.length / 2)]).toBeLessThan(2)
  })
  it('reads only the first 2,000 characters of a document', () => {
    const from = performance.now()
    const mentions = readMentions(`${'завтра в 3 '.repeat(9_000)}`, context('ru'))
    expect(performance.now() - from).toBeLessThan(500)
    expect(mentions.at(-1)?.end).toBeLessThanOrEqual(2_000)
  })
})
