import type { Limit } from '../shapes.ts'
import { bandsOf, byAge, EFSA_AGES, infants, limitOf, notEstablished } from './make.ts'

const ul = limitOf('efsa', 'efsa_ul_2025')
const ages = (...values: (number | null)[]) => byAge(EFSA_AGES, values)
const adult = (value: number) => ages(null, null, null, null, null, value)
const supplemental = { basis: 'supplemental' } as const
const safe = { kind: 'safe_level' } as const

export const EFSA_LIMITS: readonly Limit[] = [
  ul(
    'retinol',
    'mcg',
    ages(800, 1100, 1500, 2000, 2600, 3000),
    ['Пороки развития у плода, поражение печени', 'Birth defects, liver damage'],
    { notCovering: 'condition:liver_disease class:retinoid_drug' },
  ),
  ul(
    'vitamin_d',
    'mcg',
    [...infants(25, 35), ...ages(50, 50, 50, 100, 100, 100)],
    ['Избыток кальция в крови и в моче', 'Too much calcium in blood and urine'],
    { notCovering: 'condition:hypercalcaemia condition:sarcoidosis condition:primary_hyperparathyroidism' },
  ),
  ul('vitamin_e', 'mg', ages(100, 120, 160, 220, 260, 300), ['Хуже свёртывается кровь', 'Slower blood clotting'], {
    notCovering: 'class:vka class:doac class:antiplatelet',
  }),
  // Bare niacin counts as nicotinic acid; nicotinamide is a substance of its own.
  ul('niacin', 'mg', ages(2, 3, 4, 6, 8, 10), ['Прилив жара и покраснение кожи', 'Flushing of the skin'], {
    ...supplemental,
    notCovering: 'condition:liver_disease condition:gout condition:diabetes',
  }),
  ul(
    'nicotinamide',
    'mg',
    ages(150, 220, 350, 500, 700, 900),
    ['Нарушение работы печени и обмена глюкозы', 'Disturbed liver function and glucose control'],
    { ...supplemental, notCovering: 'condition:liver_disease' },
  ),
  ul('b6', 'mg', ages(3.2, 4.5, 6.1, 8.6, 10.7, 12), ['Поражение чувствительных нервов', 'Damage to sensory nerves'], {
    notCovering: 'condition:neuropathy',
  }),
  ul(
    'folate',
    'mcg',
    ages(200, 300, 400, 600, 800, 1000),
    ['Скрывает нехватку B12, а нервы при ней страдают', 'Hides a lack of B12 while the nerves suffer'],
    { ...supplemental, notCovering: 'condition:b12_deficiency' },
  ),
  ul(
    'calcium',
    'mg',
    adult(2500),
    ['Избыток кальция в крови, камни в почках', 'Too much calcium in the blood, kidney stones'],
    { notCovering: 'condition:hypercalcaemia condition:hypercalciuria condition:calcium_stones condition:ckd' },
  ),
  ul('magnesium', 'mg', ages(null, 250, 250, 250, 250, 250), ['Понос', 'Diarrhoea'], {
    ...supplemental,
    notCovering: 'condition:ckd condition:myasthenia_gravis condition:av_block',
  }),
  ul('zinc', 'mg', ages(7, 10, 13, 18, 22, 25), ['Нехватка меди', 'Copper deficiency']),
  ul('copper', 'mg', ages(1, 2, 3, 4, 4, 5), ['Поражение печени', 'Liver damage'], {
    notCovering: 'condition:wilson condition:cholestasis',
  }),
  ul('iodine', 'mcg', ages(200, 250, 300, 450, 500, 600), ['Сбой щитовидной железы', 'Thyroid dysfunction'], {
    notCovering: 'condition:hyperthyroidism condition:autoimmune_thyroiditis class:antithyroid',
  }),
  ul('selenium', 'mcg', ages(70, 95, 130, 180, 230, 255), ['Выпадение волос', 'Hair loss']),
  ul('molybdenum', 'mcg', ages(100, 200, 250, 400, 500, 600), [
    'Влияние на плодовитость в опытах на животных',
    'Effects on fertility in animals',
  ]),
  ul('boron', 'mg', ages(3, 4, 5, 7, 9, 10), [
    'Влияние на плод в опытах на животных',
    'Effects on the foetus in animals',
  ]),

  // Children's bands of iron: the 2024 opinion; those of manganese are not keyed yet.
  ul(
    'iron',
    'mg',
    ages(10, 15, 20, 30, 35, 40),
    ['Чёрный стул и перегрузка железом', 'Black stools and iron overload'],
    { ...safe, notCovering: 'condition:haemochromatosis condition:thalassaemia condition:transfusional_overload' },
  ),
  ul(
    'manganese',
    'mg',
    adult(8),
    ['Накопление в мозге, нарушения движений', 'Build-up in the brain, movement disorders'],
    { ...safe, notCovering: 'condition:liver_disease condition:cholestasis' },
  ),
  ul('sodium', 'mg', ages(1100, 1300, 1700, 2000, 2000, 2000), ['Повышение давления', 'Higher blood pressure'], {
    ...safe,
    notCovering: 'condition:hypertension condition:heart_failure condition:ckd',
  }),

  // The single dose, and children per kilogram of weight, are rules.
  ul(
    'caffeine',
    'mg',
    bandsOf('18- 400, 11- p 200, 11- l 200'),
    [
      'Сердцебиение, давление, плохой сон; при беременности меньше вес ребёнка',
      'Palpitations, blood pressure, poor sleep; in pregnancy a lower birth weight',
    ],
    {
      ...safe,
      notCovering: 'condition:arrhythmia condition:uncontrolled_hypertension condition:panic_disorder',
      source: 'efsa_caffeine_2015',
    },
  ),
  ul(
    'omega3',
    'mg',
    adult(5000),
    ['Кровоточивость; до этого уровня её не видели', 'Bleeding, which was not seen up to this level'],
    {
      ...safe,
      ...supplemental,
      notCovering: 'condition:atrial_fibrillation class:blood_thinner',
      source: 'efsa_omega3_2012',
    },
  ),
  ul('green_tea_extract', 'mg', bandsOf('18- 800'), ['Поражение печени', 'Liver damage'], {
    kind: 'guidance',
    ...supplemental,
    notCovering: 'condition:liver_disease',
    source: 'efsa_green_tea_2018',
  }),
  ul(
    'red_yeast_rice',
    'mg',
    bandsOf('18-70 3'),
    ['Поражение мышц и печени, как от статинов', 'Muscle and liver damage, as from statins'],
    {
      kind: 'guidance',
      ...supplemental,
      notCovering: 'class:lipid_drug condition:liver_disease',
      source: 'eu_2022_860',
    },
  ),
  ul(
    'licorice',
    'mg',
    bandsOf('18- 100'),
    ['Повышение давления и потеря калия', 'Higher blood pressure and loss of potassium'],
    {
      kind: 'guidance',
      notCovering: 'condition:hypertension condition:heart_failure condition:hypokalaemia condition:ckd class:diuretic',
      source: 'scf_glycyrrhizin_2003',
    },
  ),

  ...notEstablished(
    ul,
    'beta_carotene mg, vitamin_c mg, vitamin_k mcg, b1 mg, b2 mg, b12 mcg, b5 mg, biotin mcg, choline mg, phosphorus mg, potassium mg, chromium mcg',
  ),
]
