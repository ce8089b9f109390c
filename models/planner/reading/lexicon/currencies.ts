/** Words and signs of currencies with their ISO 4217 codes. Data. */

const table: [string, string][] = [
  [
    'RUB',
    '₽ р руб рубль рубля рублей рублю рублем рубли рублям рублях рублями рубасов рубликов рублев rub rur ruble rubles rouble roubles',
  ],
  [
    'USD',
    '$ доллар доллара долларов доллару долларом доллары долларах долларам бакс бакса баксов баксы баксах баксам бакинских usd dollar dollars buck bucks',
  ],
  ['EUR', '€ евро евриков еврик еврика eur euro euros'],
  ['GBP', '£ gbp quid фунтов фунт фунта фунты pound pounds'],
  ['RSD', 'rsd динар динара динаров динары динарах динарам дин din dinar dinars'],
  ['KZT', '₸ kzt тенге тг tenge'],
  ['TRY', '₺ лир лира лиры лиру лирах lira liras'],
  ['GEL', '₾ gel лари lari'],
  ['UAH', '₴ uah грн гривна гривны гривен гривну гривень hryvnia'],
  ['BYN', 'byn'],
  ['CNY', 'cny юань юаня юаней юани yuan'],
  ['JPY', '¥ jpy иена иены иен йена йены йен yen'],
  ['CHF', 'chf франк франка франков franc francs'],
  ['PLN', 'pln злотый злотых злота zloty zlotys'],
  ['AED', 'aed дирхам дирхама дирхамов dirham dirhams'],
  ['THB', '฿ thb бат бата батов baht'],
  ['INR', '₹ inr рупия рупии рупий rupee rupees'],
  ['KRW', '₩ krw вон воны вонах'],
  ['BRL', 'brl реал реала реалов реалы reais'],
  ['NOK', 'nok'],
  ['SEK', 'sek'],
  ['DKK', 'dkk'],
  ['CAD', 'cad'],
  ['AUD', 'aud'],
  ['UZS', 'uzs сум сумов сума'],
  ['KGS', 'kgs сом сомов сома'],
  ['AZN', 'azn манат маната манатов manat'],
  ['EGP', 'egp'],
  ['VND', 'vnd донг донга донгов dong'],
  ['ILS', '₪ ils шекель шекеля шекелей шекели shekel shekels'],
  ['AMD', '֏ amd драм драма драмов dram drams'],
  ['CZK', 'czk крона кроны крон'],
]

export const CURRENCIES = new Map(
  table.flatMap(([code, words]) => words.split(' ').map((word): [string, string] => [word, code])),
)

export const SIGNS = new Set([...CURRENCIES.keys()].filter((word) => !/^\p{L}/u.test(word)))

/** Abbreviations whose full stop belongs to them. */
export const ABBREVIATED = new Set(['р', 'руб', 'коп', 'тыс', 'млн', 'млрд', 'грн', 'дин', 'тг', 'к'])

export const MINOR_WORDS = new Set('коп копейка копейки копеек копейку цент цента центов центы cent cents'.split(' '))

/** What else pounds are about: a weight is not money. */
export const WEIGHT_CUES =
  /weigh|lift|bench|squat|deadlift|dumbbell|lost|gained|flour|meat|beef|chicken|мяс|вес[аиу]?(?!\p{L})|кило/u
