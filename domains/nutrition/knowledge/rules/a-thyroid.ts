/** Thyroid: spacing of levothyroxine, iodine and kelp, selenium; tests that biotin distorts. */
import type { Rule } from '../shapes.ts'
import {
  above,
  all,
  apart,
  atMost,
  classes,
  conditions,
  draft,
  drugs,
  from,
  group,
  reviewed,
  stages,
} from './a-build.ts'

const label = 'levothyroxine_label wiesner_2021'
const spaced = (ru: string, en: string) =>
  [
    `Дозу тироксина не меняйте; разведите по часам: тироксин в 07:00 натощак, ${ru} — не раньше 12:00.`,
    `Do not change the thyroxine dose; space them: thyroxine at 07:00 on an empty stomach, ${en} no earlier than 12:00.`,
  ] as const
const binds = (ru: string, en: string) =>
  [
    `${ru} связывает тироксин в кишечнике, и гормон всасывается хуже.`,
    `${en} binds thyroxine in the gut, so less of it is absorbed.`,
  ] as const
const coffee = [
  'Кофе сразу после таблетки мешает тироксину всосаться.',
  'Coffee right after the tablet keeps thyroxine from being absorbed.',
  'Дозу не меняйте; тироксин запейте водой в 07:00, кофе пейте через 30–60 минут, около 08:00.',
  'Do not change the dose; take thyroxine with water at 07:00 and coffee 30–60 minutes later, about 08:00.',
] as const

const spacing: readonly Rule[] = [
  reviewed('R056', 'Da', apart(4), 'iron', classes('thyroid_hormone'), label, [
    ...binds('Железо', 'Iron'),
    ...spaced('железо', 'iron'),
  ]),
  reviewed('R057', 'Da', apart(4), 'calcium', classes('thyroid_hormone'), label, [
    ...binds('Кальций', 'Calcium'),
    ...spaced('кальций', 'calcium'),
  ]),
  draft('R057b', 'Db', apart(4), 'dairy', classes('thyroid_hormone'), 'wiesner_2021', [
    ...binds('Кальций молока', 'The calcium of milk'),
    ...spaced('молочное', 'dairy'),
  ]),
  reviewed('R058a', 'Da', apart(4), 'magnesium', classes('thyroid_hormone'), label, [
    ...binds('Магний', 'Magnesium'),
    ...spaced('магний', 'magnesium'),
  ]),
  reviewed('R058b', 'Da', apart(4), 'zinc', classes('thyroid_hormone'), label, [
    ...binds('Цинк', 'Zinc'),
    ...spaced('цинк', 'zinc'),
  ]),
  reviewed('R058c', 'Da', apart(4), 'aluminium', classes('thyroid_hormone'), label, [
    ...binds('Алюминий', 'Aluminium'),
    ...spaced('средство с алюминием', 'the aluminium product'),
  ]),
  reviewed('R059a', 'Db', apart(4), 'soy_protein', classes('thyroid_hormone'), label, [
    'Соевый белок мешает тироксину всасываться.',
    'Soy protein keeps thyroxine from being absorbed.',
    ...spaced('соя', 'soy'),
  ]),
  reviewed('R059b', 'Db', apart(4), group('fibre_bulk'), classes('thyroid_hormone'), label, [
    ...binds('Клетчатка', 'Fibre'),
    ...spaced('клетчатка', 'fibre'),
  ]),
  reviewed('R060a', 'Db', apart(1), 'coffee', classes('thyroid_hormone'), label, coffee),
  reviewed('R060b', 'Db', apart(1), 'espresso', classes('thyroid_hormone'), label, coffee),
  reviewed('R060c', 'Db', apart(1), 'milk_coffee', classes('thyroid_hormone'), label, coffee),
  reviewed('R060d', 'Db', apart(1), 'instant_coffee', classes('thyroid_hormone'), label, coffee),
  reviewed('R061a', 'Dc', apart(4), 'chromium', classes('thyroid_hormone'), 'wiesner_2021', [
    'Пиколинат хрома может ухудшить всасывание тироксина.',
    'Chromium picolinate may reduce the absorption of thyroxine.',
    ...spaced('хром', 'chromium'),
  ]),
  reviewed('R061b', 'Dc', apart(4), 'alpha_lipoic_acid', classes('thyroid_hormone'), 'wiesner_2021', [
    'Альфа-липоевая кислота может ослабить действие тироксина.',
    'Alpha-lipoic acid may weaken the effect of thyroxine.',
    ...spaced('липоевая кислота', 'lipoic acid'),
  ]),
]

const biotin: readonly Rule[] = [
  reviewed('R062', 'Da', 'inform', 'biotin', from(5, 'mg'), 'fda_biotin_2019 ods', [
    'От 5 мг биотина в день анализы на тропонин, гормоны щитовидной железы и другие гормоны могут соврать.',
    'From 5 mg of biotin a day, tests for thyroid and other hormones and for troponin may read false.',
    'Скажите о биотине врачу и лаборатории; обычно перед анализом делают паузу в приёме биотина на 2–3 дня.',
    'Tell your doctor and the lab about biotin; usually it is paused for 2–3 days before the test.',
  ]),
  reviewed('R063', 'N', 'inform', 'biotin', from(30, 'mcg'), 'fda_biotin_2019 ods', [
    'Обычные 30–100 мкг биотина в день анализы не искажают.',
    'The usual 30–100 mcg of biotin a day does not distort tests.',
    'Просто упомяните биотин, когда сдаёте анализы.',
    'Just mention biotin when you give blood.',
  ]),
  reviewed('R064', 'Nb', 'inform', 'biotin', classes('anticonvulsant'), 'ods', [
    'Некоторые противосудорожные снижают запас биотина в организме.',
    'Some anticonvulsants lower the body’s stock of biotin.',
    'Лекарство не меняйте; спросите врача, нужен ли вам биотин.',
    'Do not change the medicine; ask your doctor whether you need biotin.',
  ]),
]

const overactive = [
  'При избытке гормонов щитовидной железы йод может его усилить.',
  'When thyroid hormones are in excess, iodine can make it worse.',
  'Не начинайте йод без эндокринолога, лекарство не меняйте.',
  'Do not start iodine without your endocrinologist and do not change the medicine.',
] as const
const kelpToo = [
  'В ламинарии много йода, и его количество непредсказуемо.',
  'Kelp is rich in iodine, and how much is hard to predict.',
] as const

/** Kelp holds iodine by its composition; it has rules of its own where a dose counts, for its dose is never sure. */
const iodine: readonly Rule[] = [
  reviewed(
    'R065a',
    'Ja',
    'avoid',
    'iodine',
    conditions('hyperthyroidism'),
    'ods efsa_ul_2025 ru_label_grls',
    overactive,
  ),
  reviewed(
    'R065b',
    'Ja',
    'avoid',
    'iodine',
    all(classes('antithyroid'), above(150, 'mcg')),
    'ods efsa_ul_2025 ru_label_grls',
    [
      'Йод сверх потребности (150 мкг в день) мешает тиреостатику.',
      'Iodine above need (150 mcg a day) works against the antithyroid medicine.',
      'Не начинайте такую дозу, лекарство не меняйте; спросите эндокринолога.',
      'Do not start this dose and do not change the medicine; ask your endocrinologist.',
    ],
  ),
  reviewed('R065c', 'Ja', 'avoid', 'kelp', classes('antithyroid'), 'ods efsa_ul_2025', [
    ...kelpToo,
    'Не начинайте ламинарию, лекарство не меняйте; спросите эндокринолога.',
    'Do not start kelp and do not change the medicine; ask your endocrinologist.',
  ]),
  reviewed(
    'R066a',
    'Db',
    atMost(500, 'mcg'),
    'iodine',
    all(conditions('autoimmune_thyroiditis'), above(500, 'mcg')),
    'ods efsa_ul_2025',
    [
      'При аутоиммунном тиреоидите больше 500 мкг йода в день могут нарушить работу щитовидной железы.',
      'In autoimmune thyroiditis more than 500 mcg of iodine a day can upset the thyroid.',
      'Не начинайте такую дозу; спросите эндокринолога, нужен ли йод вообще.',
      'Do not start this dose; ask your endocrinologist whether you need iodine at all.',
    ],
  ),
  reviewed('R066b', 'Db', 'ask_doctor', 'kelp', conditions('autoimmune_thyroiditis'), 'ods efsa_ul_2025', [
    ...kelpToo,
    'Не начинайте ламинарию, пока не поговорите с эндокринологом.',
    'Do not start kelp until you have talked to your endocrinologist.',
  ]),
  draft('R067', 'Jb', 'avoid', 'iodine', drugs('amiodarone'), 'smpc', [
    'В амиодароне уже очень много йода, добавка может нарушить работу щитовидной железы.',
    'Amiodarone already holds a lot of iodine; more can upset the thyroid.',
    'Не начинайте йод, лекарство не меняйте; спросите врача о проверке ТТГ.',
    'Do not start iodine and do not change the medicine; ask your doctor about a TSH test.',
  ]),
  draft('R068', 'Db', 'ask_doctor', 'iodine', classes('lithium_salt'), 'smpc', [
    'И литий, и йод тормозят щитовидную железу, вместе легче получить гипотиреоз.',
    'Lithium and iodine both slow the thyroid; together hypothyroidism is more likely.',
    'Не начинайте йод, лекарство не меняйте; спросите врача о проверке ТТГ.',
    'Do not start iodine and do not change the medicine; ask your doctor about a TSH test.',
  ]),
  reviewed('R069', 'Oa', 'inform', 'iodine', all(stages('pregnant'), from(150, 'mcg')), 'ods nasem_dri efsa_ul_2025', [
    'Беременным рекомендуют 150–250 мкг йода в день: он нужен мозгу ребёнка.',
    'In pregnancy 150–250 mcg of iodine a day is recommended: the baby’s brain needs it.',
    'Продолжайте, если в сумме выходит столько; свою дозу уточните у врача.',
    'Carry on if the total is in this range; check your own dose with your doctor.',
  ]),
]

const selenium: readonly Rule[] = [
  reviewed('R070', 'Da', 'cap_dose', 'selenium', above(400, 'mcg'), 'efsa_2023_selenium nasem_dri', [
    'Избыток селена вызывает выпадение волос и ломкость ногтей; бразильские орехи его прибавляют.',
    'Too much selenium causes hair loss and brittle nails; Brazil nuts add to it.',
    'Не начинайте такую дозу; сложите селен из всех добавок и бразильских орехов.',
    'Do not start this dose; add up the selenium of all supplements and Brazil nuts.',
  ]),
  reviewed(
    'R071',
    'Dc',
    'ask_doctor',
    'selenium',
    conditions('non_melanoma_skin_cancer'),
    'efsa_2023_selenium nasem_dri',
    [
      'В исследовании у людей, перенёсших рак кожи, на селене он чаще возвращался.',
      'In a trial, people with past skin cancer had it again more often on selenium.',
      'Не начинайте селен без онколога или дерматолога.',
      'Do not start selenium without your oncologist or dermatologist.',
    ],
  ),
]

export const THYROID_RULES: readonly Rule[] = [...spacing, ...biotin, ...iodine, ...selenium]
