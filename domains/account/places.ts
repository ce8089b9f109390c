import { isTimeZone } from '../../core/time.ts'
import { CITIES } from './cities.ts'

/** Zones counted from Moscow, as Russian time tables name them ("мск+4"). */
const FROM_MOSCOW: Record<number, string> = {
  [-1]: 'Europe/Kaliningrad',
  0: 'Europe/Moscow',
  1: 'Europe/Samara',
  2: 'Asia/Yekaterinburg',
  3: 'Asia/Omsk',
  4: 'Asia/Krasnoyarsk',
  5: 'Asia/Irkutsk',
  6: 'Asia/Yakutsk',
  7: 'Asia/Vladivostok',
  8: 'Asia/Magadan',
  9: 'Asia/Kamchatka',
}

const known = new Map(Intl.supportedValuesOf('timeZone').map((zone) => [zone.toLowerCase(), zone]))

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim()

/** Case endings that a stem of three letters or fewer may take; a longer stem may take any of up to five letters. */
const SHORT_ENDING = /^(?:[аеиоуыэюяьй]{0,2}|ам|ах|ом|ск[а-я]{1,3})$/

/** Whether a word with this stem occurs: "рим" is in "риме", not in "римма". A stem of two words needs both in a row. */
const beginsWord = (words: readonly string[], stem: string): boolean => {
  const parts = stem.split(' ')
  const last = parts.pop() ?? ''
  return words.some((word, at) => {
    if (!word.startsWith(last) || !parts.every((part, i) => words[at - parts.length + i] === part)) return false
    const ending = word.slice(last.length)
    return last.length <= 3 ? SHORT_ENDING.test(ending) : ending.length <= 5
  })
}

const holdsPhrase = (words: readonly string[], phrase: string): boolean =>
  ` ${words.join(' ')} `.includes(` ${phrase} `)

/** The IANA zone meant by a name of a zone, a city ("белграду", "in Belgrade") or an offset ("мск+2", "UTC+3"). */
export const zoneFrom = (said: string): string | null => {
  const name = said.trim()
  if (/^\p{L}/u.test(name)) {
    const exact = known.get(name.toLowerCase())
    if (exact) return exact
    if (/^[\w+-]+\/[\w+/-]+$/.test(name) && isTimeZone(name)) return name
    if (/^(?:utc|gmt)$/i.test(name)) return 'UTC'
  }
  const offset = /^(utc|gmt|мск|msk)\s*([+-])\s*(\d{1,2})(?::?00)?$/i.exec(name)
  if (offset) {
    const hours = Number(`${offset[2]}${offset[3]}`)
    if (/^(?:мск|msk)$/i.test(offset[1] ?? '')) return FROM_MOSCOW[hours] ?? null
    // POSIX counts the other way round: Etc/GMT-3 is three hours ahead of UTC.
    const zone = hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`
    return isTimeZone(zone) ? zone : null
  }
  const words = plain(name).split(' ')
  const found = CITIES.filter(
    ([, ru, en]) =>
      ru.split('|').some((stem) => beginsWord(words, stem)) || en.split('|').some((city) => holdsPhrase(words, city)),
  )
  return found.length === 1 ? (found[0]?.[0] ?? null) : null
}

const REGIONS = Array.from({ length: 26 * 26 }, (_, i) => String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26)))
const regionNames = (['en', 'ru'] as const).map(
  (lang) => new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' }),
)
/** ZZ is "unknown region"; EU, EZ, UN, QO and XA/XB are groups and tests, not countries (CLDR). */
const NO_COUNTRY = new Set(['ZZ', 'EU', 'EZ', 'UN', 'QO', 'XA', 'XB'])

/** Whether `code` is a current ISO 3166-1 alpha-2 country known to the runtime (a former one is canonicalised to another). */
export const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) &&
  !NO_COUNTRY.has(code) &&
  new Intl.Locale(`und-${code}`).region === code &&
  regionNames[0]?.of(code) !== undefined

// biome-ignore format: a table
const SHORT_COUNTRIES: Record<string, string> = {
  usa: 'US', us: 'US', америк: 'US', сша: 'US', штат: 'US', uk: 'GB', england: 'GB', англи: 'GB', британ: 'GB', оаэ: 'AE',
  uae: 'AE', белорус: 'BY', чехи: 'CZ', корея: 'KR', рф: 'RU',
}

/** Whether one word is this name in some case: the endings of "Сербия" and "Сербии" are vowels. */
const isCaseOf = (word: string, name: string): boolean => {
  const stem = name.replace(/[аеиойуыьюя]+$/, '')
  return stem.length >= 3 && word.startsWith(stem) && word.length - stem.length <= 3
}

/** The country code meant by a code or a name in either language ("Сербии", "serbia"). */
export const countryFrom = (said: string): string | null => {
  const code = said.trim().toUpperCase()
  const words = plain(said).split(' ')
  for (const [stem, country] of Object.entries(SHORT_COUNTRIES)) if (beginsWord(words, stem)) return country
  if (isCountry(code)) return code
  const [word = ''] = words
  for (const names of regionNames) {
    for (const region of REGIONS) {
      const name = plain(names.of(region) ?? '')
      if (!name || !(name === words.join(' ') || (words.length === 1 && isCaseOf(word, name)))) continue
      if (isCountry(region)) return region
    }
  }
  return null
}

// biome-ignore format: a table
const CURRENCIES: Record<string, string> = {
  руб: 'RUB', рубл: 'RUB', rouble: 'RUB', ruble: 'RUB', '₽': 'RUB', доллар: 'USD', бакс: 'USD', dollar: 'USD', $: 'USD', евро: 'EUR', euro: 'EUR',
  '€': 'EUR', динар: 'RSD', dinar: 'RSD', тенге: 'KZT', tenge: 'KZT', лир: 'TRY', lira: 'TRY', фунт: 'GBP', pound: 'GBP', '£': 'GBP',
  йен: 'JPY', иен: 'JPY', yen: 'JPY', юан: 'CNY', yuan: 'CNY', гривн: 'UAH', лари: 'GEL', lari: 'GEL', драм: 'AMD', dram: 'AMD',
  злот: 'PLN', zloty: 'PLN', крон: 'CZK', koruna: 'CZK', франк: 'CHF', franc: 'CHF', дирхам: 'AED', dirham: 'AED', бат: 'THB',
  baht: 'THB', рупи: 'INR', rupee: 'INR', сум: 'UZS', шекел: 'ILS', shekel: 'ILS', форинт: 'HUF', forint: 'HUF',
}

const currencies = new Set(Intl.supportedValuesOf('currency'))

/** The ISO 4217 code meant by a code or a word ("евро", "dollars"). */
export const currencyFrom = (said: string): string | null => {
  const code = said.trim().toUpperCase()
  if (currencies.has(code)) return code
  const words = plain(said).split(' ')
  for (const [stem, currency] of Object.entries(CURRENCIES))
    if (/^[a-zа-я]/.test(stem) ? beginsWord(words, stem) : said.includes(stem)) return currency
  return null
}

const canonical = (tag: string): string | null => {
  try {
    const [locale] = Intl.getCanonicalLocales(tag.trim())
    return locale !== undefined && locale.length <= 35 && Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0
      ? locale
      : null
  } catch (error) {
    if (error instanceof RangeError) return null // not a well-formed BCP 47 tag
    throw error
  }
}

/** The locale meant by a BCP 47 tag or by the name of one of the two languages this product speaks. */
export const localeFrom = (said: string): string | null => {
  const words = plain(said).split(' ')
  const named = (...names: string[]) => words.length === 1 && names.includes(words[0] ?? '')
  if (beginsWord(words, 'русск') || named('russian', 'ru')) return 'ru-RU'
  if (beginsWord(words, 'англи') || named('english', 'en')) return 'en-US'
  return canonical(said)
}
