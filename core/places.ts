import { CITIES } from './cities.ts'
import { isTimeZone } from './time.ts'

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

/** Zones by the city that IANA names them after: "honolulu", "buenos aires". */
const zonesByCity = Map.groupBy(Intl.supportedValuesOf('timeZone'), (zone) =>
  (zone.split('/').at(-1) ?? '').toLowerCase().replaceAll(/[_-]/g, ' '),
)

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
  if (found.length > 0) return found.length === 1 ? (found[0]?.[0] ?? null) : null
  const named = zonesByCity.get(words.filter((word) => word !== 'in').join(' ')) ?? []
  return named.length === 1 ? (named[0] ?? null) : null
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

/** Names in use beside those of CLDR; a Russian one stands for all its cases. */
// biome-ignore format: a table
const COUNTRY_NAMES: Record<string, string> = {
  AE: 'uae emirates оаэ эмираты', AU: 'aussie', AX: 'aland', BA: 'bosnia босния', BN: 'brunei', BO: 'bolivia', BY: 'белоруссия byelorussia belorussia',
  CD: 'dr_congo drc заир zaire дрк', CG: 'congo конго', CI: 'ivory_coast cote_divoire кот_дивуар кот_д_ивуар', CN: 'china кнр', CV: 'cabo_verde кабо_верде',
  CZ: 'czechia czech_republic чешская_республика', DE: 'фрг', DO: 'доминикана доминиканская_республика', FK: 'falklands фолкленды', FM: 'micronesia микронезия', GB: 'uk u_k gb england britain great_britain scotland wales united_kingdom англия британия великобритания шотландия уэльс юк',
  HK: 'hong_kong гонконг', IR: 'persia', KG: 'kyrgyzstan kirghizia киргизия кыргызстан', KN: 'saint_kitts st_kitts', KP: 'north_korea северная_корея кндр', KR: 'korea south_korea корея южная_корея республика_корея',
  LA: 'laos', LC: 'saint_lucia', MD: 'молдавия молдова', MK: 'macedonia македония', MM: 'burma бирма myanmar', MO: 'macau macao макао', NL: 'holland the_netherlands голландия нидерланды', NZ: 'new_zealand новая_зеландия',
  PS: 'palestine палестина', RU: 'russian_federation russia российская_федерация россия рф', SA: 'саудовская_аравия', SR: 'surinam', SY: 'syria', SZ: 'swaziland свазиленд', TH: 'таиланд тайланд тай', TL: 'east_timor восточный_тимор',
  TM: 'туркмения туркменистан', TR: 'turkey turkiye турция', TT: 'trinidad тринидад', TZ: 'tanzania', US: 'us usa u_s u_s_a states the_states united_states united_states_of_america america штаты америка сша юса соединенные_штаты соединенные_штаты_америки',
  VA: 'vatican ватикан holy_see', VC: 'saint_vincent', VE: 'venezuela', VN: 'vietnam вьетнам', ZA: 'south_africa юар южная_африка',
}

const nameWords = (name: string): string[] => plain(name.replace(/(?<=\p{L})['’](?=\p{L})/gu, '')).split(' ')
/** What may stand around a name: "in the UK", "на Кипре", "Кипр, EU". */
const AROUND = new Set('in to from of the at я i в во на из с со страна country республика republic'.split(' '))

interface CountryName {
  country: string
  words: string[]
  /** Each word in all its cases; an English or short one has a single form. */
  cases: RegExp[]
}
/** The endings a Russian word of this shape takes: a noun in -ия, another vowel, a consonant, an adjective. */
const casesOf = (word: string): RegExp => {
  const shape = /^([а-я]{2,}?)(ая|ое|ые|ие|ий|ый|ой|ия|[аеоуыэюя]|[иьй])?$/u.exec(word)
  const [, stem = word, end = ''] = shape ?? []
  if (!shape || word.length < 3) return new RegExp(`^${word}$`, 'u')
  if (end === 'ия') return new RegExp(`^${stem}(?:ия|ии|ию|ией|иею)$`, 'u')
  if (/^(?:ая|ое|ые|ие|ий|ый|ой)$/u.test(end))
    return new RegExp(`^${stem}(?:ая|ую|ое|ой|ою|ого|ому|ом|ым|ые|ых|ыми|ие|их|ими|ий|ый|ей|ем)$`, 'u')
  if (end === '') return new RegExp(`^${stem}(?:а|у|ом|ем|е|ы)?$`, 'u')
  return new RegExp(`^${stem}(?:${end}|а|я|ы|и|е|у|ю|о|ой|ей|ем|ом|ов|ью|ам|ям|ах|ях|ами|ями)$`, 'u')
}
const named = (country: string, name: string): CountryName => {
  const words = nameWords(name)
  return { country, words, cases: words.map(casesOf) }
}
const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
const countryNames = once((): readonly CountryName[] =>
  REGIONS.filter(isCountry).flatMap((country) => [
    ...regionNames.map((names) => named(country, names.of(country) ?? '')),
    ...(COUNTRY_NAMES[country] ?? '')
      .split(' ')
      .flatMap((name) => (name ? [named(country, name.replaceAll('_', ' '))] : [])),
  ]),
)

/** Whether each word is one of the name in some case: "Новой Зеландии", "Чада"; "Ирак" is not "Иран". */
const isCaseOf = (words: readonly string[], { cases }: CountryName): boolean =>
  words.length === cases.length && words.every((word, at) => cases[at]?.test(word))

/** The country code meant by a code or a name in either language ("Сербии", "serbia"). */
export const countryFrom = (said: string): string | null => {
  const code = said.trim().toUpperCase()
  if (code !== 'UK' && isCountry(code)) return code
  const whole = nameWords(said)
  const bare = whole.filter((word) => !AROUND.has(word))
  for (const words of [whole, bare]) {
    const exact = countryNames().find((name) => name.words.join(' ') === words.join(' '))
    const found = exact ?? countryNames().find((name) => isCaseOf(words, name))
    if (found) return found.country
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
