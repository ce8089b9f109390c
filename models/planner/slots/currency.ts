import { stemOf } from '../classifier/words.ts'
import { CURRENCIES } from '../reading/lexicon/currencies.ts'
import { words } from '../words.ts'

/** Two words that one of them alone would make another currency, or none. */
const TWO_WORDS: readonly (readonly [string, RegExp])[] = [
  ['ARS', words('аргентинск\\p{L}* песо|песо аргентинск\\p{L}*', 'argentin\\p{L}+ pesos?')],
  ['MNT', words('тугрик\\p{L}*', 'tugriks?')],
  ['BYN', words('белрубл\\p{L}*|белорусск\\p{L}* рубл\\p{L}*', 'belarus(?:ian)? rou?bles?')],
  ['CAD', words('канадск\\p{L}* доллар\\p{L}*', 'canadian (?:dollars?|bucks)')],
  ['AUD', words('австралийск\\p{L}* доллар\\p{L}*', '(?:australian|aussie) (?:dollars?|bucks)')],
  ['SGD', words('сингапурск\\p{L}* доллар\\p{L}*', 'singapore(?:an)? dollars?')],
  ['HKD', words('гонконгск\\p{L}* доллар\\p{L}*', 'hong kong dollars?')],
  ['NZD', words('новозеландск\\p{L}* доллар\\p{L}*', 'new zealand dollars?')],
  ['MXN', words('мексиканск\\p{L}* песо', 'mexican pesos?|pesos? mexican')],
  ['KRW', words('корейск\\p{L}* вон\\p{L}*', 'korean won')],
  ['NOK', words('норвежск\\p{L}* крон\\p{L}*', 'norwegian kron\\p{L}+')],
  ['CZK', words('чешск\\p{L}* крон\\p{L}*', 'czech (?:kron\\p{L}+|crowns?)|korunas?')],
  ['HUF', words('форинт\\p{L}*', '(?:hungarian )?forints?')],
  ['RON', words('румынск\\p{L}* ле[йяюи]\\p{L}*', 'romanian (?:lei|leu)')],
  ['ZAR', words('рэнд\\p{L}*', '(?:south african )?rands?')],
  ['KES', words('кенийск\\p{L}* шиллинг\\p{L}*', 'kenyan shillings?')],
  ['MYR', words('ринггит\\p{L}*', 'ringgits?')],
  ['CHF', words('швейцарск\\p{L}* франк\\p{L}*', 'swiss francs?')],
  ['INR', words('индийск\\p{L}* рупи\\p{L}*', 'indian rupees?')],
  ['GBP', words('стерлинг\\p{L}*', 'sterling')],
  ['SEK', words('шведск\\p{L}* крон\\p{L}*', 'swedish kron\\p{L}+')],
  ['DKK', words('датск\\p{L}* крон\\p{L}*', 'danish kron\\p{L}+|kron\\p{L}+ danish')],
  ['EGP', words('египетск\\p{L}* фунт\\p{L}*', 'egyptian pounds?')],
]
/** Of names long enough to be told by their stem. */
const STEMS = new Map(
  [...CURRENCIES].filter(([word]) => /^[а-я]{3,}$/u.test(word)).map(([word, code]) => [stemOf(word), code] as const),
)
/** The currency a sentence names. */
export const currencyIn = (plain: string): string | undefined => {
  const exact = TWO_WORDS.find(([, pattern]) => pattern.test(plain))?.[0]
  if (exact) return exact
  const named = (plain.match(/\p{L}+|\p{Sc}/gu) ?? []).flatMap(
    (word) => CURRENCIES.get(word) ?? STEMS.get(stemOf(word)) ?? [],
  )
  return named[0]
}

/** "60 swiss francs", "18 ringgit": the currency that stands right after a sum. */
const AFTER_SUM = /^\s*(\p{L}+(?:\s+\p{L}+)?)/u
export const currencyAfter = (plain: string): string | undefined => {
  const said = AFTER_SUM.exec(plain)?.[1]
  const exact = TWO_WORDS.find(([, pattern]) => pattern.exec(said ?? '')?.index === 0)
  return exact?.[0]
}

interface Rate {
  currency: string
  rate: number
}
const COSTS =
  /^\s*(?:(?:is|at|was|costs?|equals?|worth|goes|по|за|будет|стоит|равен|equal|to|at|about|=|—|-|:)\s+)+(\d+(?:[.,]\d+)?)(?![\p{L}\p{N}%])/u
/** "евро по 98", "if the pound is 1.26": what other currencies cost, and the rest of the sentence. */
const AT_RATE = /^\s*(\d+(?:[.,]\d+)?)(?![\p{L}\p{N}%])/u
const QUOTES = /(?<!\p{L})(?:курс\p{L}*|если|if)\s+(?:за\s+|the\s+|an?\s+)?$/u
export const ratesIn = (plain: string): { rates: Rate[]; rest: string } => {
  const rates: Rate[] = []
  let rest = plain
  for (const word of plain.matchAll(/(?:\p{L}+\s+)?\p{L}{3,}/gu)) {
    const end = word.index + word[0].length
    const quoted = QUOTES.test(plain.slice(0, word.index)) || QUOTES.test(`${word[0].split(/\s/u)[0]} `)
    const figure = COSTS.exec(plain.slice(end)) ?? (quoted ? AT_RATE.exec(plain.slice(end)) : null)
    const currency = currencyIn(word[0])
    if (!figure?.[1] || currency === undefined || /\d\s*$/u.test(plain.slice(0, word.index))) continue
    rates.push({ currency, rate: Number(figure[1].replace(',', '.')) })
    rest = rest.replace(plain.slice(word.index, end + figure[0].length), ' ')
  }
  return { rates, rest }
}
