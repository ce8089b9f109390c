import type { Intake, Limit } from '../shapes.ts'
import { bandsOf, byAge, infants, intakeOf, limitOf, NASEM_AGES, notEstablished } from './make.ts'

const ul = limitOf('nasem', 'nasem_dri')
const ages = (...values: (number | null)[]) => byAge(NASEM_AGES, values)
/** Only what comes from supplements, medicines and fortified food. */
const supplemental = { basis: 'supplemental' } as const

// The UL of vitamin E, folic acid, niacin and magnesium is one of supplements; the others count food too.
export const NASEM_LIMITS: readonly Limit[] = [
  ul(
    'retinol',
    'mcg',
    [...infants(600, 600), ...ages(600, 900, 1700, 2800, 3000)],
    ['Пороки развития у плода, поражение печени', 'Birth defects, liver damage'],
    { notCovering: 'condition:liver_disease class:retinoid_drug' },
  ),
  ul(
    'vitamin_c',
    'mg',
    ages(400, 650, 1200, 1800, 2000),
    ['Понос и рези в животе, оксалаты в моче', 'Diarrhoea and cramps, oxalate in urine'],
    {
      notCovering:
        'condition:haemochromatosis condition:oxalate_stones condition:kidney_stones condition:g6pd_deficiency condition:ckd',
    },
  ),
  ul(
    'vitamin_d',
    'mcg',
    [...infants(25, 38), ...ages(63, 75, 100, 100, 100)],
    ['Избыток кальция в крови', 'Too much calcium in the blood'],
    { notCovering: 'condition:hypercalcaemia condition:sarcoidosis condition:primary_hyperparathyroidism' },
  ),
  ul('vitamin_e', 'mg', ages(200, 300, 600, 800, 1000), ['Кровотечения', 'Bleeding'], {
    ...supplemental,
    notCovering: 'class:vka class:doac class:antiplatelet',
  }),
  ul('niacin', 'mg', ages(10, 15, 20, 30, 35), ['Прилив жара и покраснение кожи', 'Flushing of the skin'], {
    ...supplemental,
    notCovering: 'condition:liver_disease condition:gout condition:diabetes',
  }),
  ul(
    'nicotinamide',
    'mg',
    ages(10, 15, 20, 30, 35),
    [
      'Уровень общий для всех форм ниацина, задан по приливам жара от никотиновой кислоты',
      'One level for all forms of niacin, set by the flush of nicotinic acid',
    ],
    { ...supplemental, notCovering: 'condition:liver_disease' },
  ),
  ul('b6', 'mg', ages(30, 40, 60, 80, 100), ['Поражение чувствительных нервов', 'Damage to sensory nerves'], {
    notCovering: 'condition:neuropathy',
  }),
  ul(
    'folate',
    'mcg',
    ages(300, 400, 600, 800, 1000),
    ['Скрывает нехватку B12, а нервы при ней страдают', 'Hides a lack of B12 while the nerves suffer'],
    { ...supplemental, notCovering: 'condition:b12_deficiency' },
  ),
  ul(
    'choline',
    'mg',
    ages(1000, 1000, 2000, 3000, 3500),
    ['Падение давления, рыбный запах тела', 'Low blood pressure, fishy body odour'],
    { notCovering: 'condition:trimethylaminuria condition:liver_disease condition:ckd' },
  ),
  ul(
    'calcium',
    'mg',
    [
      ...infants(1000, 1500),
      ...bandsOf(
        '1-9 2500, 9-19 3000, 19-51 2500, 51- 2000, 9-19 p 3000, 19-51 p 2500, 51- p 2000, 9-19 l 3000, 19-51 l 2500, 51- l 2000',
      ),
    ],
    ['Избыток кальция в крови, камни в почках', 'Too much calcium in the blood, kidney stones'],
    { notCovering: 'condition:hypercalcaemia condition:hypercalciuria condition:calcium_stones condition:ckd' },
  ),
  ul(
    'phosphorus',
    'mg',
    bandsOf('1-9 3000, 9-71 4000, 71- 3000, 9- p 3500, 9- l 4000'),
    ['Избыток фосфатов в крови, отложения кальция в тканях', 'Too much phosphate in the blood, calcium deposits'],
    { notCovering: 'condition:ckd' },
  ),
  ul('magnesium', 'mg', ages(65, 110, 350, 350, 350), ['Понос', 'Diarrhoea'], {
    ...supplemental,
    notCovering: 'condition:ckd condition:myasthenia_gravis condition:av_block',
  }),
  ul(
    'iron',
    'mg',
    [...infants(40, 40), ...ages(40, 40, 40, 45, 45)],
    ['Раздражение желудка и кишечника', 'Irritation of stomach and gut'],
    { notCovering: 'condition:haemochromatosis condition:thalassaemia condition:transfusional_overload' },
  ),
  ul('zinc', 'mg', [...infants(4, 5), ...ages(7, 12, 23, 34, 40)], ['Нехватка меди', 'Copper deficiency']),
  ul('copper', 'mg', ages(1, 3, 5, 8, 10), ['Поражение печени', 'Liver damage'], {
    notCovering: 'condition:wilson condition:cholestasis',
  }),
  ul('iodine', 'mcg', ages(200, 300, 600, 900, 1100), ['Сбой щитовидной железы', 'Thyroid dysfunction'], {
    notCovering: 'condition:hyperthyroidism condition:autoimmune_thyroiditis class:antithyroid',
  }),
  ul(
    'selenium',
    'mcg',
    [...infants(45, 60), ...ages(90, 150, 280, 400, 400)],
    ['Выпадение волос, ломкость ногтей', 'Hair loss, brittle nails'],
  ),
  ul(
    'manganese',
    'mg',
    ages(2, 3, 6, 9, 11),
    ['Накопление в мозге, нарушения движений', 'Build-up in the brain, movement disorders'],
    { notCovering: 'condition:liver_disease condition:cholestasis' },
  ),
  ul('molybdenum', 'mcg', ages(300, 600, 1100, 1700, 2000), [
    'Влияние на плодовитость в опытах на животных',
    'Effects on fertility in animals',
  ]),
  ul('boron', 'mg', ages(3, 6, 11, 17, 20), [
    'Влияние на плодовитость и плод в опытах на животных',
    'Effects on fertility and the foetus in animals',
  ]),
  ul(
    'fluoride',
    'mg',
    [...infants(0.7, 0.9), ...ages(1.3, 2.2, 10, 10, 10)],
    ['Пятна на зубах у детей, хрупкость костей у взрослых', 'Mottled teeth in children, brittle bones in adults'],
  ),
  // A goal for lowering chronic disease risk, not a UL: it informs.
  ul(
    'sodium',
    'mg',
    bandsOf('1-4 1200, 4-9 1500, 9-14 1800, 14- 2300, 9-14 p 1800, 14- p 2300, 9-14 l 1800, 14- l 2300'),
    ['Повышение давления', 'Higher blood pressure'],
    { kind: 'guidance', notCovering: 'condition:hypertension condition:heart_failure condition:ckd' },
  ),
  ...notEstablished(
    ul,
    'beta_carotene mg, vitamin_k mcg, b1 mg, b2 mg, b12 mcg, b5 mg, biotin mcg, potassium mg, chromium mcg',
  ),
]

const dri = (substance: string, kind: Intake['kind'], unit: Intake['unit'], bands: string): Intake =>
  intakeOf('nasem', 'nasem_dri', substance, kind, unit, bands)

// Adequate intakes of infants stand in the bands of the substance. The need of folate is in mcg DFE, while a tablet is
// counted as folic acid: it covers more of the need than the bare comparison says.
export const NASEM_INTAKES: readonly Intake[] = [
  dri(
    'retinol',
    'RDA',
    'mcg',
    '0-0.5 400, 0.5-1 500, 1-4 300, 4-9 400, 9-14 600, 14- m 900, 14- f 700, 9-19 p 750, 19- p 770, 9-19 l 1200, 19- l 1300',
  ),
  dri(
    'vitamin_c',
    'RDA',
    'mg',
    '0-0.5 40, 0.5-1 50, 1-4 15, 4-9 25, 9-14 45, 14-19 m 75, 14-19 f 65, 19- m 90, 19- f 75, 9-19 p 80, 19- p 85, 9-19 l 115, 19- l 120',
  ),
  dri('vitamin_d', 'RDA', 'mcg', '0-1 10, 1-71 15, 71- 20, 9- p 15, 9- l 15'),
  dri('vitamin_e', 'RDA', 'mg', '0-0.5 4, 0.5-1 5, 1-4 6, 4-9 7, 9-14 11, 14- 15, 9- p 15, 9- l 19'),
  dri(
    'vitamin_k',
    'AI',
    'mcg',
    '0-0.5 2, 0.5-1 2.5, 1-4 30, 4-9 55, 9-14 60, 14-19 75, 19- m 120, 19- f 90, 9-19 p 75, 19- p 90, 9-19 l 75, 19- l 90',
  ),
  dri(
    'b1',
    'RDA',
    'mg',
    '0-0.5 0.2, 0.5-1 0.3, 1-4 0.5, 4-9 0.6, 9-14 0.9, 14- m 1.2, 14-19 f 1.0, 19- f 1.1, 9- p 1.4, 9- l 1.4',
  ),
  dri(
    'b2',
    'RDA',
    'mg',
    '0-0.5 0.3, 0.5-1 0.4, 1-4 0.5, 4-9 0.6, 9-14 0.9, 14- m 1.3, 14-19 f 1.0, 19- f 1.1, 9- p 1.4, 9- l 1.6',
  ),
  dri('niacin', 'RDA', 'mg', '0-0.5 2, 0.5-1 4, 1-4 6, 4-9 8, 9-14 12, 14- m 16, 14- f 14, 9- p 18, 9- l 17'),
  dri('nicotinamide', 'RDA', 'mg', '0-0.5 2, 0.5-1 4, 1-4 6, 4-9 8, 9-14 12, 14- m 16, 14- f 14, 9- p 18, 9- l 17'),
  dri(
    'b6',
    'RDA',
    'mg',
    '0-0.5 0.1, 0.5-1 0.3, 1-4 0.5, 4-9 0.6, 9-14 1.0, 14-51 m 1.3, 14-19 f 1.2, 19-51 f 1.3, 51- m 1.7, 51- f 1.5, 9- p 1.9, 9- l 2.0',
  ),
  dri('folate', 'RDA', 'mcg', '0-0.5 65, 0.5-1 80, 1-4 150, 4-9 200, 9-14 300, 14- 400, 9- p 600, 9- l 500'),
  dri('b12', 'RDA', 'mcg', '0-0.5 0.4, 0.5-1 0.5, 1-4 0.9, 4-9 1.2, 9-14 1.8, 14- 2.4, 9- p 2.6, 9- l 2.8'),
  dri('b5', 'AI', 'mg', '0-0.5 1.7, 0.5-1 1.8, 1-4 2, 4-9 3, 9-14 4, 14- 5, 9- p 6, 9- l 7'),
  dri('biotin', 'AI', 'mcg', '0-0.5 5, 0.5-1 6, 1-4 8, 4-9 12, 9-14 20, 14-19 25, 19- 30, 9- p 30, 9- l 35'),
  dri(
    'choline',
    'AI',
    'mg',
    '0-0.5 125, 0.5-1 150, 1-4 200, 4-9 250, 9-14 375, 14- m 550, 14-19 f 400, 19- f 425, 9- p 450, 9- l 550',
  ),
  dri(
    'calcium',
    'RDA',
    'mg',
    '0-0.5 200, 0.5-1 260, 1-4 700, 4-9 1000, 9-19 1300, 19-51 1000, 51-71 m 1000, 51-71 f 1200, 71- 1200, 9-19 p 1300, 19- p 1000, 9-19 l 1300, 19- l 1000',
  ),
  dri(
    'phosphorus',
    'RDA',
    'mg',
    '0-0.5 100, 0.5-1 275, 1-4 460, 4-9 500, 9-19 1250, 19- 700, 9-19 p 1250, 19- p 700, 9-19 l 1250, 19- l 700',
  ),
  dri(
    'magnesium',
    'RDA',
    'mg',
    '0-0.5 30, 0.5-1 75, 1-4 80, 4-9 130, 9-14 240, 14-19 m 410, 14-19 f 360, 19-31 m 400, 19-31 f 310, 31- m 420, 31- f 320, 9-19 p 400, 19-31 p 350, 31- p 360, 9-19 l 360, 19-31 l 310, 31- l 320',
  ),
  dri(
    'potassium',
    'AI',
    'mg',
    '0-0.5 400, 0.5-1 860, 1-4 2000, 4-9 2300, 9-14 m 2500, 9-14 f 2300, 14-19 m 3000, 14-19 f 2300, 19- m 3400, 19- f 2600, 9-19 p 2600, 19- p 2900, 9-19 l 2500, 19- l 2800',
  ),
  dri('sodium', 'AI', 'mg', '0-0.5 110, 0.5-1 370, 1-4 800, 4-9 1000, 9-14 1200, 14- 1500, 9- p 1500, 9- l 1500'),
  dri('sodium', 'CDRR', 'mg', '1-4 1200, 4-9 1500, 9-14 1800, 14- 2300, 9- p 2300, 9- l 2300'),
  dri(
    'iron',
    'RDA',
    'mg',
    '0-0.5 0.27, 0.5-1 11, 1-4 7, 4-9 10, 9-14 8, 14-19 m 11, 14-19 f 15, 19- m 8, 19-51 f 18, 51- f 8, 9- p 27, 9-19 l 10, 19- l 9',
  ),
  dri(
    'zinc',
    'RDA',
    'mg',
    '0-0.5 2, 0.5-1 3, 1-4 3, 4-9 5, 9-14 8, 14- m 11, 14-19 f 9, 19- f 8, 9-19 p 12, 19- p 11, 9-19 l 13, 19- l 12',
  ),
  dri(
    'copper',
    'RDA',
    'mg',
    '0-0.5 0.2, 0.5-1 0.22, 1-4 0.34, 4-9 0.44, 9-14 0.7, 14-19 0.89, 19- 0.9, 9- p 1.0, 9- l 1.3',
  ),
  dri('iodine', 'RDA', 'mcg', '0-0.5 110, 0.5-1 130, 1-9 90, 9-14 120, 14- 150, 9- p 220, 9- l 290'),
  dri('selenium', 'RDA', 'mcg', '0-0.5 15, 0.5-1 20, 1-4 20, 4-9 30, 9-14 40, 14- 55, 9- p 60, 9- l 70'),
  dri(
    'manganese',
    'AI',
    'mg',
    '0-0.5 0.003, 0.5-1 0.6, 1-4 1.2, 4-9 1.5, 9-14 m 1.9, 9-14 f 1.6, 14-19 m 2.2, 14-19 f 1.6, 19- m 2.3, 19- f 1.8, 9- p 2.0, 9- l 2.6',
  ),
  dri('molybdenum', 'RDA', 'mcg', '0-0.5 2, 0.5-1 3, 1-4 17, 4-9 22, 9-14 34, 14-19 43, 19- 45, 9- p 50, 9- l 50'),
  dri(
    'chromium',
    'AI',
    'mcg',
    '0-0.5 0.2, 0.5-1 5.5, 1-4 11, 4-9 15, 9-14 m 25, 9-14 f 21, 14-19 f 24, 14-51 m 35, 19-51 f 25, 51- m 30, 51- f 20, 9-19 p 29, 19- p 30, 9-19 l 44, 19- l 45',
  ),
  dri(
    'fluoride',
    'AI',
    'mg',
    '0-0.5 0.01, 0.5-1 0.5, 1-4 0.7, 4-9 1, 9-14 2, 14-19 3, 19- m 4, 19- f 3, 9- p 3, 9- l 3',
  ),
]
