/** Caffeine from every source: coffee, tea, guarana and energy drinks reach these rules through what they hold. */
import type { Rule } from '../shapes.ts'
import {
  above,
  all,
  any,
  apart,
  atMost,
  classes,
  conditions,
  draft,
  drugs,
  form,
  reviewed,
  stages,
  under,
} from './a-build.ts'

const dont = [
  'Не добавляйте кофеин, лекарство не меняйте; спросите врача или фармацевта.',
  'Do not add caffeine and do not change the medicine; ask your doctor or pharmacist.',
] as const
const steady = [
  'Лекарство не меняйте; пейте кофе и чай ровно изо дня в день, о любой перемене скажите врачу.',
  'Do not change the medicine; keep coffee and tea the same day to day and tell your doctor about any change.',
] as const
const less = [
  'Не добавляйте кофеин; обсудите с врачом, сколько кофе и чая вам можно.',
  'Do not add caffeine; discuss with your doctor how much coffee and tea suits you.',
] as const

const medicines: readonly Rule[] = [
  reviewed('R156', 'Ja', 'monitor', 'caffeine', drugs('clozapine'), 'pubmed_10606838 smpc', [
    'Кофеин замедляет вывод клозапина: 400–1000 мг в день подняли его концентрацию в среднем на 19 %, у некоторых больше.',
    'Caffeine slows the removal of clozapine: 400–1000 mg a day raised it by 19% on average, in some people more.',
    ...steady,
  ]),
  reviewed('R157', 'Ja', 'avoid', 'caffeine', drugs('fluvoxamine'), 'smpc pubmed_10606838', [
    'Флувоксамин не даёт кофеину распадаться: период полувыведения растёт с 5 часов до 31.',
    'Fluvoxamine keeps caffeine from breaking down: its half-life goes from 5 to about 31 hours.',
    ...dont,
  ]),
  draft('R158', 'Da', 'monitor', 'caffeine', drugs('ciprofloxacin enoxacin'), 'smpc', [
    'Антибиотик замедляет распад кофеина: сердцебиение, дрожь и бессонница от обычной чашки.',
    'The antibiotic slows the breakdown of caffeine: palpitations, tremor and poor sleep from a usual cup.',
    ...dont,
  ]),
  draft('R159', 'Da', 'monitor', 'caffeine', drugs('theophylline aminophylline'), 'smpc', [
    'Кофеин и теофиллин — родня: вместе сильнее сердцебиение, дрожь и тошнота.',
    'Caffeine and theophylline are relatives: together palpitations, tremor and nausea grow.',
    ...dont,
  ]),
  draft('R160', 'Db', 'monitor', 'caffeine', classes('lithium_salt'), 'smpc', [
    'Кофеин выводит литий; если резко убрать кофе, концентрация лития поднимется.',
    'Caffeine washes lithium out; if you suddenly drop coffee, the lithium level rises.',
    ...steady,
  ]),
  draft('R161', 'Db', 'monitor', 'caffeine', classes('maoi'), 'smpc', [
    'С ингибитором МАО кофеин сильнее поднимает давление и пульс.',
    'With an MAO inhibitor caffeine raises blood pressure and pulse more.',
    ...dont,
  ]),
  draft(
    'R162',
    'Db',
    'monitor',
    'caffeine',
    any(drugs('methylphenidate amfetamine pseudoephedrine'), classes('stimulant_drug')),
    'smpc',
    [
      'Два стимулятора вместе: выше пульс и давление, больше тревоги, хуже сон.',
      'Two stimulants together: higher pulse and pressure, more anxiety, worse sleep.',
      ...dont,
    ],
  ),
  draft('R163', 'Xa', apart(24), 'caffeine', conditions('adenosine_test'), 'smpc', [
    'Кофеин блокирует аденозин, и проба с аденозином или дипиридамолом не покажет правду.',
    'Caffeine blocks adenosine, so an adenosine or dipyridamole test will not show the truth.',
    'Не принимайте кофеин 24 часа до пробы: если она в 10:00, последний кофе — накануне до 10:00.',
    'No caffeine for 24 hours before the test: if it is at 10:00, the last coffee is before 10:00 the day before.',
  ]),
  draft(
    'R164',
    'Nb',
    'inform',
    'caffeine',
    any(drugs('salbutamol'), classes('hormonal_contraceptive')),
    'smpc pubmed_10606838',
    [
      'С этим лекарством от кофе сильнее бодрость, сердцебиение и дрожь.',
      'With this medicine coffee brings more alertness, palpitations and tremor.',
      'Лекарство не меняйте; если сердце колотится, пейте кофе меньше.',
      'Do not change the medicine; if your heart races, drink less coffee.',
    ],
  ),
]

const people: readonly Rule[] = [
  reviewed(
    'R165',
    'Da',
    atMost(200, 'mg'),
    'caffeine',
    all(stages('pregnant lactating'), above(200, 'mg')),
    'efsa_caffeine_2015',
    [
      'Кофеин доходит до ребёнка; больше 200 мг в день связаны с низким весом при рождении.',
      'Caffeine reaches the baby; more than 200 mg a day is linked to low birth weight.',
      'Держитесь в пределах 200 мг в день, считая кофе, чай и шоколад.',
      'Keep within 200 mg a day, counting coffee, tea and chocolate.',
    ],
  ),
  reviewed('R166', 'Da', 'cap_dose', 'caffeine', all(under(18), above(3, 'mg', 'kg_day')), 'efsa_caffeine_2015', [
    'Детям и подросткам больше 3 мг кофеина на килограмм в день — это много: тревога, сердцебиение, плохой сон.',
    'For children and teenagers more than 3 mg of caffeine per kilogram a day is a lot: anxiety, palpitations, poor sleep.',
    'Не давайте столько; посчитайте вместе колу, чай и энергетики.',
    'Do not give this much; count cola, tea and energy drinks together.',
  ]),
  draft(
    'R167',
    'Jb',
    'avoid',
    'caffeine',
    conditions('tachyarrhythmia long_qt'),
    'efsa_caffeine_2015 issn_caffeine_2021',
    [
      'Кофеин учащает сердце и может вызвать приступ аритмии.',
      'Caffeine speeds the heart up and may bring on an attack of arrhythmia.',
      ...less,
    ],
  ),
  draft('R168', 'Db', 'ask_doctor', 'caffeine', conditions('uncontrolled_hypertension'), 'efsa_caffeine_2015', [
    'Кофеин поднимает давление, которое и так не удаётся удержать.',
    'Caffeine raises blood pressure that is already out of control.',
    ...less,
  ]),
  draft('R169', 'Db', 'ask_doctor', 'caffeine', conditions('panic_disorder insomnia epilepsy'), 'efsa_caffeine_2015', [
    'Кофеин усиливает тревогу, мешает спать и может приблизить приступ.',
    'Caffeine adds to anxiety, disturbs sleep and may bring an attack closer.',
    ...less,
  ]),
  draft('R170', 'Nb', 'inform', 'caffeine', conditions('reflux'), 'efsa_caffeine_2015', [
    'Кофеин усиливает изжогу.',
    'Caffeine makes heartburn worse.',
    'Пейте кофе после еды и поменьше, если он вызывает изжогу.',
    'Drink coffee after food, and less of it if it brings heartburn.',
  ]),
  draft('R171', 'Xa', 'avoid', form('caffeine_powder'), { always: true }, 'fda_caffeine_powder', [
    'В чайной ложке чистого кофеина несколько граммов: уже 1200 мг разом могут вызвать судороги, а ложка бывает смертельной.',
    'A teaspoon of pure caffeine holds several grams: 1200 mg at once can already cause seizures, and a spoonful can kill.',
    'Не отмеряйте порошок кофеина дома; если уже приняли, звоните 103 или 112.',
    'Do not measure caffeine powder at home; if you already took it, call 103 or 112.',
  ]),
]

export const CAFFEINE_RULES: readonly Rule[] = [...medicines, ...people]
